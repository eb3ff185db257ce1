import { canonicalRoomName, RoomAnswer } from '@samtale/protocol'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { RouteCatalogue } from '../../platform/http/routes.ts'
import { HttpRefusal } from '../../platform/http/errors.ts'
import type { Pages } from '../pages/index.ts'
import type { Rooms } from './rooms.ts'
import { roomCategory } from './tables.ts'

const anyone = { access: 'anyone', reads: [roomCategory], writes: [], errors: [] } as const

export const roomRoutes = {
  'GET /api/v1/rooms/:room': { ...anyone, answers: RoomAnswer },
  'GET /rooms/pictures/:picture': { ...anyone, answers: 'file' },
} as const satisfies RouteCatalogue

export interface RoomRouteParts {
  readonly pages: Pages
  /** Null while the policy in force has no rooms: then every room is nobody's, and nothing is at these addresses. */
  readonly rooms: Rooms | null
  /** The account of who asks; null where nobody is signed in. */
  accountOf(request: FastifyRequest, reply: FastifyReply): Promise<string | null>
}

/** What anybody may ask about a room, and its people's pages. */
export function registerRoomRoutes(server: FastifyInstance, parts: RoomRouteParts): void {
  registerAnswers(server, parts)
  registerPictures(server, parts)
}

function registerAnswers(server: FastifyInstance, { rooms, accountOf }: RoomRouteParts): void {
  server.get<{ Params: { room: string } }>('/api/v1/rooms/:room', async (request, reply) => {
    const canonical = canonicalRoomName(request.params.room)
    if (rooms === null || !canonical.ok || canonical.name !== request.params.room) throw new HttpRefusal('not-found')
    const { status, door, size, linkTag, endsAt, brand } = await rooms.rulesOf(canonical.name)
    const isThere = status === 'open'
    const given = isThere ? await rooms.claimFor(canonical.name, await accountOf(request, reply)) : nobody
    const answer: RoomAnswer = {
      ...{ status, door, size, brand, ...given },
      hasLink: linkTag !== null,
      endsAt: endsAt?.toISOString() ?? null,
    }
    reply.headers({ 'cache-control': 'no-store', vary: 'cookie', 'x-robots-tag': 'noindex' })
    return reply.code(status === 'gone' || status === 'ended' ? 410 : 200).send(answer)
  })
}

const nobody = { claim: null, role: 'guest' } as const

/** Pixels and nothing else: made anew when they came, and no page of ours even where a browser takes them for one. */
function registerPictures(server: FastifyInstance, { rooms }: RoomRouteParts): void {
  server.get<{ Params: { picture: string } }>('/rooms/pictures/:picture', async (request, reply) => {
    const number = request.params.picture
    const picture = isNumber(number) ? await rooms?.brands.picture(number) : null
    if (picture === null || picture === undefined) throw new HttpRefusal('not-found')
    return reply
      .type(picture.type)
      .headers({
        'content-security-policy': "default-src 'none'; sandbox",
        'content-disposition': 'inline',
        'cache-control': 'private, max-age=3600',
      })
      .send(picture.bytes)
  })
}

function isNumber(text: string): boolean {
  return /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/.test(text)
}

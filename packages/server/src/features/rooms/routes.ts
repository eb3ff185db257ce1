import { readFileSync } from 'node:fs'
import { canonicalRoomName, RoomAnswer } from '@samtale/protocol'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import * as z from 'zod'
import type { Clock } from '../../platform/clock.ts'
import type { RouteCatalogue } from '../../platform/http/routes.ts'
import { HttpRefusal } from '../../platform/http/errors.ts'
import type { Pages } from '../pages/index.ts'
import { pictureLimits } from './brands.ts'
import { registerHostRoutes } from './host-routes.ts'
import { registerListRoutes } from './list-routes.ts'
import { registerLookRoutes } from './look-routes.ts'
import type { Rooms } from './rooms.ts'
import { registerAnswerRoutes } from './members/answer-routes.ts'
import { registerPeopleRoutes } from './members/routes.ts'
import { invitationCategory, memberCategory, roomCategory, usageCategory } from './tables.ts'

const stylesheet = readFileSync(new URL('./rooms.css', import.meta.url), 'utf8')
const script = readFileSync(new URL('./rooms.js', import.meta.url), 'utf8')

const anyone = { access: 'anyone', reads: [roomCategory], writes: [], errors: [] } as const

const ofOne = { ...anyone, access: 'signed-in', reads: ['account', roomCategory], answers: 'page' } as const
const hosted = { ...ofOne, access: 'room-host', reads: [roomCategory, usageCategory], writes: [roomCategory] } as const
const ofAll = { ...hosted, access: 'organisation-admin', reads: [roomCategory, 'organisation'] } as const
const named = { ...hosted, reads: ['account', roomCategory, memberCategory, invitationCategory] } as const
const linked = {
  ...anyone,
  access: 'link',
  reads: ['account', roomCategory, invitationCategory],
  answers: 'page',
} as const
const Done = z.object({ done: z.literal(true) })

export const roomRoutes = {
  'GET /rooms.css': { ...anyone, answers: 'file' },
  'GET /rooms.js': { ...anyone, answers: 'file' },
  'GET /rooms': ofOne,
  'GET /rooms/new': ofOne,
  'POST /rooms/new': { ...ofOne, writes: [roomCategory] },
  'GET /rooms/:room': { ...hosted, writes: [] },
  'POST /rooms/:room/rules': hosted,
  'POST /rooms/:room/name': hosted,
  'POST /rooms/:room/link': { ...hosted, answers: Done },
  'POST /rooms/:room/link/none': hosted,
  'GET /rooms/:room/people': { ...named, writes: [] },
  'POST /rooms/:room/people': { ...named, writes: [invitationCategory, 'mail.address'] },
  'POST /rooms/:room/people/withdraw': { ...named, writes: [invitationCategory] },
  'POST /rooms/:room/people/remove': { ...named, writes: [memberCategory] },
  'POST /rooms/leave': { ...ofOne, reads: [], writes: [memberCategory] },
  'GET /room-invitations/:token': linked,
  'GET /room-invitations/:token/accept': { ...linked, access: 'signed-in' },
  'POST /room-invitations/:token/accept': {
    ...linked,
    access: 'signed-in',
    writes: [invitationCategory, memberCategory],
  },
  'GET /rooms/:room/look': { ...hosted, writes: [] },
  'POST /rooms/:room/look': hosted,
  'POST /rooms/:room/look/logo': { ...hosted, takesFile: pictureLimits.logo.most.bytes },
  'POST /rooms/:room/look/logo/remove': hosted,
  'POST /rooms/:room/look/background': { ...hosted, takesFile: pictureLimits.background.most.bytes },
  'POST /rooms/:room/look/background/remove': hosted,
  'GET /organisations/:organisation/look': { ...ofAll, writes: [] },
  'POST /organisations/:organisation/look': ofAll,
  'POST /organisations/:organisation/look/logo': { ...ofAll, takesFile: pictureLimits.logo.most.bytes },
  'POST /organisations/:organisation/look/logo/remove': ofAll,
  'POST /organisations/:organisation/look/background': { ...ofAll, takesFile: pictureLimits.background.most.bytes },
  'POST /organisations/:organisation/look/background/remove': ofAll,
  'GET /rooms/:room/delete': { ...hosted, writes: [], fresh: true },
  'POST /rooms/:room/delete': { ...hosted, fresh: true },
  'GET /api/v1/rooms/:room': { ...anyone, answers: RoomAnswer },
  'GET /api/v1/room-pictures/:picture': { ...anyone, answers: 'file' },
} as const satisfies RouteCatalogue

export interface RoomRouteParts {
  readonly pages: Pages
  /** Null while the policy in force has no rooms: then every room is nobody's, and nothing is at these addresses. */
  readonly rooms: Rooms | null
  /** In which times are told and read. */
  readonly timeZone: string
  readonly publicUrl: URL
  readonly clock: Clock
  /** The account of who asks; null where nobody is signed in. */
  accountOf(request: FastifyRequest, reply: FastifyReply): Promise<string | null>
}

/** What anybody may ask about a room, and its people's pages. */
export function registerRoomRoutes(server: FastifyInstance, parts: RoomRouteParts): void {
  const serve = (path: string, type: string, file: string) =>
    server.get(path, (_request, reply) => reply.type(type).header('cache-control', 'no-cache').send(file))
  serve('/rooms.css', 'text/css; charset=utf-8', stylesheet)
  serve('/rooms.js', 'text/javascript; charset=utf-8', script)
  registerAnswers(server, parts)
  registerPictures(server, parts)
  registerListRoutes(server, parts)
  registerHostRoutes(server, parts)
  registerLookRoutes(server, parts)
  registerPeopleRoutes(server, parts)
  registerAnswerRoutes(server, parts)
}

function registerAnswers(server: FastifyInstance, { rooms, accountOf }: RoomRouteParts): void {
  server.get<{ Params: { room: string } }>('/api/v1/rooms/:room', async (request, reply) => {
    const canonical = canonicalRoomName(request.params.room)
    if (rooms === null || !canonical.ok || canonical.name !== request.params.room) throw new HttpRefusal('not-found')
    const { status, door, size, linkTag, endsAt, hidesAddresses, brand } = await rooms.rulesOf(canonical.name)
    const isThere = status === 'open'
    const given = isThere ? await rooms.claimFor(canonical.name, await accountOf(request, reply)) : nobody
    const answer: RoomAnswer = {
      ...{ status, door, size, hidesAddresses, brand, ...given },
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
  server.get<{ Params: { picture: string } }>('/api/v1/room-pictures/:picture', async (request, reply) => {
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

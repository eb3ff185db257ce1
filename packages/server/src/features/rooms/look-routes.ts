import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Language, Text } from '@samtale/policy'
import { SentFile, TooLarge } from '../../platform/http/uploads.ts'
import { tooHeavy } from '../../platform/images/problems.ts'
import type { Picture } from './brand-store.ts'
import { shownBrand } from './brand.ts'
import { pictureLimits, unreadable, type BrandPlace, type Colours } from './brands.ts'
import { asHost, to, type HostVisit } from './host-routes.ts'
import { visitorOf } from '../accounts/index.ts'
import { HttpRefusal } from '../../platform/http/errors.ts'
import { reveal } from '../../platform/personal.ts'
import { lookPage, type LookState } from './pages/look-page.ts'
import { lookWords, tooFaint } from './pages/look-words.ts'
import { roomPage as at } from './pages/markup.ts'
import { roomWords } from './pages/room-words.ts'
import type { Rooms } from './rooms.ts'
import type { RoomRouteParts } from './routes.ts'
import { queryOf } from '../../platform/http/query.ts'
import { fieldsOf } from '../pages/index.ts'

/** Whose look a request is about, and where its page is. */
interface Looked {
  readonly rooms: Rooms
  readonly place: BrandPlace
  /** Account of who asks. */
  readonly by: string
  readonly language: Language
  readonly path: string
  readonly name: string
  readonly back: LookState['back']
}
type InOrganisation = { Params: { organisation: string } }
type Handle = (request: FastifyRequest, reply: FastifyReply, looked: Looked) => Promise<FastifyReply>
type Handler = (request: FastifyRequest, reply: FastifyReply) => Promise<FastifyReply>

/** Where the look of a room is chosen, and that of all rooms of an organisation. */
export function registerLookRoutes(server: FastifyInstance, parts: RoomRouteParts): void {
  const ofRoom = (handle: Handle): Handler =>
    // The gate let a host of the room in the path through.
    asHost(parts, (request, reply, visit) => handle(request, reply, roomLooked(visit))) as Handler
  registerLook(server, parts, '/rooms/:room/look', ofRoom)
  registerLook(server, parts, '/organisations/:organisation/look', (handle) => async (request, reply) => {
    const looked = await organisationLooked(parts, request as FastifyRequest<InOrganisation>)
    return handle(request, reply, looked)
  })
}

function registerLook(
  server: FastifyInstance,
  { pages }: RoomRouteParts,
  path: string,
  of: (handle: Handle) => Handler,
): void {
  const show = async (
    request: FastifyRequest,
    reply: FastifyReply,
    looked: Looked,
    failed: LookState['failed'] | null,
  ) => pages.send(request, reply, lookPage(await stateOf(request, looked, failed)))
  const saved = (reply: FastifyReply, looked: Looked) => to(reply, looked, looked.path, '&saved')
  server.get(
    path,
    of((request, reply, looked) => show(request, reply, looked, null)),
  )
  server.post(
    path,
    of(async (request, reply, looked) => {
      const failed = await saveColours(looked, fieldsOf(request.body))
      return failed === null ? saved(reply, looked) : show(request, reply, looked, failed)
    }),
  )
  for (const picture of ['logo', 'background'] as const) {
    server.post(
      `${path}/${picture}`,
      of(async (request, reply, looked) => {
        const wrong = await savePicture(looked, picture, request.body)
        return wrong === null ? saved(reply, looked) : show(request, reply, looked, { part: picture, wrong })
      }),
    )
    server.post(
      `${path}/${picture}/remove`,
      of(async (_request, reply, looked) => {
        await looked.rooms.brands.removePicture(looked.place, looked.by, picture)
        return saved(reply, looked)
      }),
    )
  }
}

function roomLooked({ rooms, room, who, language }: HostVisit): Looked {
  return {
    ...{ rooms, language, name: room.name, path: at(room.name, '/look'), by: who.account },
    place: { record: room.record, owner: room.owner, room },
    back: { href: at(room.name), label: roomWords.back },
  }
}

/** @throws HttpRefusal `not-found` */
async function organisationLooked({ rooms }: RoomRouteParts, request: FastifyRequest<InOrganisation>): Promise<Looked> {
  const { who, language } = visitorOf(request)
  const { organisation } = request.params
  const found = (await rooms?.memberships.of(who.account))?.find((one) => one.organisation === organisation)
  if (rooms === null || found === undefined) throw new HttpRefusal('not-found')
  const page = `/organisations/${encodeURIComponent(organisation)}`
  return {
    ...{ rooms, language, name: reveal(found.name), path: `${page}/look`, by: who.account },
    place: { record: organisation, owner: 'organisation', room: null },
    back: { href: page, label: lookWords.backToOrganisation },
  }
}

async function saveColours(
  { rooms, place, by }: Looked,
  sent: Readonly<Record<string, string>>,
): Promise<LookState['failed'] | null> {
  if (sent['which'] !== 'own') {
    await rooms.brands.setColours(place, by, null)
    return null
  }
  const colours = { accent: sent['accent']?.toLowerCase() ?? '', ground: sent['ground']?.toLowerCase() ?? '' }
  if (!areColours(colours)) return { part: 'colours', wrong: lookWords.notColour }
  const faint = unreadable(colours)
  if (faint !== null) return { part: 'colours', wrong: tooFaint(faint.ratio, faint.nearest), ...colours }
  await rooms.brands.setColours(place, by, colours)
  return null
}

function areColours({ accent, ground }: Colours): boolean {
  return [accent, ground].every((colour) => /^#[\da-f]{6}$/.test(colour))
}

async function savePicture({ rooms, place, by }: Looked, picture: Picture, body: unknown): Promise<Text | null> {
  if (body instanceof TooLarge) return tooHeavy(body.size, pictureLimits[picture].most.bytes).reason
  const file: unknown = typeof body === 'object' && body !== null ? Reflect.get(body, 'picture') : null
  return rooms.brands.setPicture(place, by, picture, file instanceof SentFile ? file.bytes : new Uint8Array())
}

async function stateOf(
  request: FastifyRequest,
  { rooms, place, ...looked }: Looked,
  failed: LookState['failed'] | null,
): Promise<LookState> {
  const own = await rooms.brands.find(place)
  const inherited = place.room === null ? undefined : await rooms.brands.find({ ...place, room: null })
  return {
    ...looked,
    own,
    ofAll: place.room === null,
    shown: shownBrand(own, inherited),
    saved: queryOf(request).has('saved'),
    ...(failed === null || failed === undefined ? {} : { failed }),
  }
}

import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Language, Text } from '@samtale/policy'
import { SentFile, TooLarge } from '../../platform/http/uploads.ts'
import { tooHeavy } from '../../platform/images/problems.ts'
import type { Picture } from './brand-store.ts'
import { shownBrand } from './brand.ts'
import { pictureLimits, unreadable, type BrandPlace, type Colours } from './brands.ts'
import { fieldsOf } from './fields.ts'
import { asHost, to, type HostVisit } from './host-routes.ts'
import { lookPage, type LookState } from './pages/look-page.ts'
import { lookWords, tooFaint } from './pages/look-words.ts'
import { roomPage as at } from './pages/markup.ts'
import { roomWords } from './pages/room-words.ts'
import type { Rooms } from './rooms.ts'
import type { RoomRouteParts } from './routes.ts'

/** Whose look a request is about, and where its page is. */
interface Looked {
  readonly rooms: Rooms
  readonly place: BrandPlace
  readonly language: Language
  readonly path: string
  readonly name: string
  readonly back: LookState['back']
}
type InRoom = { Params: { room: string } }

/** Where the look of a room is chosen. */
export function registerLookRoutes(server: FastifyInstance, parts: RoomRouteParts): void {
  const show = async (
    request: FastifyRequest,
    reply: FastifyReply,
    looked: Looked,
    failed: LookState['failed'] | null,
  ) => parts.pages.send(request, reply, lookPage(await stateOf(request, looked, failed)))

  const path = '/rooms/:room/look'
  server.get<InRoom>(
    path,
    asHost(parts, (request, reply, visit) => show(request, reply, ofRoom(visit), null)),
  )
  server.post<InRoom>(
    path,
    asHost(parts, async (request, reply, visit) => {
      const looked = ofRoom(visit)
      const failed = await saveColours(looked, fieldsOf(request.body))
      return failed === null ? to(reply, visit, looked.path, '&saved') : show(request, reply, looked, failed)
    }),
  )
  for (const picture of ['logo', 'background'] as const) {
    server.post<InRoom>(
      `${path}/${picture}`,
      asHost(parts, async (request, reply, visit) => {
        const looked = ofRoom(visit)
        const wrong = await savePicture(looked, picture, request.body)
        return wrong === null
          ? to(reply, visit, looked.path, '&saved')
          : show(request, reply, looked, { part: picture, wrong })
      }),
    )
    server.post<InRoom>(
      `${path}/${picture}/remove`,
      asHost(parts, async (_request, reply, visit) => {
        const looked = ofRoom(visit)
        await looked.rooms.brands.removePicture(looked.place, picture)
        return to(reply, visit, looked.path, '&saved')
      }),
    )
  }
}

function ofRoom({ rooms, room, language }: HostVisit): Looked {
  return {
    ...{ rooms, language, name: room.name, path: at(room.name, '/look') },
    place: { record: room.record, room },
    back: { href: at(room.name), label: roomWords.back },
  }
}

async function saveColours(
  { rooms, place }: Looked,
  sent: Readonly<Record<string, string>>,
): Promise<LookState['failed'] | null> {
  if (sent['which'] !== 'own') {
    await rooms.brands.setColours(place, null)
    return null
  }
  const colours = { accent: sent['accent']?.toLowerCase() ?? '', ground: sent['ground']?.toLowerCase() ?? '' }
  if (!areColours(colours)) return { part: 'colours', wrong: lookWords.notColour }
  const faint = unreadable(colours)
  if (faint !== null) return { part: 'colours', wrong: tooFaint(faint.ratio, faint.nearest), ...colours }
  await rooms.brands.setColours(place, colours)
  return null
}

function areColours({ accent, ground }: Colours): boolean {
  return [accent, ground].every((colour) => /^#[\da-f]{6}$/.test(colour))
}

async function savePicture({ rooms, place }: Looked, picture: Picture, body: unknown): Promise<Text | null> {
  if (body instanceof TooLarge) return tooHeavy(body.size, pictureLimits[picture].most.bytes).reason
  const file: unknown = typeof body === 'object' && body !== null ? Reflect.get(body, 'picture') : null
  return rooms.brands.setPicture(place, picture, file instanceof SentFile ? file.bytes : new Uint8Array())
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
    saved: new URLSearchParams(request.url.split('?')[1] ?? '').has('saved'),
    ...(failed === null || failed === undefined ? {} : { failed }),
  }
}

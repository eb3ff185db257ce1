import type { Text } from '@samtale/policy'
import { newId } from '../../platform/ids.ts'
import { ImageProblem } from '../../platform/images/problems.ts'
import { remadeType, remake, type RemakeOptions } from '../../platform/images/remake.ts'
import { reveal } from '../../platform/personal.ts'
import { brandStore, type Brand, type BrandPart, type Picture } from './brand-store.ts'
import { contrast, leastForText, nearestReadable } from './contrast.ts'
import type { RoomParts } from './parts.ts'
import { roomCategory, type Owner } from './tables.ts'

/** Whose look it is: a room's, or with no room that of all rooms of its owner. */
export interface BrandPlace {
  readonly record: string
  readonly owner: Owner
  readonly room: { readonly id: string; readonly name: string } | null
}

export interface Colours {
  readonly accent: string
  readonly ground: string
}

/** Sizes of pictures, in pixels and bytes. */
export const pictureLimits = {
  logo: {
    kinds: ['png', 'webp', 'jpeg'],
    most: { bytes: 1_000_000, width: 4_000, height: 4_000 },
    least: { width: 64, height: 64 },
    to: { width: 512, height: 256, fit: 'inside' },
  },
  background: {
    kinds: ['jpeg', 'png', 'webp'],
    most: { bytes: 6_000_000, width: 8_000, height: 8_000 },
    least: { width: 1_280, height: 720 },
    to: { width: 1_920, height: 1_200, fit: 'inside' },
  },
} as const satisfies Record<Picture, RemakeOptions>

/** How rooms look. Pictures are made anew from their pixels, and sealed like names. */
export function createBrands(parts: RoomParts, changed: Changed) {
  const { database, seals, clock } = parts
  const store = brandStore(database)
  const cell = (column: Picture, record: string) =>
    ({ table: 'room_brand', column, record, category: roomCategory }) as const

  const write = createWrite(parts, changed)
  return {
    find: ({ record, room }: Pick<BrandPlace, 'record' | 'room'>): Promise<Brand | undefined> =>
      store.find(record, room?.id ?? null),

    /** Gives why the picture isn't taken. */
    setPicture: async (place: BrandPlace, by: string, picture: Picture, bytes: Uint8Array): Promise<Text | null> => {
      const made = await remake(bytes, pictureLimits[picture])
      if (made instanceof ImageProblem) return made.reason
      const sealer = await seals.forSealing([place.record], [roomCategory])
      const sealed = sealer.seal(cell(picture, place.record), made.toString('base64'))
      const number = newId(clock.now())
      await write(
        place,
        by,
        picture === 'logo' ? { logo: sealed, logo_id: number } : { background: sealed, background_id: number },
      )
      return null
    },

    removePicture: (place: BrandPlace, by: string, picture: Picture): Promise<void> =>
      write(place, by, picture === 'logo' ? { logo: null, logo_id: null } : { background: null, background_id: null }),

    /** With `null`, the colours of Samtale. */
    setColours: (place: BrandPlace, by: string, colours: Colours | null): Promise<void> =>
      write(place, by, { accent: colours?.accent ?? null, ground: colours?.ground ?? null }),

    /** A picture by its number; whoever comes to the room sees it. */
    picture: async (number: string): Promise<{ bytes: Buffer; type: string } | null> => {
      const found = await store.picture(number)
      if (found === null || found.sealed === null) return null
      const { record, column, sealed } = found
      const opener = await seals.forOpening([record], [roomCategory])
      return { bytes: Buffer.from(reveal(opener.open(cell(column, record), sealed)), 'base64'), type: remadeType }
    },
  }
}

type Changed = (room: string | null) => void

/** Writes a part of a look, and in an organisation's log that it was done. */
function createWrite({ database, clock, audit }: RoomParts, changed: Changed) {
  return async (place: BrandPlace, by: string, part: Omit<BrandPart, 'updated_at'>): Promise<void> => {
    const { record, owner, room } = place
    const now = clock.now()
    const about = room === null ? { kind: 'organisation', id: record } : { kind: 'room', id: room.id }
    const named = room === null ? {} : { detail: room.name }
    const act =
      owner === 'organisation' && audit !== null
        ? await audit.prepare({ organisation: record, by, what: 'room.branded', about, ...named })
        : null
    await database.transaction(async (transaction) => {
      const whose = { id: newId(now), record_id: record, room_id: room?.id ?? null }
      await brandStore(transaction).write(whose, { ...part, updated_at: now })
      if (act !== null) await audit?.note(transaction, act)
    })
    changed(room?.name ?? null)
  }
}

/** Whether links and buttons can be read on the ground (WCAG 2.2, 1.4.3); else the nearest colour that can. */
export function unreadable({ accent, ground }: Colours): { ratio: number; nearest: string } | null {
  const ratio = contrast(accent, ground)
  return ratio >= leastForText ? null : { ratio, nearest: nearestReadable(accent, ground) }
}

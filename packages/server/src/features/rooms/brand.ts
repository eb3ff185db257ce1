import type { RoomBrand } from '@samtale/protocol'
import type { Brand, Picture } from './brand-store.ts'
import { textOn } from './contrast.ts'

export const picturePath = (number: string): string => `/api/v1/room-pictures/${number}`

/** A room's look: its own, and where it has none its owner's. */
export function shownBrand(own: Brand | undefined, inherited: Brand | undefined): RoomBrand | null {
  const pictureOf = (picture: Picture) => {
    const number = own?.[`${picture}_id`] ?? inherited?.[`${picture}_id`] ?? null
    return number === null ? null : picturePath(number)
  }
  const logo = pictureOf('logo')
  const background = pictureOf('background')
  const colours = coloursOf(own) ?? coloursOf(inherited)
  return logo === null && background === null && colours === null ? null : { logo, background, colours }
}

function coloursOf(brand: Brand | undefined): RoomBrand['colours'] {
  const { accent, ground } = brand ?? { accent: null, ground: null }
  if (accent === null || ground === null) return null
  return { accent, onAccent: textOn(accent), ground, onGround: textOn(ground) }
}

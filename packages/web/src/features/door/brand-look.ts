import type { RoomBrand } from '@samtale/protocol'
import type { CSSProperties } from 'react'
import './brand-look.css'

/**
 * How a page takes on a room's look: properties for the element that holds the page. The server gives only colours that
 * text can be read on, in both themes; without any, the page looks as ever.
 */
export function brandLook(brand: RoomBrand | null): { 'data-brand'?: string; style?: CSSProperties } {
  if (brand === null || (brand.colours === null && brand.background === null)) return {}
  const { colours, background } = brand
  return {
    'data-brand': [colours === null ? '' : 'colours', background === null ? '' : 'picture'].join(' ').trim(),
    style: {
      ...(colours === null
        ? {}
        : {
            '--brand-accent': colours.accent,
            '--brand-on-accent': colours.onAccent,
            '--brand-ground': colours.ground,
            '--brand-on-ground': colours.onGround,
          }),
      ...(background === null ? {} : { '--brand-picture': `url("${background}")` }),
    } as CSSProperties,
  }
}

import type { RoomBrand } from '@samtale/protocol'
import { HomeLink } from '../pages/HomeLink.tsx'
import './brand-look.css'

/** The room's logo where it has one, else the product's mark and name. */
export function BrandMark({ brand }: { brand: RoomBrand | null }) {
  const logo = brand?.logo ?? null
  return logo === null ? <HomeLink /> : <img className="brand-logo" src={logo} alt="" />
}

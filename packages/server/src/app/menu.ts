import type { Policy } from '@samtale/policy'
import { isAwake as hasAccounts, personOf, signInLink } from '../features/accounts/index.ts'
import { areOrganisationsAwake } from '../features/organisations/index.ts'
import type { Menu, MenuLink } from '../features/pages/index.ts'
import { hasRooms } from '../features/rooms/index.ts'

const rooms: MenuLink = { href: '/rooms', label: { en: 'Rooms', nb: 'Rom', sv: 'Rum' } }
const organisations: MenuLink = {
  href: '/organisations',
  label: { en: 'Organisations', nb: 'Organisasjoner', sv: 'Organisationer' },
}
const always: readonly MenuLink[] = [
  { href: '/account', label: { en: 'Account', nb: 'Konto', sv: 'Konto' } },
  { href: '/admin', label: { en: 'Admin', nb: 'Administrasjon', sv: 'Administration' }, forOperators: true },
]

/** The menu of every page, with what the policy in force has; none while it has no accounts. */
export function menuOf(policy: Policy): { readonly menu?: Menu } {
  if (!hasAccounts(policy)) return {}
  const own = [...(hasRooms(policy) ? [rooms] : []), ...(areOrganisationsAwake(policy) ? [organisations] : [])]
  return { menu: { links: [...own, ...always], signIn: signInLink, personOf } }
}

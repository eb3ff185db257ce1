import type { Policy } from '@samtale/policy'
import { isAwake as hasAccounts, personOf, signInLink } from '../features/accounts/index.ts'
import type { Menu, MenuLink } from '../features/pages/index.ts'

/** Where people who are signed in go. */
const links: readonly MenuLink[] = [
  { href: '/rooms', label: { en: 'Rooms', nb: 'Rom', sv: 'Rum' } },
  { href: '/organisations', label: { en: 'Organisations', nb: 'Organisasjoner', sv: 'Organisationer' } },
  { href: '/account', label: { en: 'Account', nb: 'Konto', sv: 'Konto' } },
  { href: '/admin', label: { en: 'Admin', nb: 'Administrasjon', sv: 'Administration' }, forOperators: true },
]

/** The menu of every page; none while the policy in force has no accounts. */
export function menuOf(policy: Policy): { readonly menu?: Menu } {
  return hasAccounts(policy) ? { menu: { links, signIn: signInLink, personOf } } : {}
}

import type { Text } from '@samtale/policy'
import type { OrganisationRole } from '../../platform/http/routes.ts'
import { reveal, type Personal } from '../../platform/personal.ts'
import type { Person } from '../accounts/index.ts'

export const roleWords: Readonly<Record<OrganisationRole, Text>> = {
  owner: { en: 'Owner', nb: 'Eier', sv: 'Ägare' },
  admin: { en: 'Admin', nb: 'Administrator', sv: 'Administratör' },
  host: { en: 'Host', nb: 'Vert', sv: 'Värd' },
  member: { en: 'Member', nb: 'Medlem', sv: 'Medlem' },
}

/** What somebody goes by: their name, or else their address. */
export function nameOf({ name, email }: Pick<Person, 'name' | 'email'>): Personal<string> {
  return reveal(name) === '' ? email : name
}

/** A sentence with its values. */
export function fill(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(/\{(\w+)\}/g, (_whole, name: string) => values[name] ?? '')
}

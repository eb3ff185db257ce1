import type { Personal } from '../../platform/personal.ts'
import { memberStore } from './member-store.ts'
import { openOrganisationRows } from './organisation.ts'
import { organisationStore } from './organisation-store.ts'
import type { OrganisationParts } from './parts.ts'

/** An organisation that one person alone owns, and what becomes of it without them (`settle.ts`). */
export interface SolelyOwned {
  readonly organisation: string
  readonly name: Personal<string>
  /** An admin owns it then; or its people are told and it is deleted later; or it is deleted at once. */
  readonly becomes: 'handed-over' | 'deleted-later' | 'deleted'
}

export async function solelyOwnedBy(parts: OrganisationParts, account: string): Promise<SolelyOwned[]> {
  const members = memberStore(parts.database)
  const owned = (await members.ofAccount(account)).filter(({ role }) => role === 'owner')
  const found: SolelyOwned[] = []
  for (const { organisation } of owned) {
    if ((await members.count(organisation, 'owner')) > 1) continue
    const row = await organisationStore(parts.database).get(organisation)
    const [opened] = row === undefined ? [] : await openOrganisationRows(parts, [row])
    if (opened === undefined) continue
    const isAlone = (await members.count(organisation)) === 1
    const hasAdmin = (await members.count(organisation, 'admin')) > 0
    const becomes = hasAdmin ? 'handed-over' : isAlone ? 'deleted' : 'deleted-later'
    found.push({ organisation, name: opened.name, becomes })
  }
  return found
}

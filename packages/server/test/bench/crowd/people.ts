import { openAccounts } from '../../../src/app/accounts.ts'
import { membershipsFor, openAudit, openMemberships, openOrganisations } from '../../../src/app/organisations.ts'
import { openRooms } from '../../../src/app/rooms.ts'
import type { Work } from '../../../src/app/work.ts'
import { underWay } from '../../../src/features/accounts/adapter/under-way.ts'
import { userModel } from '../../../src/features/accounts/adapter/user.ts'
import { memberStore } from '../../../src/features/organisations/member-store.ts'
import { lookupCategory } from '../../../src/features/records/index.ts'
import { newId } from '../../../src/platform/ids.ts'
import { Personal, reveal } from '../../../src/platform/personal.ts'
import type { Installation } from './seed.ts'
import { partsOf, together } from './together.ts'

const first = ['Kari', 'Ola', 'Ingrid', 'Lars', 'Åse', 'Bjørn', 'Nora', 'Emil', 'Sigrid', 'Jon']
const last = ['Hansen', 'Lund', 'Berg', 'Åsen', 'Dahl', 'Moe', 'Strand', 'Vik', 'Nygård', 'Holm', 'Eide']

export function addressOf(person: number): string {
  return `person-${person}@hjem.example`
}

/** Accounts with a name each; gives their ids. */
export async function makePeople({ work, clock }: Installation, count: number): Promise<string[]> {
  const ids: string[] = []
  for (const part of partsOf(count, 250)) {
    clock.pass()
    const made = part.map((person) => ({ id: newId(clock.now()), person }))
    await work.seals.forSealing(
      made.map(({ id }) => id),
      ['account'],
    )
    await together(work, async (joined) => {
      const { subjects, facts } = work.records
      const model = userModel({
        ...{ database: joined.database, seals: work.seals, clock, hasPasswords: false },
        records: {
          open: (transaction, { id, kind, address, at }) =>
            subjects.open(transaction, {
              ...{ id, kind, at },
              addressIndex: address === null ? null : work.seals.index(lookupCategory, reveal(address)),
            }),
          used: (transaction, record, at) =>
            facts.note(transaction, [{ kind: 'event', record, event: 'last-activity', at }]),
          erase: () => Promise.reject(new TypeError('Nobody is erased here.')),
        },
      })
      for (const { id, person } of made) {
        const at = clock.now()
        const name = `${first[person % first.length]} ${last[person % last.length]} ${person}`
        const user = { id, email: addressOf(person), name, emailVerified: true, createdAt: at, updatedAt: at }
        const language = (['nb', 'sv', 'en'] as const)[person % 3] ?? 'nb'
        await underWay.run({ address: null, language, record: null }, () => model.create(user))
      }
    })
    ids.push(...made.map(({ id }) => id))
  }
  return ids
}

/** Organisations: the first with so many members, owned by the first person; the rest with five each. Gives their ids. */
export async function makeOrganisations(
  { work, policy, publicUrl, clock, log }: Installation,
  people: readonly string[],
  { count, members }: { count: number; members: number },
): Promise<string[]> {
  const ids: string[] = []
  const open = (joined: Work) => {
    const shared = { work: joined, policy, publicUrl, clock }
    const signIn = { provider: null, sms: { send: async () => {} } }
    const accounts = openAccounts({ ...shared, signIn, log })
    const made = openOrganisations({ ...shared, accounts, audit: openAudit(shared) })
    if (made === null) throw new Error('The default profile has organisations.')
    return made
  }
  for (const part of partsOf(count, 50)) {
    clock.pass()
    await together(work, async (joined) => {
      const { make } = open(joined)
      for (const number of part) {
        const owner = people[number < 5 ? 0 : (number * 7) % people.length] ?? ''
        const id = await make(owner, new Personal('organisation', `${last[number % last.length]} skole ${number}`))
        if (id === null) throw new Error('One owns too many.')
        const size = number === 0 ? members : 6
        for (let member = 1; member < size; member += 1) {
          const account = people[number === 0 ? member : (number * 7 + member) % people.length] ?? ''
          const role = member === 1 ? 'admin' : member % 10 === 0 ? 'host' : 'member'
          const at = clock.now()
          const row = { id: newId(at), record_id: account, organisation_id: id, role, joined_at: at } as const
          await memberStore(joined.database).add(row)
        }
        ids.push(id)
      }
    })
  }
  return ids
}

export interface Rooms {
  readonly all: number
  /** Of the first person. */
  readonly person: number
  /** Of the first organisation. */
  readonly organisation: number
}

/** Rooms: many of one person, many of one organisation, and the rest by turns of everybody. */
export async function makeRooms(
  { work, policy, clock }: Installation,
  [people, organisations]: readonly [readonly string[], readonly string[]],
  rooms: Rooms,
): Promise<void> {
  for (const part of partsOf(rooms.all, 100)) {
    clock.pass()
    await together(work, async (joined) => {
      const shared = { work: joined, policy, clock }
      const memberships = membershipsFor(openMemberships(shared), null)
      const made = openRooms({ ...shared, memberships, audit: openAudit(shared) })
      for (const number of part) {
        const owner = ownerOf(number, [people, organisations], rooms)
        const name = `${first[number % first.length]}-rom-${number.toString(36)}`
        const room = await made?.make({ ...owner, name, tag: null }, people[0])
        if (room?.ok !== true) throw new Error(`There is no room ${name}: ${room?.problem}`)
        if (number % 10 === 0) await made?.noteMeeting(room.name)
      }
    })
  }
}

export function roomName(number: number): string {
  return `${first[number % first.length]}-rom-${number.toString(36)}`.toLowerCase()
}

function ownerOf(
  number: number,
  [people, organisations]: readonly [readonly string[], readonly string[]],
  { person, organisation }: Rooms,
) {
  if (number < person) return { record: people[0] ?? '', owner: 'account' } as const
  if (number < person + organisation) return { record: organisations[0] ?? '', owner: 'organisation' } as const
  if (number % 2 === 0) return { record: people[number % people.length] ?? '', owner: 'account' } as const
  return { record: organisations[number % organisations.length] ?? '', owner: 'organisation' } as const
}

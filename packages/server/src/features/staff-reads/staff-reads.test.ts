import { afterAll, beforeAll, expect, test } from 'vitest'
import { lookupCategory } from '../records/index.ts'
import { reveal } from '../../platform/personal.ts'
import { openAccountInstallation, type AccountInstallation } from '../../../test/accounts/installation.ts'
import { createStaffReads, type StaffReads } from './staff-reads.ts'

let at: AccountInstallation
let staffReads: StaffReads

beforeAll(async () => {
  at = await openAccountInstallation()
  const { database, seals, records } = at.work
  staffReads = createStaffReads({ database, seals, records, clock: at.clock })
}, 60_000)
afterAll(() => at.close())

async function newRecord(id: string, address: string): Promise<string> {
  const addressIndex = at.work.seals.index(lookupCategory, address)
  await at.database.transaction((transaction) =>
    at.work.records.subjects.open(transaction, { id, kind: 'account', addressIndex, at: at.clock.now() }),
  )
  const [look] = await at.work.records.look.byId([id], at.clock.now())
  return look?.record.subject_id ?? ''
}

test('rows N08, A10: a look is noted with its reason before it is taken, and its person alone sees it', async () => {
  const [kari, ola] = [await newRecord('r-kari', 'kari@hjem.example'), await newRecord('r-ola', 'ola@hjem.example')]
  await staffReads.note({
    record: 'r-kari',
    by: 'a-operator',
    role: 'operator',
    why: '  She asked why she got no mail ',
  })
  const seen = await staffReads.ofSubject(kari)
  expect(seen.map(({ role, why, kind }) => [role, reveal(why), kind])).toEqual([
    ['operator', 'She asked why she got no mail', 'account'],
  ])
  expect(seen[0]?.at).toEqual(at.clock.now())
  expect(Object.keys(seen[0] ?? {})).not.toContain('by')
  expect(await staffReads.ofSubject(ola)).toEqual([])
})

test('nobody looks without a reason, nor at what isn’t there', async () => {
  await expect(staffReads.note({ record: 'r-kari', by: 'x', role: 'operator', why: ' \n ' })).rejects.toThrow('reason')
  await expect(staffReads.note({ record: 'r-none', by: 'x', role: 'operator', why: 'Why' })).rejects.toThrow('record')
})

test('row N08: it goes when everything of the person goes, and by itself when its time is over', async () => {
  const per = await newRecord('r-per', 'per@hjem.example')
  await staffReads.note({ record: 'r-per', by: 'a-operator', role: 'command', why: 'A request of theirs' })
  await at.work.records.erase({ subject: per }, at.clock.now())
  expect(await staffReads.ofSubject(per)).toEqual([])
  const kari = await at.work.records.look.byId(['r-kari'], at.clock.now())
  at.clock.advance(366 * 86_400_000)
  await at.work.records.apply.due()
  expect(await staffReads.ofSubject(kari[0]?.record.subject_id ?? '')).toEqual([])
})

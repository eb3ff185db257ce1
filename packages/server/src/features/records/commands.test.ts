import { afterAll, beforeAll, expect, test } from 'vitest'
import { openErasureInstallation } from '../../../test/erasure/installation.ts'
import { recordCommands } from './commands.ts'

let at: Awaited<ReturnType<typeof openErasureInstallation>>
beforeAll(async () => {
  at = await openErasureInstallation()
})
afterAll(() => at.close())

const day = 86_400_000
let people = 0

async function person() {
  people += 1
  const address = `kanari${people}@hjem.example`
  await at.write(address, `Kanari ${people} synger`)
  await at.agree(address)
  const [ticket = ''] = (await at.desk.lookAt(await at.subjectOf(address)))
    .filter(({ record }) => record.kind === 'ticket')
    .map(({ record }) => record.id)
  return { address, ticket }
}

/** What the program prints. */
async function run(name: keyof typeof recordCommands, asked: object): Promise<Record<string, unknown>> {
  const answer = await recordCommands[name].run({ recordDesk: at.desk }, asked)
  if (!('facts' in answer)) throw new Error('A file.')
  return JSON.parse(JSON.stringify(answer.facts)) as Record<string, unknown>
}

const holdOn = (record: string, over: object = {}) => ({
  record,
  category: 'correspondence',
  ground: '17-3-e',
  owner: 'legal',
  'review-by': '2026-12-01',
  ...over,
})

test('row G01: what is kept about an address is told in ids, kinds, states and ends, and in no value', async () => {
  const { address, ticket } = await person()
  const told = await run('records.of', { address: address.toUpperCase() })
  expect(told).toMatchObject({
    records: expect.arrayContaining([
      {
        record: ticket,
        kind: 'ticket',
        state: 'in-use',
        made: '2026-06-01T09:00:00.000Z',
        becomes: [
          {
            category: 'correspondence',
            state: 'in-use',
            until: '2027-06-01T09:00:00.000Z',
            deletedBy: '2027-06-02T09:00:00.000Z',
            keptBy: [{ by: 'processing', key: 'correspondence', exception: null, until: '2027-06-01T09:00:00.000Z' }],
          },
        ],
      },
    ]),
  })
  for (const canary of [address, 'kanari', 'synger']) expect(JSON.stringify(told).toLowerCase()).not.toContain(canary)
  expect(await run('records.of', { address: 'nobody@hjem.example' })).toEqual({ subject: null, records: [] })
})

test('row R07: a hold is placed on records, listed, due after its day of review, and released', async () => {
  const { ticket } = await person()
  const { hold } = await run('hold.place', holdOn(ticket))
  const placed = {
    hold,
    records: [ticket],
    categories: ['correspondence'],
    ground: '17-3-e',
    owner: 'legal',
    placed: '2026-06-01T09:00:00.000Z',
    reviewBy: '2026-12-01T00:00:00.000Z',
  }
  expect(await run('hold.list', {})).toEqual({ holds: [{ ...placed, due: false }] })
  expect([await run('hold.list', { due: true }), await at.desk.holdsDue()]).toEqual([{ holds: [] }, 0])
  at.clock.advance(183 * day)
  expect([await run('hold.list', { due: true }), await at.desk.holdsDue()]).toEqual([
    { holds: [{ ...placed, due: true }] },
    1,
  ])
  expect(await run('hold.release', { id: hold })).toEqual({ hold, state: 'released' })
  expect([await run('hold.list', {}), await at.desk.holdsDue()]).toEqual([{ holds: [] }, 0])
  await expect(run('hold.release', { id: hold })).rejects.toMatchObject({ code: 'hold.unknown' })
})

test.for([
  [{ 'review-by': '2026-01-01' }, 'hold.review-missing'],
  [{ 'review-by': 'soon' }, 'command.arguments-invalid'],
  [{ owner: 'Kari Nordmann' }, 'hold.owner-invalid'],
  [{ category: 'newsletter' }, 'hold.category-unknown'],
  [{ category: ' , ' }, 'hold.empty'],
  [{ record: '' }, 'hold.empty'],
  [{ record: 'nothing' }, 'record.unknown'],
  [{ ground: '6-1-f' }, 'command.arguments-invalid'],
] as const)('row R07: a hold like %j is refused with %s', async ([over, code]) => {
  const { ticket } = await person()
  await expect(run('hold.place', holdOn(ticket, { 'review-by': '2028-12-01', ...over }))).rejects.toMatchObject({
    code,
  })
})

test('row G05: a restriction takes everything of somebody out of use, and ends after they were told', async () => {
  const { address, ticket } = await person()
  const { restriction } = await run('restriction.place', { address, ground: '18-1-a' })
  const states = async () => (await at.desk.lookAt(await at.subjectOf(address))).map(({ record }) => record.state)
  expect(await states()).toEqual(['restricted', 'restricted'])
  expect(await run('restriction.list', {})).toMatchObject({
    restrictions: [{ restriction, ground: '18-1-a', told: null }],
  })
  await expect(run('restriction.lift', { id: restriction })).rejects.toMatchObject({ code: 'restriction.not-told' })
  await run('restriction.told', { id: restriction })
  await expect(run('restriction.told', { id: restriction })).rejects.toMatchObject({ code: 'restriction.unknown' })
  expect(await run('restriction.lift', { id: restriction })).toEqual({ restriction, state: 'lifted' })
  expect([await states(), await run('restriction.list', {})]).toEqual([['in-use', 'in-use'], { restrictions: [] }])
  expect(await run('restriction.place', { record: ticket, ground: '18-1-b' })).toMatchObject({ state: 'placed' })
  for (const asked of [{}, { address, record: ticket }])
    await expect(run('restriction.place', { ...asked, ground: '18-1-a' })).rejects.toMatchObject({
      code: 'command.arguments-invalid',
    })
  for (const asked of [{ record: 'nothing' }, { address: 'nobody@hjem.example' }])
    await expect(run('restriction.place', { ...asked, ground: '18-1-a' })).rejects.toMatchObject({
      code: 'record.unknown',
    })
})

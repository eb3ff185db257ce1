import type { Policy } from '@samtale/policy'
import { afterEach, expect, test } from 'vitest'
import { openLetterInstallation } from '../../../test/correspondence/installation.ts'
import { Personal } from '../../platform/personal.ts'

/** Two years after the last message; told a month before. */
const rule = {
  keep: 'P24M',
  from: 'last-message',
  cap: { atMost: 'P30M', after: 'last-message' },
  notice: { before: 'P30D', mail: 'retention.notice' },
  held: 'database',
} as const

function promising(policy: Policy): Policy {
  const { correspondence } = policy.processings
  if (correspondence === undefined) throw new Error('The default profile takes letters.')
  return { ...policy, processings: { ...policy.processings, correspondence: { ...correspondence, retention: rule } } }
}

let open: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const close of open) await close()
  open = []
})

const day = 86_400_000
const address = 'kanari@hjem.example'
const personal = (text: string) => new Personal('correspondence', text)

/** Somebody has written, on 1 June 2026, and heard that it came. */
async function written(change: (policy: Policy) => Policy = promising) {
  const at = await openLetterInstallation(change)
  open.push(at.close)
  await at.writers.begin({ address: personal(address), name: null, message: personal('Hei'), language: 'nb' })
  await at.work.records.apply.due()
  await at.mails()
  return at
}

type Installation = Awaited<ReturnType<typeof written>>

const go = async (at: Installation, days: number) => {
  at.clock.advance(days * day)
  await at.work.records.apply.due()
}
const letters = async ({ database }: Installation) =>
  (await database.for('correspondence').selectFrom('ticket').select('number').execute()).length
const notices = async (at: Installation) =>
  (await at.mails()).filter(({ subject }) => subject?.includes('sletter vi det vi har om deg') === true)

test('row R03: people are told a month before what they don’t use goes, and on its day it goes', async () => {
  const at = await written()
  await go(at, 700)
  expect([await notices(at), await letters(at)]).toEqual([[], 1])
  await go(at, 1)
  const [mail, ...more] = await notices(at)
  expect(more).toEqual([])
  expect(mail?.to?.[0]?.address).toBe(address)
  expect(mail?.subject).toBe('1. juni 2028 sletter vi det vi har om deg')
  expect(mail?.text).toContain('Henvendelser')
  await go(at, 29)
  expect([(await notices(at)).length, await letters(at)]).toEqual([1, 1])
  await go(at, 1)
  expect(await letters(at)).toBe(0)
})

test('row R03: told late, they have the whole month from then on', async () => {
  const at = await written()
  await go(at, 800)
  expect((await notices(at))[0]?.subject).toBe('8. september 2028 sletter vi det vi har om deg')
  await go(at, 29)
  expect(await letters(at)).toBe(1)
  await go(at, 1)
  expect(await letters(at)).toBe(0)
})

test('row R03: no mail, no deletion: what a policy promises in a mail that there isn’t, keeps the data', async () => {
  const other = { ...rule, notice: { before: 'P30D', mail: 'another' } } as const
  const at = await written((policy) => {
    const promised = promising(policy)
    const { correspondence } = promised.processings
    if (correspondence === undefined) return promised
    return {
      ...promised,
      processings: { ...promised.processings, correspondence: { ...correspondence, retention: other } },
    }
  })
  await go(at, 1_000)
  expect([await notices(at), await letters(at)]).toEqual([[], 1])
})

test('row R03: who uses it again is not deleted, and told anew two years later', async () => {
  const at = await written()
  await go(at, 701)
  const [ticket] = await at.desk.list('open', 1)
  await at.desk.reply(ticket?.number ?? '', personal('Her er svaret'))
  await go(at, 40)
  expect([(await notices(at)).length, await letters(at)]).toEqual([1, 1])
  await go(at, 661)
  expect((await notices(at)).length).toBe(2)
  await go(at, 30)
  expect(await letters(at)).toBe(0)
})

test('row R03: who has no address left can’t be told and needn’t be; it goes in its time', async () => {
  const at = await written()
  const [found] = await at.database
    .for('storage')
    .selectFrom('record')
    .select('id')
    .where('kind', '=', 'ticket')
    .execute()
  await at.work.seals.destroyRecords([found?.id ?? ''])
  await go(at, 730)
  expect(await notices(at)).toEqual([])
  await go(at, 1)
  expect(await letters(at)).toBe(0)
})

test('row R03: whose data is restricted is not written to, and nothing of theirs goes', async () => {
  const at = await written()
  const { database, work } = at
  const [found] = await database
    .for('storage')
    .selectFrom('record')
    .select('subject_id')
    .where('kind', '=', 'ticket')
    .execute()
  await database.transaction((transaction) =>
    work.records.facts.restrict(transaction, found?.subject_id ?? '', '18-1-a'),
  )
  await work.records.apply.due()
  await go(at, 800)
  expect([
    await notices(at),
    (await database.for('storage').selectFrom('record').select('id').execute()).length,
  ]).toEqual([[], 1])
})

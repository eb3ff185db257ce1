import type { Policy } from '@samtale/policy'
import { afterEach, expect, test } from 'vitest'
import { publish } from '../../test/privacy/publish.ts'
import { openRightsInstallation } from '../../test/rights/installation.ts'
import { controllerSecret } from '../features/privacy/index.ts'

const closing: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const close of closing.splice(0)) await close()
})

/** The newsletter's question asks for something else. */
function asking(policy: Policy, question: string): Policy {
  const news = policy.consents?.['newsletter']
  if (news === undefined) throw new Error('the default profile has changed')
  const text = { en: question, nb: question, sv: question }
  return { ...policy, consents: { ...policy.consents, newsletter: { ...news, text } } }
}

test('row N02: a yes to what has materially become something else ends with that day, and a new one counts', async () => {
  const at = await openRightsInstallation()
  closing.push(at.close)
  const secret = at.work.seals.secret(controllerSecret)
  const put = (policy: Policy) => publish(policy, { database: at.database, now: at.clock.now(), secret, alone: true })
  const first = await put(at.policy)
  expect(first.askedAgain.size).toBe(0)
  await at.subscribe('ola@skole.example')
  at.clock.advance(60_000)
  const second = await put(asking(at.policy, 'Send me everything.'))
  expect(second.askedAgain).toEqual(new Map([['newsletter', at.clock.now()]]))
  expect(second.scopes['newsletter']).not.toBe(first.scopes['newsletter'])
  expect(second.scopes['waiting-list']).toBe(first.scopes['waiting-list'])
  at.clock.advance(60_000)
  await at.subscribe('kari@skole.example')

  // Whenever it starts, the same comes of it.
  for (let start = 0; start < 2; start += 1)
    for (const [question, since] of second.askedAgain) await at.work.records.supersede(question, since)
  at.clock.advance(3_600_000)
  await at.work.runDue()
  const left = await at.database.for('newsletter').selectFrom('newsletter_entry').select('record_id').execute()
  expect(left).toHaveLength(1)
  const answers = await at.database.for('storage').selectFrom('record_consent').select(['superseded_at']).execute()
  const counting = answers.filter(({ superseded_at }) => superseded_at === null)
  expect(counting.length).toBe(2)
})

test('row N02: other words elsewhere end no yes', async () => {
  const at = await openRightsInstallation()
  closing.push(at.close)
  const secret = at.work.seals.secret(controllerSecret)
  const options = { database: at.database, secret, alone: true }
  const first = await publish(at.policy, { ...options, now: at.clock.now() })
  at.clock.advance(60_000)
  const { controller } = at.policy
  const moved = { ...at.policy, controller: controller && { ...controller, address: 'Åsvegen 2, 7630 Åsen' } }
  const second = await publish(moved, { ...options, now: at.clock.now() })
  expect(second.publication.number).toBe(2)
  expect(second.scopes).toEqual(first.scopes)
  expect(second.askedAgain.size).toBe(0)
})

import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { openMailInstallation, type MailInstallation } from '../../../test/mail/installation.ts'
import { newId } from '../ids.ts'
import { createJobQueue } from '../jobs/queue.ts'
import { Personal } from '../personal.ts'
import { DeliveryFailed, type Delivery, type DeliveryFailureCode } from './delivery.ts'
import { mailJobs } from './jobs.ts'
import { createMailQueue, type MailQueue } from './mail-queue.ts'

let at: MailInstallation
let queue: MailQueue
const weekMs = 7 * 86_400_000
beforeAll(async () => {
  at = await openMailInstallation()
  queue = createMailQueue({
    database: at.database,
    jobs: createJobQueue(mailJobs, at.clock),
    clock: at.clock,
    end: {
      after: (queuedAt) => new Date(queuedAt.getTime() + weekMs),
      before: (now) => new Date(now.getTime() - weekMs),
    },
  })
})
beforeEach(() => at.empty())
afterAll(() => at.close())

const kari = new Personal('contact.address', 'kari.canary@hjem.example')

/** Queues a mail and gives its record. */
async function write(): Promise<string> {
  const record = await at.newRecord()
  const mail = await at.mailer.prepare({
    ...{ kind: 'contact.received', record, occasion: newId(), to: kari, language: 'nb' },
    values: { about: 'Kanarifugl' },
  })
  await at.database.transaction((transaction) => at.mailer.queue(transaction, mail))
  return record
}

function refusing(code: DeliveryFailureCode): Delivery {
  return {
    deliver: () => Promise.reject(new DeliveryFailed(code)),
    withdraw: async () => {},
  }
}

const sent = async () => (await at.outbox.list()).length
const content = () => at.database.for('service-notice').selectFrom('mail').select(['content', 'sent_at']).execute()

/** A mail that was refused for good, as an operator sees it. */
async function deadLetter() {
  await write()
  await at.node({ delivery: refusing('mail.refused') }).runDue()
  const [dead] = (await queue.list({ state: 'failed' })).mails
  if (dead === undefined) throw new Error('Nothing was given up.')
  return dead
}

test('mail that waits is listed with its tries and its end, and tells neither address nor words', async () => {
  await write()
  await at.node({ delivery: refusing('mail.server-busy') }).runDue()
  expect(await queue.counts()).toEqual({ waiting: 1, failed: 0 })
  const { mails, next } = await queue.list({ state: 'waiting' })
  const inAMinute = new Date(at.clock.now().getTime() + 60_000)
  expect(mails).toMatchObject([
    {
      ...{ kind: 'contact.received', failedAt: null, code: null, held: true },
      tries: { attempts: 1, code: 'mail.server-busy', nextAt: inAMinute },
      endsAt: new Date(at.clock.now().getTime() + weekMs),
    },
  ])
  expect(next).toBeNull()
  expect(JSON.stringify(mails)).not.toMatch(/canary|hjem|Kanari|s1\./)
})

test('a mail that was refused stays with its code, and is sent once when an operator asks, however often', async () => {
  const dead = await deadLetter()
  expect(dead).toMatchObject({ code: 'mail.refused', failedAt: at.clock.now(), held: true, tries: null })
  expect(await queue.counts()).toEqual({ waiting: 0, failed: 1 })
  const asked = await Promise.all([queue.retry(dead.id), queue.retry(dead.id), queue.retry(dead.id)])
  expect(asked).toEqual(['waiting', 'waiting', 'waiting'])
  expect(await queue.counts()).toEqual({ waiting: 1, failed: 0 })
  const [one, other] = [at.node(), at.node()]
  await Promise.all([one.runDue(), other.runDue()])
  expect([await sent(), await queue.retry(dead.id), await queue.giveUp(dead.id)]).toEqual([1, 'gone', 'gone'])
  await at.node().runDue()
  expect(await sent()).toBe(1)
  expect(await content()).toMatchObject([{ content: null, sent_at: at.clock.now() }])
})

test('a mail that waits for its next attempt is tried at once when asked, and not again', async () => {
  await write()
  await at.node({ delivery: refusing('mail.server-away') }).runDue()
  const [waiting] = (await queue.list({ state: 'waiting' })).mails
  await at.node().runDue()
  expect(await sent()).toBe(0)
  await queue.retry(waiting?.id ?? '')
  await at.node().runDue()
  expect(await sent()).toBe(1)
})

test('what is given up by hand is cleared at once and never sent, also while it is being tried', async () => {
  await write()
  const [waiting] = (await queue.list({ state: 'waiting' })).mails
  let withdrawn = false
  const slow: Delivery = {
    deliver: async () => void (await queue.giveUp(waiting?.id ?? '')),
    withdraw: async () => {
      withdrawn = true
    },
  }
  await at.node({ delivery: slow }).runDue()
  expect([withdrawn, await queue.retry(waiting?.id ?? '')]).toEqual([true, 'gone'])
  const [given] = (await queue.list({ state: 'failed' })).mails
  expect(given).toMatchObject({ code: 'mail.given-up', held: false })
  expect(await content()).toEqual([{ content: null, sent_at: null }])
  await at.node().runDue()
  expect(await sent()).toBe(0)
})

test('a dead letter is cleared at the policy’s end, and the list forgets it a span later', async () => {
  const dead = await deadLetter()
  at.clock.advance(weekMs + 60_000)
  await at.node().runDue()
  expect(await content()).toEqual([{ content: null, sent_at: null }])
  expect([await queue.counts(), await queue.retry(dead.id)]).toEqual([{ waiting: 0, failed: 0 }, 'gone'])
  expect((await queue.list({ state: 'failed' })).mails).toEqual([])
})

test('a dead letter goes with its record', async () => {
  const record = await write()
  await at.node({ delivery: refusing('mail.refused') }).runDue()
  await at.erase(record)
  expect((await queue.list({ state: 'failed' })).mails).toEqual([])
})

test('long lists come in pages, each mail once, the newest first', async () => {
  for (let count = 0; count < 5; count += 1) {
    await write()
    at.clock.advance(1)
  }
  const seen: string[] = []
  let before: string | null = null
  do {
    const page = await queue.list({ state: 'waiting', most: 2, ...(before === null ? {} : { before }) })
    seen.push(...page.mails.map(({ id }) => id))
    before = page.next
  } while (before !== null)
  expect(seen).toEqual(seen.toSorted().toReversed())
  expect(new Set(seen).size).toBe(5)
})

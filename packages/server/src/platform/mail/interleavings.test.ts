import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openMailInstallation, type MailInstallation } from '../../../test/mail/installation.ts'
import { createTestClock } from '../../../test/test-clock.ts'
import { newId } from '../ids.ts'
import { Personal } from '../personal.ts'
import { DeliveryFailed, type Delivery } from './delivery.ts'

let at: MailInstallation
beforeAll(async () => {
  at = await openMailInstallation()
})
afterAll(() => at.close())

/** What may happen, in any order: to one of three records, or to whoever sends. */
const step = fc.oneof(
  fc.record({ kind: fc.constantFrom('queue', 'queue-again', 'erase', 'restrict', 'release'), record: fc.nat(2) }),
  fc.record({
    kind: fc.constantFrom('send', 'fail', 'die-before', 'die-after', 'erase-while-writing', 'wait'),
    record: fc.nat(2),
  }),
)
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never

interface Kept {
  id: string
  erased: boolean
  /** Occasions of the mails that were queued. */
  occasions: string[]
}

class World {
  readonly records: Kept[] = []

  async open(): Promise<void> {
    await at.empty()
    for (let count = 0; count < 3; count += 1)
      this.records.push({ id: await at.newRecord(), erased: false, occasions: [] })
  }

  async take({ kind, record }: Step): Promise<void> {
    const one = this.records[record]
    if (one === undefined) return
    switch (kind) {
      case 'queue':
        return this.queue(one, newId())
      case 'queue-again':
        return this.queue(one, one.occasions.at(-1) ?? newId())
      case 'erase':
        return this.erase(one)
      case 'restrict':
        return this.setState(one, 'restricted')
      case 'release':
        return this.setState(one, 'in-use')
      case 'wait':
        at.clock.advance(61_000)
        return
      default:
        return this.send(kind, one)
    }
  }

  async queue(one: Kept, occasion: string): Promise<void> {
    const to = new Personal('contact.address', 'kari@hjem.example')
    const values = { about: 'x', answer: occasion, page: 'https://skole.example/x' }
    const mail = await at.mailer.prepare({
      kind: 'contact.reply',
      record: one.id,
      occasion,
      to,
      language: 'nb',
      values,
    })
    // Where the record is gone or restricted nothing can be queued.
    const queued = await at.database
      .transaction((transaction) => at.mailer.queue(transaction, mail))
      .catch(() => 'impossible' as const)
    if (queued === 'queued') one.occasions.push(occasion)
  }

  async erase(one: Kept): Promise<void> {
    one.erased = true
    one.occasions = []
    await at.erase(one.id)
  }

  async setState({ id }: Kept, state: 'in-use' | 'restricted'): Promise<void> {
    await at.database.for('storage').updateTable('record').set({ state }).where('id', '=', id).execute()
  }

  /** A process of its own; where it dies, its clock stands still and its job never ends. */
  async send(how: string, one: Kept): Promise<void> {
    const died = Promise.withResolvers<void>()
    const die = (): Promise<never> => {
      died.resolve()
      return new Promise(() => {})
    }
    const delivery: Delivery = {
      ...at.outbox,
      deliver: async (mail, signal) => {
        if (how === 'fail') throw new DeliveryFailed('mail.outbox-failed')
        if (how === 'die-before') return die()
        if (how === 'erase-while-writing') await this.erase(one)
        await at.outbox.deliver(mail, signal)
        if (how === 'die-after') return die()
      },
    }
    const clock = how.startsWith('die') ? createTestClock(at.clock.now()) : at.clock
    await Promise.race([at.node({ delivery, clock }).runDue(), died.promise])
  }
}

test('whatever happens, each mail of a record that is kept is in the outbox once, and nothing of one that was erased', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 20 }), async (steps) => {
      const world = new World()
      await world.open()
      for (const next of steps) await world.take(next)
      for (const one of world.records.filter(({ erased }) => !erased)) await world.setState(one, 'in-use')
      for (let hour = 0; hour < 3; hour += 1) {
        at.clock.advance(60 * 60_000)
        await at.node().runDue()
      }
      const written = await Promise.all((await at.outbox.list()).map(({ name }) => at.outbox.read(name)))
      const answers = written.map((mail) => /^([\da-f]{8}-[\da-f-]+)\r?$/m.exec(mail?.toString() ?? '')?.[1])
      const expected = world.records.flatMap(({ occasions }) => occasions)
      expect(answers.sort((a = '', b = '') => a.localeCompare(b))).toEqual(expected.sort((a, b) => a.localeCompare(b)))
      const rows = await at.database.for('service-notice').selectFrom('mail').selectAll().execute()
      expect(rows.filter(({ sent_at, address }) => sent_at === null || address !== null)).toEqual([])
    }),
    { numRuns: 60 },
  )
})

import { afterAll, beforeAll, expect, test } from 'vitest'
import { openRightsInstallation, type RightsInstallation } from '../../../test/rights/installation.ts'
import { createClaims } from './claims.ts'
import { createCarryOut } from './carry-out.ts'
import type { RightKind, Scope } from './kinds.ts'
import type { RightsOptions } from './options.ts'

let at: RightsInstallation
let options: RightsOptions
beforeAll(async () => {
  at = await openRightsInstallation()
  options = at.options
})
afterAll(() => at.close())

let people = 0
const someone = () => `kari${(people += 1)}@hjem.example`

class Crash extends Error {}

/** The same, where the n-th transaction from now on is cut short: before it, or after it was kept. */
function crashing(nth: number, when: 'before' | 'after'): RightsOptions {
  let left = nth
  const { database } = options
  return {
    ...options,
    database: {
      for: (purpose) => database.for(purpose),
      transaction: async (run) => {
        left -= 1
        if (left === 0 && when === 'before') throw new Crash()
        const result = await database.transaction(run)
        if (left === 0) throw new Crash()
        return result
      },
    },
  }
}

const requests = (record: string) =>
  at.database.for('rights').selectFrom('rights_request').selectAll().where('record_id', '=', record).execute()

test.for(
  (
    [
      ['access', null],
      ['erasure', null],
      ['rectification', null],
      ['restriction', '18-1-c'],
      ['objection', 'all'],
      ['withdrawal', null],
    ] as const
  ).flatMap(([kind, scope]) =>
    ([1, 2] as const).flatMap((nth) => (['before', 'after'] as const).map((when) => [kind, scope, nth, when] as const)),
  ),
)(
  '%s (%s), cut short at transaction %i, %s it was kept, is done by the job, once',
  async ([kind, scope, nth, when]) => {
    const address = someone()
    const letter = await at.write(address, 'Hei')
    const token = await at.ask(address, kind satisfies RightKind, 'Navnet er feil')
    const proved = await createClaims(options).prove(token, scope satisfies Scope | null)
    if (typeof proved === 'string') throw new Error(proved)
    await createCarryOut(crashing(nth, when))(proved.record).catch((error: unknown) => {
      if (!(error instanceof Crash)) throw error
    })
    at.clock.advance(60_000)
    const answers = (await at.mails()).filter(
      ({ to, subject }) => to?.[0]?.address === address && subject?.startsWith('Your'),
    )
    expect(answers).toHaveLength(1)
    const [request] = await requests(proved.record)
    expect(request?.carried_at).not.toBeNull()
    const steps = await at.database
      .for('rights')
      .selectFrom('rights_step')
      .select('step')
      .where('record_id', '=', proved.record)
      .execute()
    expect(new Set(steps.map(({ step }) => step)).size).toBe(steps.length)
    if (kind === 'erasure' || kind === 'restriction' || kind === 'objection')
      expect(await at.tickets.show(letter)).toBeNull()
    const before = (await at.mails()).length
    await createCarryOut(options)(proved.record)
    expect(await at.mails()).toHaveLength(before)
  },
)

test('a proof that is cut short leaves no half of it: the link is still good, or the request is there', async () => {
  for (const when of ['before', 'after'] as const) {
    const address = someone()
    const token = await at.ask(address, 'access')
    await expect(createClaims(crashing(1, when)).prove(token, null)).rejects.toThrow(Crash)
    at.clock.advance(60_000)
    const mails = await at.mails()
    const answered = mails.some(
      ({ to, subject }) => to?.[0]?.address === address && subject?.startsWith('Your') === true,
    )
    expect(answered).toBe(when === 'after')
    expect((await at.rights.readClaim(token)) !== null).toBe(when === 'before')
  }
})

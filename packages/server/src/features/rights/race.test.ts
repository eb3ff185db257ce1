import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startPostgres } from '../../../test/db/postgres.ts'
import { openRightsInstallation, type RightsInstallation } from '../../../test/rights/installation.ts'
import type { RightKind } from './kinds.ts'

const server = await startPostgres()
afterAll(() => server?.stop())

const minute = 60_000
let people = 0
const someone = () => `kari${(people += 1)}@hjem.example`

describe.each(server === null ? ['embedded'] : ['embedded', 'server'])('on the %s database', (engine) => {
  let at: RightsInstallation
  beforeAll(async () => {
    const url = engine === 'server' ? ((await server?.createDatabase()) ?? null) : null
    at = await openRightsInstallation(undefined, url)
  })
  afterAll(() => at.close())

  const requests = () => at.database.for('rights').selectFrom('rights_request').selectAll().execute()

  /** Several links for the same, all good. */
  async function links(address: string, kind: RightKind, count: number): Promise<string[]> {
    const tokens: string[] = []
    for (let turn = 0; turn < count; turn += 1) {
      tokens.push(await at.ask(address, kind, 'Navnet er feil'))
      at.clock.advance(minute + 1)
    }
    expect(new Set(tokens).size).toBe(count)
    return tokens
  }

  test('row Q22: links for the same that are confirmed at once, each in two tabs, are one request', async () => {
    const before = (await requests()).length
    const tokens = await links(someone(), 'rectification', 3)
    const all = await Promise.all([...tokens, ...tokens].map((token) => at.rights.prove(token, null)))
    expect(all.filter((one) => typeof one === 'object')).toHaveLength(3)
    expect((await requests()).length).toBe(before + 1)
    const steps = await at.database.for('rights').selectFrom('rights_step').select('step').execute()
    expect(steps.filter(({ step }) => step === 'received')).toHaveLength(1)
    expect(steps.filter(({ step }) => step === 'asked-again')).toHaveLength(2)
  })

  test('row G03: an erasure that is confirmed while the job and another tab are at it is answered once', async () => {
    const address = someone()
    const letter = await at.write(address, 'Hei')
    const token = await at.ask(address, 'erasure')
    const proving = Promise.all([at.rights.prove(token, null), at.rights.prove(token, null)])
    at.clock.advance(minute)
    await Promise.all([proving, at.work.runDue(), at.work.records.apply.due()])
    const answers = (await at.mails()).filter(({ to, subject }) => {
      return to?.[0]?.address === address && subject?.startsWith('Your request') === true
    })
    expect(answers).toHaveLength(1)
    expect(await at.tickets.show(letter)).toBeNull()
  })
})

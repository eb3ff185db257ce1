import fastify, { type FastifyInstance } from 'fastify'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openErasureInstallation } from '../../../test/erasure/installation.ts'
import { retentionCommands } from './commands.ts'
import { createRetention, type Retention } from './retention.ts'
import { registerRetentionRoutes } from './routes.ts'

let at: Awaited<ReturnType<typeof openErasureInstallation>>
let retention: Retention
let server: FastifyInstance
const day = 86_400_000

beforeAll(async () => {
  at = await openErasureInstallation()
  const { records, policy, clock } = at
  retention = createRetention({ records, policy, clock })
  server = fastify()
  registerRetentionRoutes(server, { retention, policy, footer: [], clock })
  for (const person of ['kari', 'ola', 'per']) {
    await at.write(`${person}@hjem.example`, `Kanari ${person}`)
    await at.agree(`${person}@hjem.example`)
    clock.advance(10 * day)
  }
})
afterAll(async () => {
  await server.close()
  await at.close()
})

const preview = async (on: string) => {
  const context = { retention, now: at.clock.now }
  const answer = await retentionCommands['retention.preview'].run(context, { at: on })
  return 'facts' in answer ? answer.facts : {}
}
const page = (query: string) => server.inject({ url: `/retention?lang=en${query}` })

test('row R08: the command says what goes by a day, by which rule, in numbers alone', async () => {
  expect(await preview('2027-06-15')).toEqual({
    at: '2027-06-15',
    looked: 6,
    records: 2,
    cells: 8,
    lines: [
      {
        outcome: 'deleted',
        kind: 'ticket',
        category: 'correspondence',
        rule: { kind: 'processing', key: 'correspondence', by: 'retention-over' },
        records: 2,
        cells: 8,
        first: '2027-06-01',
        last: '2027-06-11',
      },
    ],
  })
  const text = JSON.stringify(await preview('2030-01-01'))
  for (const canary of ['kari', 'ola', 'kanari', 'hjem.example']) expect(text.toLowerCase()).not.toContain(canary)
  await expect(preview('2026-06-01')).rejects.toMatchObject({ code: 'retention.day-past' })
  await expect(preview('soon')).rejects.toMatchObject({ code: 'command.arguments-invalid' })
})

test('the page shows the same without script, by a day that is written or dragged', async () => {
  const shown = await page('&at=2027-06-15')
  expect(shown.statusCode).toBe(200)
  expect(shown.headers['content-security-policy']).toContain("script-src 'self'")
  expect(shown.body).toContain('<span id="records">2</span>')
  expect(shown.body).toContain('Answering letters: its time is over')
  expect(shown.body).toContain('1 Jun 2027 – 11 Jun 2027')
  for (const canary of ['kari', 'ola@', 'kanari', 'hjem.example'])
    expect(shown.body.toLowerCase()).not.toContain(canary)
  // From 1 July 2026, 349 days on.
  const dragged = await page('&at=2026-12-01&was=2026-12-01&days=349')
  expect(dragged.body).toContain('value="2027-06-15"')
  expect(dragged.body).toContain('<span id="records">2</span>')
  const written = await page('&at=2027-06-01&was=2026-12-01&days=153')
  expect(written.body).toContain('<span id="records">1</span>')
  for (const wrong of ['2020-01-01', '2999-01-01', 'x', '2027-02-30'])
    expect((await page(`&at=${wrong}`)).statusCode).toBe(422)
})

test('what the page needs is served beside it', async () => {
  for (const [url, type] of [
    ['/retention.css', 'text/css'],
    ['/retention-page.js', 'text/javascript'],
  ] as const) {
    const file = await server.inject({ url })
    expect([file.statusCode, file.headers['content-type']]).toEqual([200, expect.stringContaining(type)])
  }
})

test('rows R08, R12: what it says goes, goes on that day, and nothing else', async () => {
  at.clock.advance(349 * day)
  await at.records.apply.due()
  const left = await at.database.for('storage').selectFrom('record').select('kind').execute()
  expect(left.map(({ kind }) => kind).toSorted()).toEqual(['consent', 'consent', 'consent', 'ticket'])
})

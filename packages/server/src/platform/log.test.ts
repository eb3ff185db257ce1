import { readFileSync } from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createBorderCounts } from './border-counts.ts'
import { createLog, errorFields, type Log } from './log.ts'
import { logEvents, logFields, type LogEvent } from './log/events.ts'
import { fits } from './log/shapes.ts'

function opened() {
  const lines: string[] = []
  const counts = createBorderCounts()
  const log = createLog('debug', (line) => void lines.push(line), counts)
  const told = () => lines.map((line): Record<string, unknown> => JSON.parse(line))
  return { log, lines, told, refused: () => counts.read()['log.refused'] }
}

/** As code would that the compiler doesn't see: whatever event, whatever fields. */
function force(log: Log, event: string, fields?: unknown): void {
  const anyway = log.info as (event: string, fields: unknown) => void
  anyway(event, fields)
}

const personal = [
  'ana@example.test',
  'Ana Nordmann',
  'Nordmann',
  'ana',
  '192.168.1.20',
  '2001:db8::7',
  '::ffff:192.0.2.1',
  '+47 22 00 00 00',
  '22000000',
  '4111 1111 1111 1111',
  '4111111111111111',
  '01019012345',
  'https://example.test/ana',
  'meeting.ana-nordmann@example.test',
  'ERR_ana',
  'a'.repeat(43),
  'packages/server/src/main.ts:1 | ana nordmann',
  'packages/../../home/ana/notes.txt:1',
]

test('an event carries the fields that are declared for it', () => {
  const { log, told, refused } = opened()
  log.warn('media.worker-failed', { worker: 2, code: 'worker.start-failed' })
  expect(told()).toMatchObject([
    { level: 'warn', event: 'media.worker-failed', worker: 2, code: 'worker.start-failed' },
  ])
  expect(refused()).toBe(0)
})

test('a field that the event does not declare is dropped, told by name and counted', () => {
  const { log, lines, told, refused } = opened()
  force(log, 'server.stopping', { signal: 'SIGTERM', email: 'ana@example.test' })
  const [first, second] = told()
  expect(first).toMatchObject({ event: 'log.field-refused', of: 'server.stopping', field: 'email' })
  expect(first?.['stack']).toMatch(/^packages\/server\/src\/platform\/log/)
  expect(second).toMatchObject({ event: 'server.stopping', signal: 'SIGTERM' })
  expect(Object.keys(second ?? {}).sort()).toEqual(['event', 'level', 'signal', 'time'])
  expect(refused()).toBe(1)
  expect(lines.join('')).not.toContain('ana@')
})

test('names of fields that may be data are not told', () => {
  const { log, lines } = opened()
  for (const value of personal) force(log, 'server.stopping', { [value]: 1 })
  for (const value of personal) expect(lines.join('')).not.toContain(value)
})

test('the same refusal is told once and counted every time', () => {
  const { log, told, refused } = opened()
  for (let time = 0; time < 5; time += 1) force(log, 'server.stopping', { name: 'Ana' })
  expect(told().filter(({ event }) => event === 'log.field-refused')).toHaveLength(1)
  expect(refused()).toBe(5)
})

test('an event that is not declared is told as such, without its name or fields', () => {
  const { log, lines, told, refused } = opened()
  for (const event of [...personal, 'constructor', '__proto__']) force(log, event, { signal: 'SIGTERM' })
  expect(told().map(({ event }) => event)).toEqual(['log.event-refused'])
  expect(refused()).toBe(personal.length + 2)
  for (const value of personal) expect(lines.join('')).not.toContain(value)
})

test('no field of any event takes something that names or follows a person', () => {
  const { log, lines } = opened()
  for (const [event, fields] of Object.entries(logEvents)) {
    for (const field of fields) for (const value of personal) force(log, event, { [field]: value })
  }
  for (const value of personal) expect(lines.join('\n')).not.toContain(`"${value}"`)
})

test('whatever a field is given, the line has declared shapes only', () => {
  const events = Object.keys(logEvents) as LogEvent[]
  const fields = fc.dictionary(fc.constantFrom(...Object.keys(logFields), '__proto__', 'email'), fc.anything())
  fc.assert(
    fc.property(fc.constantFrom(...events), fields, (event, given) => {
      const { log, told } = opened()
      force(log, event, given)
      const line = told().at(-1) ?? {}
      const { time, level, event: name, ...rest } = line
      expect([typeof time, level, name]).toEqual(['string', 'info', event])
      for (const [field, value] of Object.entries(rest)) {
        const declared: readonly string[] = logEvents[event]
        expect(declared).toContain(field)
        expect(fits(logFields[field as keyof typeof logFields], value)).toBe(true)
      }
    }),
  )
})

test.each([
  [{ people: 4_111_111_111_111_111 }, {}],
  [{ people: 22_000_000 }, {}],
  [{ people: -1 }, {}],
  [{ people: 1.5 }, {}],
  [{ people: Number.NaN }, {}],
  [{ people: '7' }, {}],
  [{ people: 7 }, { people: 7 }],
])('of numbers, %j leaves %j', (given, left) => {
  const { log, told } = opened()
  force(log, 'meeting.router-lost', given)
  const { time: _time, level: _level, event: _event, ...rest } = told().at(-1) ?? {}
  expect(rest).toEqual(left)
})

test.each([
  ['ECONNREFUSED', true],
  ['ERR_INVALID_ARG_TYPE', true],
  ['23505', true],
  ['XX000', true],
  ['egress.undeclared', true],
  ['worker.start-failed', true],
  ['NORDMANN', false],
  ['99501', false],
  ['nordmann.ana', false],
  ['room.Ana', false],
])('“%s” as a code: %s', (value, taken) => {
  expect(fits(logFields.code, value)).toBe(taken)
})

test('an error is logged by class, code and place, never by its message or by names', () => {
  class ProfileMissing extends Error {}
  const thrown = new ProfileMissing('ana@example.test is no number\n    at ana@example.test (/home/ana/x.ts:1:1)')
  Object.assign(thrown, { code: '23505', detail: 'Key (email)=(ana@example.test) already exists.', name: 'Ana' })
  const { log, lines, told } = opened()
  log.error('http.request-failed', errorFields(thrown))
  expect(told()).toMatchObject([{ errorClass: 'Error', code: '23505' }])
  expect(told()[0]?.['stack']).toMatch(/^packages\/server\/src\/platform\/log\.test\.ts:\d+/)
  expect(lines.join('')).not.toMatch(/ana/i)
})

test('names of functions that are data stay out of the places', () => {
  const handlers = {
    'ana@example.test': (): Error => new TypeError('x'),
  }
  expect(JSON.stringify(errorFields(handlers['ana@example.test']()))).not.toContain('ana@')
})

test('a class of our own, the code of the cause, and what is no error', () => {
  class StatementFailed extends Error {}
  expect(errorFields(new StatementFailed('x')).errorClass).toBe('StatementFailed')
  const refused = Object.assign(new Error('x'), { code: 'ECONNREFUSED' })
  expect(errorFields(new TypeError('fetch failed', { cause: refused }))).toMatchObject({ code: 'ECONNREFUSED' })
  expect(errorFields({ message: 'ana@example.test', code: 'ana' })).toEqual({ errorClass: 'NotAnError' })
  expect(errorFields(Object.assign(new Error('x'), { code: 'ana@example.test' }))).not.toHaveProperty('code')
})

test('every step of the media worker that is reported is one that the log knows', () => {
  const folder = path.resolve(import.meta.dirname, '../../media-worker')
  const sources = ['build.ts', 'packages.ts', 'prebuilt.ts', 'provide-worker.ts'].map((file) =>
    readFileSync(path.join(folder, file), 'utf8'),
  )
  const steps = [...sources.join('\n').matchAll(/(?:step:|STEP =) ['`]([A-Z][a-z ]+[a-z])/g)].map((match) => match[1])
  expect(steps.length).toBeGreaterThanOrEqual(4)
  for (const step of steps) expect(logFields.step.oneOf).toContain(step)
})

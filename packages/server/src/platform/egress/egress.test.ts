import { execFileSync } from 'node:child_process'
import path from 'node:path'
import { expect, test } from 'vitest'

interface Tried {
  refused: Record<string, string>
  went: Record<string, string>
  inThread: string
  arrived: number
  unhandled: string[]
  counted: number
  logged: string[]
}

const program = path.resolve(import.meta.dirname, '../../../test/egress/closed-process.ts')
const tried = JSON.parse(execFileSync(process.execPath, [program], { encoding: 'utf8' })) as Tried

/** Those that fail by the rules of the language instead: the guard can’t be taken away. */
const others: Record<string, string> = {
  'putting the method back': 'TypeError',
  'defining the method again': 'TypeError',
  // A WebSocket of Node tells no reason.
  'a WebSocket of Node': 'TypeError',
  'fetch with a new dispatcher for all': 'TypeError',
}

test.each(Object.entries(tried.refused))('%s: %s', (attempt, outcome) => {
  expect(outcome).toBe(others[attempt] ?? 'egress.undeclared')
})

test.each(Object.entries(tried.went))('%s %s', (_attempt, outcome) => {
  expect(outcome).toMatch(/^went through: (?!"no answer")/)
})

test('where nothing is closed the same attempts arrive', () => {
  const open = JSON.parse(execFileSync(process.execPath, [program, 'open'], { encoding: 'utf8' })) as Tried
  const outcomes = Object.values(open.went)
  expect(outcomes.length).toBeGreaterThan(12)
  for (const outcome of outcomes) expect(outcome).toMatch(/^went through: (?!"no answer")/)
  expect(open.arrived).toBeGreaterThan(outcomes.length / 2)
})

test('a thread is closed by itself', () => {
  expect(tried.inThread).toBe('egress.undeclared')
})

test('nothing arrived where nothing may, and no refusal was thrown at nobody', () => {
  expect(tried.arrived).toBe(0)
  expect(tried.unhandled).toEqual([])
})

test('every refusal is counted, and told without the host', () => {
  expect(tried.counted).toBeGreaterThanOrEqual(Object.keys(tried.refused).length - Object.keys(others).length)
  const lines = tried.logged.map((line): Record<string, unknown> => JSON.parse(line))
  expect(new Set(lines.map(({ event }) => event))).toEqual(new Set(['egress.refused']))
  expect(new Set(lines.map(({ way }) => way))).toEqual(new Set(['socket', 'local-socket', 'datagram', 'name', 'fetch']))
  expect(new Set(lines.map(({ reason }) => reason))).toEqual(
    new Set(['destination', 'port', 'recipient', 'address', 'category', 'scheme']),
  )
  expect(tried.logged.join('')).not.toMatch(/stranger|partner|127\.0|192\.0|ana/)
})

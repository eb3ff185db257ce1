import { spawnSync } from 'node:child_process'
import { expect, test } from 'vitest'

const start = `
import { setTimeout as pass } from 'node:timers/promises'
import { tellFaultsInLog } from './faults.ts'
import { createBorderCounts } from '../platform/border-counts.ts'
import { createLog } from '../platform/log.ts'
import { complain, say } from '../platform/output.ts'
import { reportRefusals } from '../platform/refusals.ts'
const counts = createBorderCounts()
const log = createLog('info', undefined, counts)
tellFaultsInLog(log, reportRefusals(log, counts))
`

/** A process of its own, in which something goes wrong. */
function run(code: string) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--input-type=module-typescript', '-e', start + code],
    {
      cwd: import.meta.dirname,
      encoding: 'utf8',
    },
  )
  const events = stderr.split('\n').flatMap((line) => (line.startsWith('{') ? [JSON.parse(line)] : []))
  return { status, stdout, stderr, events }
}

test('an exception that nobody caught ends the process, and its message is printed nowhere', () => {
  const { status, stdout, stderr, events } = run("throw Object.assign(new RangeError('ana@example.test'), { ana: 1 })")
  expect(status).toBe(1)
  expect(events).toMatchObject([{ level: 'error', event: 'server.crashed', errorClass: 'RangeError' }])
  expect(stdout + stderr).not.toMatch(/ana/)
})

test('one thrown later ends it too', () => {
  const { status, stderr, events } = run(
    "setTimeout(() => { throw new Error('ana@example.test') }, 1); await pass(5_000)",
  )
  expect(status).toBe(1)
  expect(events).toMatchObject([{ event: 'server.crashed', errorClass: 'Error' }])
  expect(stderr).not.toMatch(/ana/)
})

test('a promise that nobody awaited ends nothing, and what it failed with is not quoted', () => {
  const { status, stderr, events } = run("void Promise.reject('ana@example.test'); await pass(20); say('still here')")
  expect(status).toBe(0)
  expect(events).toMatchObject([{ event: 'server.stray-fault', errorClass: 'NotAnError' }])
  expect(stderr).not.toMatch(/ana/)
})

test('a warning of the process is told without its text', () => {
  const { status, stderr, events } = run(
    "process.emitWarning('ana@example.test', 'DeprecationWarning', 'DEP0001'); await pass(20)",
  )
  expect(status).toBe(0)
  expect(events).toMatchObject([{ level: 'warn', event: 'server.warning' }])
  expect(stderr).not.toMatch(/ana/)
})

test('what console, a library or a thread writes is dropped and counted; say, complain and the log go on', () => {
  const { status, stdout, stderr, events } = run(`
import { Worker } from 'node:worker_threads'
say('ready')
console.log('ana@example.test')
console.error({ ana: 1 })
process.stdout.write('ana@example.test', () => say('written'))
process.stderr.write(Buffer.from('ana@example.test'))
new Worker("console.log('ana@example.test')", { eval: true })
complain('no\\n')
while (counts.read()['output.refused'] < 5) await pass(10)
say(String(counts.read()['output.refused']))`)
  expect(status).toBe(0)
  expect(stdout).toBe('ready\nwritten\n5\n')
  expect(stderr).toContain('no\n')
  expect(stdout + stderr).not.toMatch(/ana/)
  expect(events[0]).toMatchObject({ level: 'warn', event: 'output.refused' })
})

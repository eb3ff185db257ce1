import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'
import * as z from 'zod'
import { command, CommandRefused } from './command.ts'
import { askServer } from './control-client.ts'
import { serveControl } from './control-server.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'samtale-control-'))
const socket = path.join(folder, 'control.sock')
const failures: unknown[] = []
const commands = {
  greet: command({
    arguments: z.strictObject({ name: z.string() }),
    run: async (greeting: string, { name }) => ({ facts: { said: `${greeting}, ${name}` } }),
  }),
  file: command({
    arguments: z.strictObject({}),
    run: async () => ({ file: parts(), type: 'application/zip' }),
  }),
  refuse: command({
    arguments: z.strictObject({}),
    run: () =>
      Promise.reject(new CommandRefused('hold.review-missing', 'A hold needs a day on which it is looked at.')),
  }),
  fail: command({ arguments: z.strictObject({}), run: () => Promise.reject(new Error('ola@example.test')) }),
}

async function* parts() {
  yield Buffer.from('one ')
  yield Buffer.from('two')
}

const close = await serveControl({ socket, commands, context: 'Hei', failed: (error) => failures.push(error) })
afterAll(async () => {
  await close()
  rmSync(folder, { recursive: true })
})

test('the program asks the running server, on a socket for its own account', async () => {
  expect(await askServer(socket, 'greet', { name: 'Ola' })).toEqual({ facts: { said: 'Hei, Ola' } })
  expect(statSync(socket).mode & 0o777).toBe(0o600)
  const answer = await askServer(socket, 'file', {})
  if (answer === null || !('file' in answer)) throw new Error('no file')
  let text = ''
  for await (const part of answer.file) text += Buffer.from(part).toString()
  expect([answer.type, text]).toEqual(['application/zip', 'one two'])
})

test.each([
  ['greet', { name: 1 }, 'command.arguments-invalid'],
  ['greet', { name: 'Ola', more: true }, 'command.arguments-invalid'],
  ['constructor', {}, 'command.unknown'],
  ['refuse', {}, 'hold.review-missing'],
  ['fail', {}, 'server.internal'],
  ['greet', 'x'.repeat(1_100_000), 'command.arguments-invalid'],
])('%s with %j is refused with %s', async (name, asked, code) => {
  await expect(askServer(socket, name, asked)).rejects.toThrow(expect.objectContaining({ code }))
})

test('what failed is told to the server, and to the program no word of it', async () => {
  failures.length = 0
  await expect(askServer(socket, 'fail', {})).rejects.toThrow(
    expect.not.objectContaining({ message: expect.stringContaining('ola') }),
  )
  expect(failures).toHaveLength(1)
})

test('where no server runs, nobody answers', async () => {
  expect(await askServer(path.join(folder, 'none.sock'), 'greet', {})).toBeNull()
  const left = path.join(folder, 'left.sock')
  writeFileSync(left, '')
  expect(await askServer(left, 'greet', {})).toBeNull()
})

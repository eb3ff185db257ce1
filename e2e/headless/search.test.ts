import { spawn } from 'node:child_process'
import { once } from 'node:events'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { scanMemory } from '../taps/memory.ts'
import { createSearch, wordsIn } from '../taps/search.ts'

const secret = () => fc.uint8Array({ minLength: 16, maxLength: 33 }).filter((bytes) => new Set(bytes).size >= 8)
const around = () => fc.uint8Array({ maxLength: 40 })
const codings: Record<string, (bytes: Buffer) => Buffer> = {
  'raw bytes': (bytes) => bytes,
  hex: (bytes) => Buffer.from(bytes.toString('hex').toUpperCase()),
  base64: (bytes) => Buffer.from(bytes.toString('base64')),
  base64url: (bytes) => Buffer.from(bytes.toString('base64url')),
  'hex in UTF-16': (bytes) => Buffer.from(bytes.toString('hex'), 'utf16le'),
  'base64 in UTF-16': (bytes) => Buffer.from(bytes.toString('base64'), 'utf16le'),
}

test('a secret is found in each spelling, whatever is around it and coded with it', () => {
  fc.assert(
    fc.property(
      secret(),
      around(),
      around(),
      fc.constantFrom(...Object.keys(codings)),
      (bytes, before, after, name) => {
        const spelled = codings[name]?.(Buffer.concat([before, bytes, after])) ?? Buffer.alloc(0)
        const hay = Buffer.concat([after, spelled, before])
        const found = createSearch(new Map([['it', bytes]])).in(hay)
        expect(found.map(({ spelling }) => spelling)).toContain(name)
      },
    ),
  )
})

test('what differs in one bit isn’t found', () => {
  fc.assert(
    fc.property(secret(), around(), fc.nat(), fc.nat(7), (bytes, before, where, bit) => {
      const other = Buffer.from(bytes)
      const at = where % other.length
      other[at] = (other[at] ?? 0) ^ (1 << bit)
      expect(createSearch(new Map([['it', bytes]])).in(Buffer.concat([before, other]))).toEqual([])
    }),
  )
})

test('words are told by their names, in the order in which they are sought', () => {
  const hay = `{"to":"${Buffer.from('{"name":"Kanari0123"}').toString('base64url')}","text":"Kanari4567"}`
  expect(wordsIn(hay, { text: 'Kanari4567', nobody: 'Kanari89ab', name: 'Kanari0123' })).toEqual(['text', 'name'])
})

test('what another process holds is found in its memory, and nothing that it doesn’t hold', async () => {
  const script = `
    const held = Buffer.from(process.argv[1].split('').reverse().join(''), 'hex')
    setInterval(() => held.length, 1000)
    console.log('ready')`
  const [held, other] = [crypto.getRandomValues(Buffer.alloc(24)), crypto.getRandomValues(Buffer.alloc(24))]
  // Told backwards, so that the words it was started with aren't what is found.
  const told = held.toString('hex').split('').toReversed().join('')
  const child = spawn(process.execPath, ['-e', script, told], { stdio: ['ignore', 'pipe', 'inherit'] })
  try {
    await once(child.stdout, 'data')
    const found = scanMemory(
      child.pid ?? -1,
      new Map([
        ['held', held],
        ['other', other],
      ]),
    )
    expect(found).toContainEqual({ name: 'held', spelling: 'raw bytes' })
    expect(found.filter(({ name }) => name === 'other')).toEqual([])
  } finally {
    child.kill('SIGKILL')
  }
})

import path from 'node:path'
import { expect, test } from 'vitest'
import { commandIn, readCommand } from './command-words.ts'

const usage = {
  'list.show': { takes: ['reference'], help: '' },
  export: { takes: [], flags: ['portable'], file: true, help: '' },
  backup: { takes: ['to'], paths: ['to', 'keys'], help: '' },
} as const

test('a command is one word or two', () => {
  expect(commandIn(usage, ['list', 'show', 'x'])).toBe('list.show')
  expect(commandIn(usage, ['export', '--portable'])).toBe('export')
  for (const words of [['list'], ['show'], [], ['toString'], ['__proto__']]) expect(commandIn(usage, words)).toBeNull()
})

test('what follows has names, values and flags, and a file has a place', () => {
  expect(readCommand(usage, ['list', 'show', 'x', '--most', '3'])).toEqual({
    name: 'list.show',
    asked: { reference: 'x', most: '3' },
    out: null,
  })
  expect(readCommand(usage, ['export', '--portable', '--out', 'a.zip'])).toEqual({
    name: 'export',
    asked: { portable: true },
    out: 'a.zip',
  })
})

test('a path is whole before a server elsewhere gets it', () => {
  const { asked } = readCommand(usage, ['backup', 'a/b', '--keys', '/c'])
  expect(asked).toEqual({ to: path.resolve('a/b'), keys: '/c' })
})

test.each([
  [['nothing'], 'command.unknown'],
  [['list', 'show', 'x', 'y'], 'command.arguments-invalid'],
  [['list', 'show', '--most'], 'command.arguments-invalid'],
  [['export', '--portable'], 'command.arguments-invalid'],
  [['list', 'show', '--text-file', '/nowhere/at/all'], 'command.arguments-invalid'],
])('%j is refused', (words, code) => {
  expect(() => readCommand(usage, words)).toThrow(expect.objectContaining({ code }))
})

import { expect, test } from 'vitest'
import { en, type DoorTexts } from './en.ts'
import { nb } from './nb.ts'
import { sv } from './sv.ts'

const all: Record<string, DoorTexts> = { en, nb, sv }

test('the English names that outsiders rely on stand as promised', () => {
  const { lock, unlock, letIn, hold, reject, promote, mute, askUnmute, cameraOff, remove, block } = en.hosting
  expect([lock, unlock, letIn, hold, reject]).toEqual(['Lock room', 'Unlock room', 'Let in', 'Hold', 'Reject'])
  expect([promote, mute, askUnmute, cameraOff, remove, block]).toEqual([
    'Make host',
    'Mute',
    'Ask to unmute',
    'Turn off camera',
    'Remove',
    'Block',
  ])
  expect([en.door.knock, en.report.open, en.hosting.knocks('Bo')]).toEqual(['Knock', 'Report', 'Bo is knocking'])
})

test('what a removal and a block do not do is said', () => {
  for (const { hosting } of Object.values(all)) {
    expect(hosting.removedText).toMatch(/link|lenke|länk/)
    expect(hosting.blockedText).toMatch(/another identity|annen identitet|annan identitet/)
  }
})

test('no text is empty, and no two languages say all the same', () => {
  const say = (value: unknown): string[] =>
    typeof value === 'string'
      ? [value]
      : typeof value === 'object' && value !== null
        ? Object.values(value).flatMap(say)
        : []
  for (const texts of Object.values(all)) expect(say(texts).filter((text) => text.trim() === '')).toEqual([])
  expect(new Set(Object.values(all).map((texts) => JSON.stringify(say(texts)))).size).toBe(3)
})

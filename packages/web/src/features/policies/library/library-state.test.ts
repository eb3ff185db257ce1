import type { PolicySummary } from '@samtale/protocol'
import { expect, test } from 'vitest'
import { emptyLibrary, isWanted, nextLibrary, type LibraryEvent, type LibraryView } from './library-state.ts'

const after = (...events: LibraryEvent[]): LibraryView => events.reduce(nextLibrary, emptyLibrary)
const title = { en: 'Samtale', nb: 'Samtale', sv: 'Samtale' }
const samtale: PolicySummary = { key: 'samtale', title, languages: ['en', 'nb', 'sv'], kind: 'default' }
const listed = { type: 'listed', list: [samtale] } as const

test('a list that failed is asked for again, and one that came stays while it is asked for', () => {
  expect(after({ type: 'list-failed' }).list).toBe('failed')
  expect(after({ type: 'list-failed' }, { type: 'asked' }).list).toBeNull()
  expect(after(listed, { type: 'asked' }).list).toEqual(listed.list)
})

test('a policy is wanted once, and again where it failed', () => {
  const read = (state: 'coming' | 'failed') => after({ type: 'read', key: 'klikk', reading: { state } })
  expect(isWanted(emptyLibrary, 'klikk')).toBe(true)
  expect(isWanted(read('coming'), 'klikk')).toBe(false)
  expect(isWanted(read('failed'), 'klikk')).toBe(true)
  expect(isWanted(read('coming'), 'whereby')).toBe(true)
})

test('a state that was handed out doesn’t change', () => {
  const before = after(listed)
  nextLibrary(before, { type: 'read', key: 'samtale', reading: { state: 'coming' } })
  expect(before.readings.size).toBe(0)
})

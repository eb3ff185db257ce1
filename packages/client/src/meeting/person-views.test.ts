import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createPersonViews } from './person-views.ts'
import { outside, reduce, type MeetingState } from './state.ts'

/** Node has none; nothing is put in here. */
class EmptyStream {
  getTracks() {
    return []
  }
}

beforeEach(() => void vi.stubGlobal('MediaStream', EmptyStream))
afterEach(() => void vi.unstubAllGlobals())

const quiet = {
  tracks: {},
  connection: 'connected',
  level: 0,
  encryption: { state: 'waiting', why: null },
} as const

test('who fell out of the group keeps the name, and is encrypted no longer', () => {
  const views = createPersonViews(() => 0)
  const seen = ({ others, group }: MeetingState) => {
    const [ana] = views.update(others, group, new Map([['p_a', { ...quiet }]]))
    return [ana?.name, ana?.encryption]
  }
  const other = { role: 'guest', stopped: [] } as const
  const view = { locked: false, isHost: false, waiting: [] }
  const there = reduce(reduce(outside, { type: 'person.joined', id: 'p_a', other }), {
    type: 'group',
    view: { ...view, members: new Map([['p_a', { id: 'key-a', name: 'Ana', verified: null }]]) },
  })
  expect(seen(there)).toEqual(['Ana', 'encrypted'])
  expect(seen(reduce(there, { type: 'group', view: { ...view, members: new Map() } }))).toEqual(['Ana', 'waiting'])
  expect(seen(reduce(there, { type: 'group', view: null }))).toEqual(['Ana', 'waiting'])
})

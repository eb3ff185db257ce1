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

test('who is in the group is encrypted once they say that they send nothing; who fell out keeps the name, and is so no longer', () => {
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
  const state = {
    participantId: 'p_a',
    keepsKey: false,
    name: 'Ana',
    microphone: false,
    camera: false,
    screen: false,
    hand: false,
  }
  const saying = (said: typeof state) => reduce(there, { type: 'said', member: 'key-a', state: said })
  expect(seen(there)).toEqual(['Ana', 'waiting'])
  expect(seen(saying({ ...state, camera: true }))).toEqual(['Ana', 'waiting'])
  const silent = saying(state)
  expect(seen(silent)).toEqual(['Ana', 'encrypted'])
  expect(seen(reduce(silent, { type: 'group', view: { ...view, members: new Map() } }))).toEqual(['Ana', 'waiting'])
  expect(seen(reduce(silent, { type: 'group', view: null }))).toEqual(['Ana', 'waiting'])
})

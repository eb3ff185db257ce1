import type { SaidState } from '@samtale/protocol'
import type { GroupView } from '../group/group-messages.ts'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { nameOf, saidBy } from './group-state.ts'
import { outside, reduce, type MeetingAction, type MeetingState, type OtherState } from './state.ts'
import { doorOf } from './view-of.ts'

const said = (name: string): SaidState => ({
  name,
  microphone: true,
  camera: true,
  screen: false,
  hand: false,
  participantId: 'p_aaaaaaaaaaaaaaaa',
  keepsKey: false,
})
const direct = { mode: 'direct', generation: 1 } as const
const other: OtherState = { role: 'guest', stopped: [] }
const group = (...members: [participantId: string, id: string, name: string][]): MeetingAction => {
  const entries = members.map(([participantId, id, name]) => [participantId, { id, name, verified: null }] as const)
  const view: GroupView = { members: new Map(entries), locked: false, isHost: false, waiting: [] }
  return { type: 'group', view }
}
const joined: MeetingAction = {
  type: 'joined',
  selfId: 'p_me',
  role: 'guest',
  others: [['p_a', other]],
  path: direct,
  goesOn: false,
}

test('who isn’t back yet after a restart of the server stays where they were; another stay begins with who is there', () => {
  const again = { ...joined, others: [['p_b', other]] as [string, typeof other][] }
  expect([...after(joined, { ...again, goesOn: true }).others.keys()]).toEqual(['p_a', 'p_b'])
  expect([...after(joined, again).others.keys()]).toEqual(['p_b'])
})

function after(...actions: MeetingAction[]): MeetingState {
  return actions.reduce(reduce, outside)
}

test('people come in the order of arrival, and each is there once', () => {
  const state = after(joined, { type: 'person.joined', id: 'p_b', other }, { type: 'person.joined', id: 'p_b', other })
  expect([...state.others.keys()]).toEqual(['p_a', 'p_b'])
})

test('what a member says goes with them, whichever address the server gives them', () => {
  const state = after(joined, group(['p_a', 'key-a', 'Ana']), { type: 'said', member: 'key-a', state: said('Anna') })
  expect(saidBy(state.group, 'p_a')?.name).toBe('Anna')
  const swapped = reduce(state, group(['p_b', 'key-a', 'Ana'], ['p_a', 'key-b', 'Bo']))
  expect([saidBy(swapped.group, 'p_b')?.name, saidBy(swapped.group, 'p_a')]).toEqual(['Anna', null])
})

test('a name once known stays when its member is out of the group for a moment', () => {
  const state = after(joined, group(['p_a', 'key-a', 'Ana']), { type: 'group', view: null })
  expect(state.group).toMatchObject({ isIn: false, safety: null })
  expect(nameOf(state.group, 'key-a')).toBe('Ana')
})

test('nobody appears by saying something', () => {
  expect(after(joined, { type: 'said', member: 'key-x', state: said('Ghost') }).others.size).toBe(1)
})

test('a line of chat keeps the name that its sender had', () => {
  const state = after(
    joined,
    group(['p_a', 'key-a', 'Ana']),
    { type: 'chat', from: 'key-a', text: 'hello', at: 1 },
    { type: 'said', member: 'key-a', state: said('Anna') },
    { type: 'chat', from: 'key-a', text: 'again', at: 2 },
    { type: 'chat', from: '', text: 'mine', at: 3 },
  )
  expect(state.chat.map(({ from, key }) => [from, key])).toEqual([
    ['Ana', 1],
    ['Anna', 2],
    ['', 3],
  ])
})

test('joining anew after a break brings the people of now, and keeps the chat', () => {
  const state = after(
    joined,
    { type: 'chat', from: 'p_a', text: 'hello', at: 1 },
    { type: 'connection', status: { name: 'reconnecting', attempt: 1 } },
    { type: 'joined', selfId: 'p_me2', role: 'guest', others: [['p_c', other]], path: direct, goesOn: false },
  )
  expect([...state.others.keys()]).toEqual(['p_c'])
  expect(state.chat).toHaveLength(1)
})

test('leaving leaves nothing behind', () => {
  const state = after(joined, { type: 'connection', status: { name: 'closed' } })
  expect(state).toEqual({ ...outside, left: true })
})

test('whatever comes, keys of chat grow and a path is never lost', () => {
  const id = fc.constantFrom('p_a', 'p_b', 'p_c')
  const action: fc.Arbitrary<MeetingAction> = fc.oneof(
    id.map((one) => ({ type: 'person.joined' as const, id: one, other })),
    id.map((one) => ({ type: 'person.left' as const, id: one })),
    id.map((one) => ({ type: 'chat' as const, from: one, text: 'x', at: 0 })),
    fc.constant({ type: 'resumed' as const }),
  )
  fc.assert(
    fc.property(fc.array(action, { maxLength: 60 }), (actions) => {
      const state = after(joined, ...actions)
      const keys = state.chat.map(({ key }) => key)
      expect(keys).toEqual([...new Set(keys)].sort((a, b) => a - b))
      expect(state.path).toEqual(direct)
    }),
  )
})

test('what a host stopped is stopped until it is taken up, for oneself and for others', () => {
  const stop = (id: string, stopped: boolean): MeetingAction => ({ type: 'stopped', id, slot: 'microphone', stopped })
  const state = after(joined, stop('p_a', true), stop('p_a', true), stop('p_me', true), stop('p_x', true))
  expect(state.others.get('p_a')?.stopped).toEqual(['microphone'])
  expect(state.stopped).toEqual(['microphone'])
  expect(reduce(state, stop('p_a', false)).others.get('p_a')?.stopped).toEqual([])
  expect(state.others.has('p_x')).toBe(false)
})

test('who waits is listed once, in the order they came, until they are answered', () => {
  const came = (id: string): MeetingAction => ({
    type: 'knocker.came',
    knocker: { id, name: id, message: null, held: false, member: null },
  })
  const state = after(joined, came('k_a'), came('k_b'), came('k_a'), { type: 'knocker.held', id: 'k_b' })
  expect(state.door.knockers.map(({ id, held }) => [id, held])).toEqual([
    ['k_b', true],
    ['k_a', false],
  ])
  expect(reduce(state, { type: 'knocker.left', id: 'k_b' }).door.knockers).toHaveLength(1)
  expect(reduce(state, { type: 'door.inside', locked: true, knockers: [] }).door.knockers).toEqual([])
})

test('who came, and whose keys let them in, is said by the names that are shown; one without a visible name isn’t oneself', () => {
  const [nameless, zed] = [
    { id: 'key-m', name: '\u200b' },
    { id: 'key-z', name: 'Ana' },
  ]
  const state = after(
    joined,
    { type: 'said', member: 'key-z', state: said('Zed') },
    { type: 'came', change: { what: 'came', who: zed, by: nameless } },
    { type: 'came', change: { what: 'left', who: nameless, by: null } },
    { type: 'came', change: { what: 'came', who: nameless, by: zed } },
  )
  expect(state.group.changes.map(({ name, by }) => [name, by])).toEqual([
    ['Zed', ''],
    ['', null],
    ['', 'Zed'],
  ])
})

test('who is inside by the server’s leave alone can be let in or sent away, not held', () => {
  const waiting = [{ participantId: 'p_e', member: 'key-e', name: 'Eve' }]
  const view: GroupView = { members: new Map(), locked: true, isHost: true, waiting }
  const knocker = { id: 'k_a', name: 'Ana', message: null, held: false, member: null }
  const state = after(joined, { type: 'group', view }, { type: 'knocker.came', knocker })
  expect(doorOf(state).knockers.map(({ id, isInside }) => [id, isInside])).toEqual([
    ['k_a', false],
    ['p_e', true],
  ])
})

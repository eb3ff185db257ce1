import type { GroupPosition, GroupRequest } from '@samtale/protocol'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { enter, leave, take } from './group-order.ts'
import { emptyOrder, isTold, type GroupOrder, type Sent, type Step } from './order-state.ts'
import { settle } from './settling.ts'
import { tellTogether } from './together.ts'

const groupId = 'g'.repeat(43)
const door = 'd'.repeat(43)
const handle = (id: string) => id.padStart(22, 'h')
const at = (epoch: number, of = 'a', group = groupId): GroupPosition => ({
  groupId: group,
  epoch,
  authenticator: `${of}${epoch}`.padStart(43, '0'),
})

/** An order with a memory of what was sent. */
function run(order: GroupOrder = emptyOrder) {
  const sent: Sent[] = []
  let now = order
  const apply = (step: Step) => {
    now = step.order
    sent.push(...step.sent)
    return step
  }
  return {
    get order() {
      return now
    },
    sent,
    enter: (id: string) => apply(enter(now, id)),
    leave: (id: string) => apply(leave(now, id)),
    take: (id: string, request: GroupRequest) => apply(take(now, id, request)),
    settle: () => apply(settle(now)),
    to: (id: string, type: string) => sent.filter((one) => one.to === id && one.event.type === type),
  }
}

const ask = (keyPackage: string): GroupRequest => ({ type: 'group.ask', keyPackage, door })
const commit = (epoch: number, text: string, added: string[] = []): GroupRequest => ({
  type: 'group.commit',
  groupId,
  epoch,
  commit: text,
  welcome: added.length > 0 ? `welcome-${text}` : null,
  added: added.map((id) => ({ id, handle: handle(id) })),
})

/** Ana made the group, and the others were added by her; all stand at the same epoch. */
function together(...ids: string[]) {
  const server = run()
  for (const id of ids) server.enter(id)
  const [first = '', ...others] = ids
  server.take(first, { type: 'group.wish' })
  server.take(first, { type: 'group.made', position: at(0), handle: handle(first), door })
  for (const id of others) server.take(id, ask(`kp-${id}`))
  if (others.length > 0) server.take(first, commit(0, 'first', others))
  for (const id of ids) server.take(id, { type: 'group.at', position: at(others.length > 0 ? 1 : 0), refused: false })
  return server
}

test('whoever asked first makes the group; when they go, the next does', () => {
  const server = run()
  for (const id of ['ana', 'bo']) server.enter(id)
  server.take('bo', ask('b'))
  server.take('ana', ask('a'))
  expect(server.to('bo', 'group.make')).toHaveLength(1)
  server.leave('bo')
  expect(server.to('ana', 'group.make')).toHaveLength(1)
  expect(server.take('bo', { type: 'group.made', position: at(0), handle: handle('bo'), door }).answer).toBe('stale')
})

test('of two commits for one epoch the first counts, for everybody, and the second changes nothing', () => {
  const server = together('ana', 'bo', 'cem')
  expect(server.take('bo', commit(1, 'bos')).answer).toBe('ok')
  const before = server.order
  expect(server.take('ana', commit(1, 'anas')).answer).toBe('stale')
  expect(server.order).toBe(before)
  for (const id of ['ana', 'bo', 'cem'])
    expect(server.to(id, 'group.committed').at(-1)?.event).toMatchObject({ commit: 'bos' })
})

test('a commit sent again because the answer was lost is answered alike and told once', () => {
  const server = together('ana', 'bo')
  server.take('bo', commit(1, 'bos'))
  const told = server.sent.length
  expect(server.take('bo', commit(1, 'bos')).answer).toBe('ok')
  expect(server.take('ana', commit(1, 'bos')).answer).toBe('stale')
  expect(server.sent).toHaveLength(told)
})

test('who isn’t in the group commits nothing, and gets no commit', () => {
  const server = together('ana', 'bo')
  server.enter('cem')
  server.take('cem', ask('kp-cem'))
  expect(server.take('cem', commit(1, 'cems')).answer).toBe('stale')
  expect(server.take('nobody', commit(1, 'x')).answer).toBe('stale')
  server.take('ana', commit(1, 'anas', ['cem']))
  expect(server.to('cem', 'group.committed')).toHaveLength(0)
  expect(server.to('cem', 'group.welcome')).toHaveLength(1)
})

test('a commit that most refuse is taken back; who followed it, and who was added by it, ask anew', () => {
  const server = together('ana', 'bo', 'cem')
  server.enter('dag')
  server.take('dag', ask('kp-dag'))
  server.take('cem', commit(1, 'cems', ['dag']))
  server.take('cem', { type: 'group.at', position: at(2, 'x'), refused: false })
  for (const id of ['ana', 'bo'])
    expect(server.take(id, { type: 'group.at', position: at(1), refused: true }).settle).toBe(true)
  server.settle()
  expect(server.order.place).toEqual({ groupId, epoch: 1 })
  for (const id of ['cem', 'dag']) expect(server.to(id, 'group.lost')).toHaveLength(1)
  expect(server.to('ana', 'group.lost')).toHaveLength(0)
  expect(server.take('bo', commit(1, 'bos')).answer).toBe('ok')
})

test('one who refuses what the others follow asks anew, not they', () => {
  const server = together('ana', 'bo', 'cem')
  server.take('ana', commit(1, 'anas'))
  server.take('ana', { type: 'group.at', position: at(2), refused: false })
  server.take('cem', { type: 'group.at', position: at(1), refused: true })
  // Bo hasn't spoken yet: he is taken to follow.
  server.settle()
  expect(server.order.place?.epoch).toBe(2)
  expect(['ana', 'bo', 'cem'].map((id) => server.to(id, 'group.lost').length)).toEqual([0, 0, 1])
})

test('G7 two commits in a row that nobody follows are both taken back, and who made them can’t make the next', () => {
  for (const makerRefusesToo of [false, true]) {
    const server = together('ana', 'bo', 'cem')
    for (const epoch of [1, 2]) {
      server.take('cem', commit(epoch, `cems-${epoch}`))
      for (const id of ['ana', 'bo']) server.take(id, { type: 'group.at', position: at(1), refused: true })
      if (makerRefusesToo && epoch === 2) server.take('cem', { type: 'group.at', position: at(1), refused: true })
    }
    server.settle()
    expect(server.order.place).toEqual({ groupId, epoch: 1 })
    expect(['ana', 'bo', 'cem'].map((id) => server.to(id, 'group.lost').length)).toEqual([0, 0, 1])
    expect(server.take('cem', commit(1, 'again')).answer).toBe('stale')
    expect(server.take('bo', commit(1, 'bos')).answer).toBe('ok')
  }
})

test('G1 who only says that they are a member commits nothing, whatever they say after it', () => {
  const server = together('ana', 'bo')
  server.enter('cem')
  const forged = at(1, 'forged')
  server.take('cem', { type: 'group.present', position: forged, handle: handle('cem'), door })
  expect(server.take('cem', commit(1, 'cems')).answer).toBe('stale')
  server.take('cem', { type: 'group.at', position: forged, refused: false })
  expect(server.take('cem', commit(1, 'cems')).answer).toBe('stale')
  server.settle()
  expect(server.to('cem', 'group.lost')).toHaveLength(1)
  expect(server.take('bo', commit(1, 'bos')).answer).toBe('ok')
})

test('G7 who only says that they were a member is told nothing of the group until it is settled', () => {
  const server = together('ana', 'bo')
  server.enter('eve')
  const made = { position: at(7, 'z'), handle: handle('ana'), door }
  expect(server.take('eve', { type: 'group.present', ...made }).settle).toBe(true)
  expect(server.take('ana', commit(1, 'anas')).answer).toBe('ok')
  for (const id of ['ana', 'bo']) server.take(id, { type: 'group.at', position: at(2), refused: false })
  expect(server.sent.filter(({ to }) => to === 'eve')).toEqual([])
  expect(server.order.people.map(isTold)).toEqual([true, true, false])
  // Nor do they keep the others waiting.
  const { sent } = tellTogether({ order: server.order, sent: [], answer: 'ok', settle: false })
  expect(sent.map(({ to }) => to)).toEqual(['ana', 'bo'])
  server.settle()
  expect(server.to('eve', 'group.lost')).toHaveLength(1)
})

test('G8 who stands with the others though nobody had said so yet misses nothing', () => {
  const server = together('ana', 'bo', 'cem')
  server.leave('cem')
  for (const id of ['ana', 'bo']) server.take(id, { type: 'group.at', position: at(1, 'other'), refused: false })
  server.enter('cem2')
  server.take('cem2', { type: 'group.present', position: at(1), handle: handle('cem'), door })
  expect(server.take('ana', commit(1, 'anas')).answer).toBe('ok')
  expect(server.to('cem2', 'group.committed')).toHaveLength(1)
})

test('G2 who was to make the group and doesn’t keeps nobody waiting: the next who waited in vain makes it', () => {
  const server = run()
  for (const id of ['ana', 'bo']) server.enter(id)
  server.take('ana', { type: 'group.wish' })
  server.take('bo', { type: 'group.wish' })
  expect(server.to('bo', 'group.make')).toHaveLength(0)
  server.take('bo', { type: 'group.wish' })
  expect(server.to('bo', 'group.make')).toHaveLength(1)
  expect(server.take('ana', { type: 'group.made', position: at(0), handle: handle('ana'), door }).answer).toBe('stale')
  expect(server.take('bo', { type: 'group.made', position: at(0), handle: handle('bo'), door }).answer).toBe('ok')
})

test('G2 who was to make the group, lost that and wishes anew is told again', () => {
  const server = run()
  server.enter('ana')
  for (const times of [1, 2]) {
    server.take('ana', { type: 'group.wish' })
    expect(server.to('ana', 'group.make')).toHaveLength(times)
  }
})

test('after a restart the largest set that agrees goes on; the others ask anew, and nobody makes another group', () => {
  const server = run()
  const said: [string, GroupPosition][] = [
    ['ana', at(4)],
    ['bo', at(5)],
    ['cem', at(5)],
    ['dag', at(5, 'forged')],
    ['eva', at(9, 'a', 'o'.repeat(43))],
  ]
  for (const [id, position] of said) {
    server.enter(id)
    expect(server.take(id, { type: 'group.present', position, handle: handle(id), door }).settle).toBe(true)
  }
  server.enter('fia')
  server.take('fia', ask('kp-fia'))
  server.settle()
  expect(server.order.place).toEqual({ groupId, epoch: 5 })
  expect(said.map(([id]) => server.to(id, 'group.lost').length)).toEqual([1, 0, 0, 1, 1])
  expect(server.to('fia', 'group.make')).toHaveLength(0)
})

test('who wishes in is told the door, and of another group anew; a key package sealed to the old one is void', () => {
  const server = together('ana')
  for (const id of ['bo', 'cem']) server.enter(id)
  server.take('bo', { type: 'group.wish' })
  expect(server.to('bo', 'group.door').map(({ event }) => event)).toEqual([{ type: 'group.door', door }])
  server.take('bo', ask('sealed-to-the-first'))
  server.take('cem', { type: 'group.wish' })
  server.take('cem', ask('too'))
  server.leave('ana')
  const other = 'o'.repeat(43)
  server.take('bo', { type: 'group.made', position: at(0, 'b', other), handle: handle('bo'), door: other })
  expect(server.to('cem', 'group.door').at(-1)?.event).toMatchObject({ door: other })
  expect(server.order.people.every(({ keyPackage }) => keyPackage === null)).toBe(true)
})

test('with the last member the group ends, and who asks makes another', () => {
  const server = together('ana')
  server.enter('bo')
  server.take('bo', ask('kp-bo'))
  expect(server.to('bo', 'group.make')).toHaveLength(0)
  server.leave('ana')
  expect(server.to('bo', 'group.make')).toHaveLength(1)
  server.leave('bo')
  expect(server.order).toEqual(emptyOrder)
})

const id = fc.constantFrom('ana', 'bo', 'cem', 'dag')
const act = fc.oneof(
  fc.record({ do: fc.constantFrom('enter' as const, 'leave' as const, 'settle' as const, 'wish' as const), id }),
  fc.record({ do: fc.constant('ask' as const), id, text: fc.string() }),
  fc.record({
    do: fc.constantFrom('made' as const, 'present' as const),
    id,
    epoch: fc.nat(3),
    of: fc.constantFrom('a', 'b'),
  }),
  fc.record({ do: fc.constant('commit' as const), id, epoch: fc.nat(6), text: fc.string(), added: fc.array(id) }),
  fc.record({ do: fc.constant('at' as const), id, epoch: fc.nat(6), refused: fc.boolean() }),
)

type Act = typeof act extends fc.Arbitrary<infer T> ? T : never

function requestOf(one: Act): GroupRequest | null {
  if (one.do === 'wish') return { type: 'group.wish' }
  if (one.do === 'ask') return ask(one.text)
  if (one.do === 'at') return { type: 'group.at', position: at(one.epoch), refused: one.refused }
  if (one.do === 'commit') return commit(one.epoch, one.text, one.added)
  if (one.do !== 'made' && one.do !== 'present') return null
  return { type: `group.${one.do}`, position: at(one.epoch, one.of), handle: handle(one.id), door }
}

function perform(server: ReturnType<typeof run>, one: Act): Step | null {
  const inside = server.order.people.some(({ id: known }) => known === one.id)
  if (one.do === 'enter') return inside ? null : server.enter(one.id)
  if (one.do === 'leave') return server.leave(one.id)
  if (one.do === 'settle') return server.settle()
  const request = requestOf(one)
  return request && (inside || one.do === 'commit') ? server.take(one.id, request) : null
}

test('whatever arrives, in whatever order: one commit an epoch, and members see the same commits alike', () => {
  fc.assert(
    fc.property(fc.array(act, { maxLength: 80, size: 'max' }), (acts) => {
      const server = run()
      for (const one of acts) {
        const before = server.order
        const sent = perform(server, one)?.sent ?? []
        const moved = one.do === 'commit' && server.order !== before
        if (moved) expect(server.order.place?.epoch).toBe((before.place?.epoch ?? 0) + 1)
        // But who only says so and stands elsewhere.
        const told = new Set(server.order.people.filter(isTold).map((person) => person.id))
        const were = before.people.filter((person) => person.handle !== null).map((person) => person.id)
        const members = were.filter((member) => told.has(member))
        const commits = sent.filter(({ event }) => event.type === 'group.committed').map(({ to }) => to)
        expect(commits).toEqual(moved ? members : [])
        // Nobody who isn't in the meeting is told anything, and nobody is in the group and asking at once.
        const people = new Set(server.order.people.map((person) => person.id))
        expect(sent.every(({ to }) => people.has(to))).toBe(true)
        expect(server.order.people.some((person) => person.handle !== null && person.keyPackage !== null)).toBe(false)
      }
    }),
    { numRuns: 1_000 },
  )
})

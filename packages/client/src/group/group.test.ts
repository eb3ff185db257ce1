import { expect, test } from 'vitest'
import { fromBase64url } from '../sealing/base64url.ts'
import { newSecret } from '../sealing/link-secret.ts'
import { oldEpochMs } from '../sframe/receive-keys.ts'
import { agree, createFakeRoom, type FakeRoom } from './fake-room.ts'
import { createGroup, prepareJoining } from './entering.ts'
import { createIdentity } from './fake-identity.ts'
import { readCandidate } from './key-package.ts'
import { deriveGroupLink } from './link.ts'

const text = (content: string) => new TextEncoder().encode(content)
const names = (room: FakeRoom, of: string) => room.of(of).members.map(({ name }) => name)
const secret = newSecret()

async function roomOf(...people: string[]): Promise<FakeRoom> {
  const room = createFakeRoom('kitchen', secret)
  for (const name of people) await room.enter(name)
  return room
}

test('five come, one leaves, one renews: at every step all hold the same keys and see the same people', async () => {
  const room = createFakeRoom('kitchen', secret)
  const people = ['Ana', 'Bo', 'Cem', 'Dag', 'Eva']
  for (const name of people) {
    await room.enter(name)
    expect(await agree(room.groups.values())).toBe(true)
  }
  expect(names(room, 'Eva')).toEqual(people)
  await room.remove('Bo', 'Cem')
  const bo = room.of('Bo')
  room.groups.delete('Bo')
  expect(await agree(room.groups.values())).toBe(true)
  expect(names(room, 'Eva')).toEqual(['Ana', 'Cem', 'Dag', 'Eva'])
  expect(bo.position.authenticator).not.toBe(room.of('Ana').position.authenticator)
  const before = room.of('Ana').position
  await room.commit('Dag', {})
  expect(await agree(room.groups.values())).toBe(true)
  expect(room.of('Ana').position.authenticator).not.toBe(before.authenticator)
  // The place that became free goes to whoever comes next.
  await room.enter('Fia', { by: 'Eva' })
  expect(room.of('Fia').ownLeaf).toBe(1)
  expect(await agree(room.groups.values())).toBe(true)
})

test('several come and go in one commit', async () => {
  const room = await roomOf('Ana', 'Bo')
  const joinings = await Promise.all(
    ['Cem', 'Dag'].map(async (name) =>
      prepareJoining({ link: await deriveGroupLink('kitchen', secret), identity: await createIdentity(), name }),
    ),
  )
  const add = joinings.flatMap(({ keyPackage }) => readCandidate(keyPackage) ?? [])
  const { commit, welcome } = await room.of('Ana').stage({ add, remove: [room.of('Bo').ownLeaf] })
  expect(await room.of('Bo').receive(commit)).toMatchObject({ kind: 'removed', by: { name: 'Ana' } })
  const outcome = await room.of('Ana').receive(commit)
  expect(outcome).toMatchObject({ joined: [{ name: 'Cem' }, { name: 'Dag' }], left: [{ name: 'Bo' }] })
  const groups = await Promise.all(joinings.map(({ join }) => join(welcome ?? new Uint8Array())))
  expect(await agree([room.of('Ana'), ...groups.flatMap((group) => group ?? [])])).toBe(true)
})

test('one’s own commit is in force only when it comes back, and who lost the race takes the winner’s', async () => {
  const room = await roomOf('Ana', 'Bo', 'Cem')
  const [ana, bo, cem] = [room.of('Ana'), room.of('Bo'), room.of('Cem')]
  const before = ana.position
  const [first, second] = [await ana.stage({}), await bo.stage({})]
  expect(ana.position).toEqual(before)
  for (const group of [cem, ana, bo]) expect(await group.receive(second.commit)).toMatchObject({ by: { name: 'Bo' } })
  for (const group of [cem, ana]) expect(await group.receive(first.commit)).toEqual({ kind: 'stale' })
  expect(await agree([ana, bo, cem])).toBe(true)
  const again = await ana.stage({})
  for (const group of [cem, bo, ana]) expect(await group.receive(again.commit)).toMatchObject({ by: { name: 'Ana' } })
  expect(await agree([ana, bo, cem])).toBe(true)
})

test('whichever of one’s own commits the server took is the one that counts', async () => {
  const room = await roomOf('Ana', 'Bo')
  const commits = [await room.of('Ana').stage({}), await room.of('Ana').stage({})]
  const taken = commits[0]?.commit ?? new Uint8Array()
  await room.of('Bo').receive(taken)
  await room.of('Ana').receive(taken)
  expect(await agree(room.groups.values())).toBe(true)
})

test('what was heard while one’s own commit was under way stays heard, and can’t be repeated', async () => {
  const room = await roomOf('Ana', 'Bo')
  const [ana, bo] = [room.of('Ana'), room.of('Bo')]
  const { commit } = await ana.stage({})
  const [one, two] = [await bo.say(text('one')), await bo.say(text('two'))]
  expect(await ana.hear(one)).toMatchObject({ kind: 'said' })
  await bo.receive(commit)
  await ana.receive(commit)
  expect(await ana.hear(one)).toMatchObject({ kind: 'unheard' })
  expect(await ana.hear(two)).toMatchObject({ kind: 'said', epoch: 1, missed: 0 })
})

test('what somebody says arrives with who it was, and what went along readable', async () => {
  const room = await roomOf('Ana', 'Bo', 'Cem')
  const said = await room.of('Bo').say(text('hei'), null, text('chat'))
  const ids = await room.of('Ana').hear(said)
  expect(ids).toMatchObject({
    kind: 'said',
    sender: { name: 'Bo', leaf: 1 },
    toAll: true,
    content: text('hei'),
    open: text('chat'),
  })
  expect(await room.of('Cem').hear(said)).toMatchObject({ sender: { name: 'Bo' } })
  expect(await room.of('Ana').hear(said)).toMatchObject({ kind: 'unheard' })
})

test('two people of one name are told apart by their keys', async () => {
  const room = createFakeRoom('kitchen', secret)
  const ana = await room.enter('Ana')
  const bo = await room.enter('Bo')
  const link = await deriveGroupLink('kitchen', secret)
  const joining = await prepareJoining({ link, identity: await createIdentity(), name: 'Ana' })
  const staged = await ana?.stage({ add: [readCandidate(joining.keyPackage) ?? []].flat() })
  for (const group of [bo, ana]) await group?.receive(staged?.commit ?? new Uint8Array())
  const other = staged?.welcome ? await joining.join(staged.welcome) : null
  const heard = other && (await bo?.hear(await other.say(text('it is me'))))
  expect(heard).toMatchObject({ sender: { name: 'Ana', leaf: 2 } })
  expect(heard).not.toMatchObject({ sender: { id: bo?.members[0]?.id } })
})

test('a message to one is for that one only, and messages kept back show', async () => {
  const room = await roomOf('Ana', 'Bo', 'Cem')
  const [ana, bo, cem] = [room.of('Ana'), room.of('Bo'), room.of('Cem')]
  const direct = await ana.say(text('for Bo'), bo.ownLeaf)
  expect(await cem.hear(direct)).toEqual({ kind: 'unheard', why: 'not-for-us' })
  expect(await bo.hear(direct)).toMatchObject({ kind: 'said', toAll: false, missed: 0 })
  const all = [await ana.say(text('1')), await ana.say(text('2')), await ana.say(text('3')), await ana.say(text('4'))]
  expect(await bo.hear(all[0] ?? direct)).toMatchObject({ missed: 0 })
  expect(await bo.hear(all[3] ?? direct)).toMatchObject({ missed: 2 })
  expect(await bo.hear(all[1] ?? direct)).toEqual({ kind: 'unheard', why: 'repeated' })
})

test('fifty messages at once all arrive, in their order', async () => {
  const room = await roomOf('Ana', 'Bo')
  const messages = await Promise.all(Array.from({ length: 50 }, (_, at) => room.of('Ana').say(text(`${at}`))))
  const heard = await Promise.all(messages.map((message) => room.of('Bo').hear(message)))
  expect(heard.every((one) => one.kind === 'said' && one.missed === 0)).toBe(true)
})

test('messages of an ended epoch are read for ten seconds, then no more; of who has left, not at all', async () => {
  let time = 0
  const room = createFakeRoom('kitchen', secret, { now: () => time })
  for (const name of ['Ana', 'Bo', 'Cem']) await room.enter(name)
  const [ana, bo, cem] = [room.of('Ana'), room.of('Bo'), room.of('Cem')]
  const late = [await bo.say(text('1')), await bo.say(text('2')), await cem.say(text('3'))] as const
  await room.commit('Ana', { remove: [cem.ownLeaf] })
  time += oldEpochMs - 1
  expect(await ana.hear(late[0])).toMatchObject({ kind: 'said' })
  expect(await ana.hear(late[2])).toEqual({ kind: 'unheard', why: 'sender-left' })
  time += 1
  expect(await ana.hear(late[1])).toEqual({ kind: 'unheard', why: 'too-old' })
})

test('each epoch’s key for sending is given out once, and is the one that the others open with', async () => {
  const room = await roomOf('Ana', 'Bo')
  const [ana, bo] = [room.of('Ana'), room.of('Bo')]
  const key = await ana.takeSendKey()
  const { epoch, senders } = await bo.receiveKeys()
  expect(senders).toMatchObject([{ leaf: 0, member: ana.members[0]?.id }])
  expect(key).toEqual({ epoch, leaf: 0, baseKey: senders[0]?.baseKey })
  expect(await ana.takeSendKey()).toBeNull()
  await room.commit('Ana', {})
  expect((await ana.takeSendKey())?.baseKey).not.toEqual(key?.baseKey)
})

test('who was removed has no key of the next epoch and can say nothing to it', async () => {
  const room = await roomOf('Ana', 'Bo', 'Cem')
  const cem = room.of('Cem')
  await room.remove('Cem', 'Ana')
  expect(await cem.takeSendKey()).toBeNull()
  await expect(cem.say(text('still here'))).rejects.toThrow('removed')
  expect(await cem.hear(await room.of('Ana').say(text('hello')))).toEqual({ kind: 'unheard', why: 'ahead' })
})

test('the safety number is equal for all, and changes exactly with the people', async () => {
  const room = await roomOf('Ana', 'Bo')
  const number = async (name: string) => (await room.of(name).safetyNumber()).digits
  const two = await number('Ana')
  expect(await number('Bo')).toBe(two)
  await room.commit('Bo', {})
  expect(await number('Ana')).toBe(two)
  await room.enter('Cem')
  const three = await number('Cem')
  expect(three).not.toBe(two)
  await room.remove('Cem', 'Bo')
  expect(await number('Ana')).toBe(two)
})

test('who comes back with the same key is the same person to others', async () => {
  const identity = await createIdentity()
  const room = await roomOf('Ana', 'Bo')
  const cem = await room.enter('Cem', { identity })
  await room.of('Ana').hear((await cem?.say(text('hi'))) ?? new Uint8Array())
  const before = await room.of('Ana').safetyNumber()
  await room.remove('Cem', 'Ana')
  room.groups.delete('Cem')
  const again = await room.enter('Cem', { identity })
  expect(await room.of('Ana').safetyNumber()).toEqual(before)
  const heard = await room.of('Ana').hear((await again?.say(text('hi'))) ?? new Uint8Array())
  expect(heard).toMatchObject({ kind: 'said', sender: { name: 'Cem' } })
})

test('rules: a host locks, hands over, and is host again on coming back', async () => {
  const room = await roomOf('Ana', 'Bo', 'Cem')
  const [ana, bo] = [room.of('Ana'), room.of('Bo')]
  const idOf = (name: string) => ana.members.find((member) => member.name === name)?.id ?? ''
  expect(bo.hosts).toEqual([idOf('Ana')])
  // Signed by Ana, brought in by Bo.
  const signed = await ana.signRules({ hosts: [idOf('Ana'), idOf('Cem')], locked: true })
  const outcomes = await room.commit('Bo', { rules: signed })
  expect([...outcomes.values()].every((one) => one.kind === 'adopted' && one.rulesChanged)).toBe(true)
  expect(await agree(room.groups.values())).toBe(true)
  expect(bo.rules).toMatchObject({ version: 1, locked: true })
  await room.remove('Ana', 'Cem')
  room.groups.delete('Ana')
  expect(bo.hosts).toEqual([idOf('Cem')])
  await room.remove('Cem', 'Bo')
  room.groups.delete('Cem')
  expect(bo.hosts).toEqual([bo.members[0]?.id])
})

test('a group is bound to its room and link', async () => {
  const link = await deriveGroupLink('kitchen', secret)
  const group = await createGroup({ link, identity: await createIdentity(), name: 'Ana' })
  const id = (await createGroup({ link, identity: await createIdentity(), name: 'Ana' })).position.groupId
  expect(fromBase64url(group.position.groupId).slice(0, 16)).toEqual(link.idPrefix)
  expect(id).not.toBe(group.position.groupId)
  const prefixes = await Promise.all(
    (
      [
        ['garden', secret],
        ['kitchen', newSecret()],
        ['kitchen', null],
      ] as const
    ).map(async ([room, other]) => (await deriveGroupLink(room, other)).idPrefix.join()),
  )
  expect(new Set([...prefixes, link.idPrefix.join()]).size).toBe(4)
})

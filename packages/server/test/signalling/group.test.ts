import { limits, protocolVersion } from '@samtale/protocol'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { TestClient } from './test-client.ts'
import { door, gather, handleOf, keyPackageOf, sealed, TestGroup } from './test-group.ts'
import { startTestServer, type TestServer } from './test-server.ts'

let server: TestServer
beforeEach(async () => {
  server = await startTestServer()
})
afterEach(() => server.stop())

async function people(count: number): Promise<TestClient[]> {
  const clients: TestClient[] = []
  for (let at = 0; at < count; at += 1) clients.push(await server.join('kitchen'))
  return clients
}
const nobody = () => expect.fail('nobody there')
async function three(): Promise<[TestClient, TestClient, TestClient]> {
  const [ana = nobody(), bo = nobody(), cy = nobody()] = await people(3)
  return [ana, bo, cy]
}

/** What somebody was told last of who is there. */
async function roster(client: TestClient) {
  await client.settled()
  return client.all('group.people').at(-1)?.people ?? []
}
const inGroup = (client: TestClient) => ({ id: client.me.participantId, handle: handleOf(client), keyPackage: null })
const asking = (client: TestClient) => ({
  id: client.me.participantId,
  handle: null,
  keyPackage: keyPackageOf(client),
})
const outside = (client: TestClient) => ({ id: client.me.participantId, handle: null, keyPackage: null })

async function comeBack(client: TestClient): Promise<TestClient> {
  const again = await server.open()
  const lastSeq = client.events.at(-1)?.seq ?? 0
  await again.request('resume', { version: protocolVersion, ...client.me, lastSeq })
  again.me = client.me
  return again
}

test('G1 of two commits for one epoch the first is told to every member, the committer too; the other is stale', async () => {
  const [ana, bo, cy] = await three()
  const group = await gather(ana, bo, cy)
  const outsider = await server.join('kitchen')
  await bo.request('group.commit', group.commitOf(1, 'of Bo'))
  expect(await ana.refusal('group.commit', group.commitOf(1, 'of Ana'))).toBe('group.stale')
  for (const client of [ana, bo, cy]) {
    await client.settled()
    expect(client.all('group.committed').at(-1)).toMatchObject({ commit: sealed('of Bo') })
  }
  await outsider.settled()
  expect(outsider.all('group.committed')).toEqual([])
})

test('G1 a commit sent again by the same member is answered alike and not told again', async () => {
  const [ana, bo] = await three()
  const group = await gather(ana, bo)
  await ana.request('group.commit', group.commitOf())
  const again = await comeBack(ana)
  expect(await again.refusal('group.commit', group.commitOf())).toBe('ok')
  expect(await bo.refusal('group.commit', group.commitOf())).toBe('group.stale')
  await bo.settled()
  expect(bo.all('group.committed')).toHaveLength(1)
})

test('G1 another epoch, another group, and who isn’t in the group are stale', async () => {
  const [ana, bo, cy] = await three()
  const group = await gather(ana, bo)
  for (const epoch of [0, 2, 7])
    expect(await ana.refusal('group.commit', group.commitOf(epoch, 'another'))).toBe('group.stale')
  expect(await ana.refusal('group.commit', new TestGroup('x'.repeat(43)).commitOf(1))).toBe('group.stale')
  expect(await cy.refusal('group.commit', group.commitOf())).toBe('group.stale')
  expect(await ana.refusal('group.commit', group.commitOf())).toBe('ok')
})

test('G2 whoever wished first makes the group; the others are told its door', async () => {
  const [ana, bo, cy] = await three()
  await bo.request('group.wish', {})
  await ana.request('group.wish', {})
  await bo.event('group.make')
  const group = new TestGroup()
  expect(await ana.refusal('group.made', group.standing(ana))).toBe('group.stale')
  await bo.request('group.made', group.standing(bo))
  expect((await ana.event('group.door')).door).toBe(door)
  await cy.request('group.wish', {})
  await cy.event('group.door')
  for (const client of [ana, cy]) expect(client.all('group.make')).toEqual([])
})

test('G2 where the maker goes, the next who wished makes it', async () => {
  const [ana, bo] = await three()
  await ana.request('group.wish', {})
  await bo.request('group.wish', {})
  await ana.event('group.make')
  await ana.request('leave', {})
  expect(await bo.event('group.make')).toMatchObject({ type: 'group.make' })
})

test('G2 what is sealed to another group’s door is a wish', async () => {
  const [ana, bo] = await three()
  await gather(ana)
  await bo.request('group.ask', { keyPackage: keyPackageOf(bo), door: 'o'.repeat(43) })
  expect((await bo.event('group.door')).door).toBe(door)
  expect(await roster(ana)).toContainEqual(outside(bo))
})

test('G2 nobody asks more often than allowed; it is allowed again in time', async () => {
  const [ana, bo] = await three()
  await gather(ana)
  for (let at = 0; at < limits.groupAskBurst; at += 1) expect(await bo.refusal('group.wish', {})).toBe('ok')
  const told = ana.all('group.people').length
  expect(await bo.refusal('group.wish', {})).toBe('rate.exceeded')
  expect(await bo.refusal('group.ask', { keyPackage: sealed('x'), door })).toBe('rate.exceeded')
  expect(await roster(ana)).toHaveLength(3)
  expect(ana.all('group.people')).toHaveLength(told)
  server.clock.advance(limits.groupAskEveryMs)
  expect(await bo.refusal('group.wish', {})).toBe('ok')
})

test('G3 members are told who is in the meeting: by handle, by key package, or neither', async () => {
  const [ana, bo, cy] = await three()
  const group = await gather(ana, bo)
  await group.ask(cy)
  const di = await server.join('kitchen')
  await di.request('group.wish', {})
  for (const member of [ana, bo]) {
    expect(await roster(member)).toEqual([inGroup(ana), inGroup(bo), asking(cy), outside(di)])
  }
  for (const other of [cy, di]) expect(await roster(other)).toEqual([])
})

test('G3 who is away stays among them until the place is given up, and coming back changes nothing', async () => {
  const [ana, bo, cy] = await three()
  await gather(ana, bo, cy)
  await server.broken(bo)
  await server.pass(limits.awayMs - 2_000)
  expect(await roster(ana)).toContainEqual(inGroup(bo))
  const again = await comeBack(bo)
  await server.pass(limits.awayMs * 2)
  expect(await roster(ana)).toEqual([inGroup(ana), inGroup(bo), inGroup(cy)])
  await again.request('group.say', { message: sealed('still here') })
  expect((await ana.event('group.said')).from).toBe(bo.me.participantId)
  await server.broken(again)
  await server.pass(limits.awayMs)
  expect(await roster(ana)).toEqual([inGroup(ana), inGroup(cy)])
})

test.each(['host.remove', 'host.block'] as const)(
  'G3 who is gone by %s is no member from that moment on',
  async (act) => {
    const [ana, bo, cy] = await three()
    await gather(ana, bo, cy)
    await ana.request(act, { participantId: bo.me.participantId })
    const told = bo.texts.length
    await ana.request('group.say', { message: sealed('about Bo') })
    await cy.event('group.said')
    await bo.wasClosed()
    expect(bo.texts.slice(told).join()).not.toContain('group.said')
    expect(await roster(cy)).toEqual([inGroup(ana), inGroup(cy)])
    expect(cy.arrived.indexOf('participant.left')).toBeLessThan(cy.arrived.lastIndexOf('group.people'))
  },
)

test('G3 who leaves in order is gone at once', async () => {
  const [ana, bo] = await three()
  await gather(ana, bo)
  bo.socket.close(1000)
  await ana.event('participant.left')
  expect(await roster(ana)).not.toContainEqual(inGroup(bo))
})

test('G5 a welcome goes to those whom the accepted commit adds, and to nobody else', async () => {
  const [ana, bo, cy] = await three()
  const group = await gather(ana)
  await group.ask(bo, cy)
  await ana.request('group.commit', group.commitOf(0, 'adds Bo', [bo]))
  expect((await bo.event('group.welcome')).welcome).toBe(sealed('welcome to 1'))
  expect(await ana.refusal('group.commit', group.commitOf(0, 'adds Cy', [cy]))).toBe('group.stale')
  for (const client of [ana, cy]) {
    await client.settled()
    expect(client.all('group.welcome')).toEqual([])
  }
  expect(await roster(ana)).toEqual([inGroup(ana), inGroup(bo), asking(cy)])
})

test('G5 nobody is added who didn’t ask', async () => {
  const [ana, bo] = await three()
  const group = await gather(ana)
  await ana.request('group.commit', group.commitOf(0, 'adds Bo', [bo]))
  await bo.settled()
  expect(bo.all('group.welcome')).toEqual([])
  expect(await roster(ana)).toContainEqual(outside(bo))
})

test('G6 once all members stand at an epoch they are told so, once', async () => {
  const [ana, bo, cy] = await three()
  const group = await gather(ana, bo, cy)
  const settled = (client: TestClient) => client.all('group.settled').map(({ epoch }) => epoch)
  expect(settled(ana)).toEqual([0, 1])
  expect(settled(cy)).toEqual([1])
  await ana.request('group.commit', group.commitOf(1))
  for (const client of [ana, bo]) await client.request('group.at', { position: group.at(2), refused: false })
  await cy.settled()
  expect(settled(cy)).toEqual([1])
  await cy.request('group.at', { position: group.at(2), refused: false })
  await cy.request('group.at', { position: group.at(2), refused: false })
  for (const client of [ana, bo, cy]) {
    await client.settled()
    expect(client.all('group.settled').at(-1)).toMatchObject({ groupId: group.groupId, epoch: 2 })
    expect(settled(client).filter((epoch) => epoch === 2)).toHaveLength(1)
  }
})

test('G6 who stands there with other keys, or has gone, is not waited for as one of all', async () => {
  const [ana, bo, cy] = await three()
  const group = await gather(ana, bo, cy)
  await ana.request('group.commit', group.commitOf(1))
  await ana.request('group.at', { position: group.at(2), refused: false })
  await bo.request('group.at', { position: group.at(2, 'other'), refused: false })
  await cy.request('group.at', { position: group.at(2), refused: false })
  await ana.settled()
  expect(ana.all('group.settled').at(-1)?.epoch).toBe(1)
  await bo.request('leave', {})
  expect((await ana.event('group.settled', 3)).epoch).toBe(2)
})

test('G6 after a commit is taken back, they are told of the epoch that takes its place', async () => {
  const [ana, bo] = await three()
  const group = await gather(ana, bo)
  await ana.request('group.commit', group.commitOf(1))
  for (const client of [ana, bo]) await client.request('group.at', { position: group.at(2), refused: false })
  expect((await bo.event('group.settled', 2)).epoch).toBe(2)
  await bo.request('group.at', { position: group.at(1), refused: true })
  server.clock.advance(limits.groupSettleMs)
  await ana.event('group.lost')
  await ana.request('group.ask', { keyPackage: sealed('another'), door })
  await bo.request('group.commit', group.commitOf(1, 'in its place', [ana]))
  for (const client of [ana, bo]) await client.request('group.at', { position: group.at(2, 'other'), refused: false })
  await bo.settled()
  expect(bo.all('group.settled').map(({ epoch }) => epoch)).toEqual([1, 2, 1, 2])
})

test('G7 a commit that half refuse is taken back: whoever followed it is lost', async () => {
  const [ana, bo] = await three()
  const group = await gather(ana, bo)
  await ana.request('group.commit', group.commitOf(1))
  await ana.request('group.at', { position: group.at(2), refused: false })
  await bo.request('group.at', { position: group.at(1), refused: true })
  server.clock.advance(limits.groupSettleMs - 1)
  await ana.settled()
  expect(ana.all('group.lost')).toEqual([])
  server.clock.advance(1)
  await ana.event('group.lost')
  await bo.settled()
  expect(bo.all('group.lost')).toEqual([])
  expect(await bo.refusal('group.commit', group.commitOf(1, 'anew'))).toBe('ok')
})

test('G7 where fewer refuse, they are lost, and the commit stands', async () => {
  const [ana, bo, cy] = await three()
  const group = await gather(ana, bo, cy)
  await ana.request('group.commit', group.commitOf(1))
  for (const client of [ana, bo]) await client.request('group.at', { position: group.at(2), refused: false })
  await cy.request('group.at', { position: group.at(1), refused: true })
  server.clock.advance(limits.groupSettleMs)
  await cy.event('group.lost')
  await ana.settled()
  expect([...ana.all('group.lost'), ...bo.all('group.lost')]).toEqual([])
  expect(await ana.refusal('group.commit', group.commitOf(2))).toBe('ok')
})

test('G8 after a restart the largest set that agrees goes on, and the others are lost', async () => {
  const [ana, bo, cy] = await three()
  const group = new TestGroup()
  await cy.request('group.present', group.standing(cy, 4))
  await ana.request('group.present', group.standing(ana, 5))
  await bo.request('group.present', group.standing(bo, 5))
  server.clock.advance(limits.groupSettleMs)
  await cy.event('group.lost')
  expect((await ana.event('group.settled')).epoch).toBe(5)
  expect(await roster(bo)).toEqual([inGroup(ana), inGroup(bo), outside(cy)])
  expect(await bo.refusal('group.commit', group.commitOf(5))).toBe('ok')
})

test('G8 ties go to the earlier epoch; who was away and comes later takes part again', async () => {
  const [ana, bo, cy] = await three()
  const group = new TestGroup()
  await ana.request('group.present', group.standing(ana, 5))
  await bo.request('group.present', group.standing(bo, 4))
  server.clock.advance(limits.groupSettleMs)
  await ana.event('group.lost')
  await cy.request('group.present', group.standing(cy, 4))
  expect(await roster(bo)).toEqual([outside(ana), inGroup(bo), inGroup(cy)])
  await bo.request('group.say', { message: sealed('welcome back') })
  await cy.event('group.said')
  expect((await cy.event('group.settled')).epoch).toBe(4)
})

test('G8 who wishes meanwhile waits until it is settled, and makes no second group', async () => {
  const [ana, bo] = await three()
  await ana.request('group.present', new TestGroup().standing(ana, 5))
  await bo.request('group.wish', {})
  await bo.settled()
  expect(bo.all('group.make')).toEqual([])
  server.clock.advance(limits.groupSettleMs)
  expect((await bo.event('group.door')).door).toBe(door)
})

test('G9 who was lost asks anew, and is added like anybody', async () => {
  const [ana, bo, cy] = await three()
  const group = await gather(ana, bo, cy)
  await ana.request('group.commit', group.commitOf(1))
  await cy.request('group.at', { position: group.at(1), refused: true })
  for (const client of [ana, bo]) await client.request('group.at', { position: group.at(2), refused: false })
  server.clock.advance(limits.groupSettleMs)
  await cy.event('group.lost')
  await cy.request('group.wish', {})
  await cy.event('group.door', 2)
  await cy.request('group.ask', { keyPackage: sealed('another'), door })
  await ana.request('group.commit', group.commitOf(2, 'removes Cy'))
  expect(await roster(ana)).toContainEqual({ ...asking(cy), keyPackage: sealed('another') })
  await ana.request('group.commit', group.commitOf(3, 'adds Cy', [cy]))
  expect((await cy.event('group.welcome', 2)).welcome).toBe(sealed('welcome to 4'))
})

test('G10 commits and messages come in one order to everybody, over a break too', async () => {
  const [ana, bo, cy] = await three()
  const group = await gather(ana, bo, cy)
  const before = bo.events.at(-1)?.seq ?? 0
  await server.broken(bo)
  await cy.request('group.say', { message: sealed('0') })
  await ana.request('group.commit', group.commitOf(1, '1'))
  await cy.request('group.say', { message: sealed('2') })
  await cy.request('group.say', { to: bo.me.participantId, message: sealed('3') })
  const again = await comeBack(bo)
  await again.settled()
  const heard = again.events.flatMap((event) =>
    event.type === 'group.said' ? event.message : event.type === 'group.committed' ? event.commit : [],
  )
  expect(heard).toEqual(['0', '1', '2', '3'].map(sealed))
  expect(again.events[0]?.seq).toBe(before + 1)
})

test('G10 what is under way when somebody leaves reaches only who is still there', async () => {
  const [ana, bo, cy] = await three()
  await gather(ana, bo, cy)
  await bo.request('leave', {})
  const told = bo.texts.length
  await ana.request('group.say', { message: sealed('without Bo') })
  await cy.event('group.said')
  await bo.ask('ping', {})
  expect(bo.texts.slice(told).join()).not.toContain('group.')
})

test('L3 nothing of the group outlives the meeting', async () => {
  const [ana, bo, cy] = await three()
  await gather(ana, bo)
  for (const client of [ana, bo, cy]) await client.request('leave', {})
  const di = await server.join('kitchen')
  await di.request('group.wish', {})
  expect(await di.event('group.make')).toMatchObject({ type: 'group.make' })
})

import type { GroupEvent } from '@samtale/protocol'
import { expect, test } from 'vitest'
import { agree } from '../../../packages/client/src/group/fake-room.ts'
import { prepareJoining } from '../../../packages/client/src/group/entering.ts'
import { createIdentity } from '../../../packages/client/src/group/fake-identity.ts'
import { deriveGroupLink } from '../../../packages/client/src/group/link.ts'
import { fromBase64url, toBase64url } from '../../../packages/client/src/sealing/base64url.ts'
import { World } from './world.ts'

const secret = 'AAECAwQFBgcICQoLDA0ODw'
const text = (content: string) => new TextEncoder().encode(content)

async function meeting(withSecret: string | null = secret) {
  const world = new World(withSecret)
  for (const name of ['Ana', 'Bo', 'Cem']) await world.come(name)
  await world.calm()
  const groups = () => world.live.flatMap(({ session }) => session.group ?? [])
  return { world, groups, number: async () => (await groups()[0]?.safetyNumber())?.digits }
}

test('a commit that nobody can read is taken back, and the meeting goes on', async () => {
  const { world, groups } = await meeting()
  const before = groups()[0]?.position
  const [, , cem] = world.live
  const position = before ?? { groupId: '', epoch: 0 }
  await world.request(cem, {
    type: 'group.commit',
    ...position,
    commit: toBase64url(text('nonsense')),
    welcome: null,
    added: [],
  })
  await world.calm()
  // Whoever made it has to ask anew; the others stay where they were, in the same group.
  expect(groups().map((group) => group.position.groupId)).toEqual([before, before, before].map((one) => one?.groupId))
  await world.come('Dag')
  await world.calm()
  expect(await agree(groups())).toBe(true)
  expect(groups()).toHaveLength(4)
})

test('a ghost put among the people is added by nobody; with the link’s secret it would be', async () => {
  for (const known of [false, true]) {
    const { world, groups, number } = await meeting()
    const before = await number()
    const link = await deriveGroupLink('kitchen', known ? secret : 'EBESExQVFhcYGRobHB0eHw')
    const joining = await prepareJoining({ link, identity: await createIdentity(), name: 'Ghost' })
    const sealed = await joining.sealed(groups()[0]?.doorKey ?? new Uint8Array(), 'p_gggggggggggggggg')
    world.enterGhost('p_gggggggggggggggg', toBase64url(sealed))
    await world.calm()
    expect(groups()[0]?.members.length).toBe(known ? 4 : 3)
    expect((await number()) === before).toBe(!known)
  }
})

test('in a bare-name room a ghost comes in, and every screen has another number and one more name', async () => {
  const { world, groups, number } = await meeting(null)
  const before = await number()
  const link = await deriveGroupLink('kitchen', null)
  const joining = await prepareJoining({ link, identity: await createIdentity(), name: 'Ghost' })
  const sealed = await joining.sealed(groups()[0]?.doorKey ?? new Uint8Array(), 'p_gggggggggggggggg')
  world.enterGhost('p_gggggggggggggggg', toBase64url(sealed))
  await world.calm()
  expect(await agree(groups())).toBe(true)
  expect(groups()[0]?.members.map(({ name }) => name)).toContain('Ghost')
  expect(await number()).not.toBe(before)
})

test('no name crosses readable, with a link’s secret or without', async () => {
  for (const link of [secret, null]) {
    const world = new World(link)
    const names = ['Ana Canary', 'Bo Canary', 'Cem Canary']
    for (const name of names) await world.come(name)
    await world.calm()
    await world.live[0]?.session.group?.say(text('Chat Canary'))
    const wire = [...world.asked, ...world.passed].map((message) => JSON.stringify(message))
    const decoded = wire.flatMap((message) =>
      (message.match(/[A-Za-z0-9_-]{20,}/g) ?? []).map((part) => new TextDecoder('latin1').decode(fromBase64url(part))),
    )
    expect(wire.length).toBeGreaterThan(20)
    for (const seen of [...wire, ...decoded]) expect(seen).not.toContain('Canary')
    const openly = await world.live[0]?.session.group?.say(text('x'), null, text('Canary'))
    expect(new TextDecoder('latin1').decode(openly)).toContain('Canary')
  }
})

test('two commits for one epoch, to each half one: the halves hear nothing of each other', async () => {
  const { groups } = await meeting()
  const [ana, bo, cem] = groups()
  if (!ana || !bo || !cem) throw new Error('not together')
  const [one, other] = [await ana.stage({}), await bo.stage({})]
  for (const group of [ana, cem]) await group.receive(one.commit)
  await bo.receive(other.commit)
  expect(ana.epoch).toBe(bo.epoch)
  expect(await ana.hear(await bo.say(text('hi')))).toEqual({ kind: 'unheard', why: 'invalid' })
  expect(await bo.hear(await cem.say(text('hi')))).toEqual({ kind: 'unheard', why: 'invalid' })
  expect((await ana.receiveKeys()).senders.find(({ leaf }) => leaf === bo.ownLeaf)?.baseKey).not.toEqual(
    (await bo.takeSendKey())?.baseKey,
  )
})

test('commits kept back, repeated or in another order: whoever fell behind asks anew, and all end together', async () => {
  const lies: ((event: GroupEvent, count: number) => GroupEvent[])[] = [
    (event, count) => (event.type === 'group.committed' && count === 1 ? [] : [event]),
    (event) => [event, event],
    (event) => (event.type === 'group.people' ? [] : [event]),
    (event, count) => (event.type === 'group.lost' && count > 0 ? [event, event] : [event]),
  ]
  for (const lie of lies) {
    const { world, groups } = await meeting()
    const [, , cem] = world.live
    let count = 0
    world.lieTo(cem, (event) => lie(event, event.type === 'group.committed' ? (count += 1) : count))
    const [dag] = [await world.come('Dag')]
    await world.calm()
    world.go(dag, true)
    await world.calm()
    world.lieTo(cem, (event) => [event])
    await world.come('Eva')
    await world.calm()
    expect(await agree(groups())).toBe(true)
    expect(groups()).toHaveLength(4)
  }
})

test('who says to the server that they are another leaves the others where they are', async () => {
  const { world, groups } = await meeting()
  const before = groups().map((group) => group.position)
  const [, , cem] = world.live
  const [first] = before
  if (!first) throw new Error('not together')
  const forged = { ...first, epoch: 40, authenticator: 'x'.repeat(43) }
  await world.request(cem, { type: 'group.at', position: forged, refused: false })
  await world.request(cem, { type: 'group.at', position: { ...first, epoch: first.epoch - 1 }, refused: true })
  await world.calm()
  expect(await agree(groups())).toBe(true)
  expect(groups().filter(({ position }) => position.groupId === first.groupId)).toHaveLength(3)
})

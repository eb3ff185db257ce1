import type { GroupPerson } from '@samtale/protocol'
import { expect, test } from 'vitest'
import { toBase64url } from '../sealing/base64url.ts'
import { prepareJoining } from './entering.ts'
import { createFakeRoom } from './fake-room.ts'
import type { Group } from './group.ts'
import { memberHandle } from './handle.ts'
import { createIdentity } from './fake-identity.ts'
import type { Identity } from './identity.ts'
import { deriveGroupLink } from './link.ts'
import { workOf } from './work.ts'

const secret = 'AAECAwQFBgcICQoLDA0ODw'
const nobody = {
  refused: new Set<string>(),
  letIn: new Set<string>(),
  sentAway: new Set<string>(),
  awaited: new Set<string>(),
}

/** Everybody in the group, as the server tells them, but those named. */
async function roster(group: Group, without: string[] = []): Promise<GroupPerson[]> {
  const present = group.members.filter(({ name }) => !without.includes(name))
  return Promise.all(
    present.map(async ({ id, leaf }) => ({
      id: `p_${`${leaf}`.padStart(16, '0')}`,
      handle: await memberHandle(group.position.groupId, id),
      keyPackage: null,
    })),
  )
}

async function asking(group: Group, identity: Identity, of = secret): Promise<GroupPerson> {
  const joining = await prepareJoining({ link: await deriveGroupLink('kitchen', of), identity, name: 'Dag' })
  return {
    id: 'p_dddddddddddddddd',
    handle: null,
    keyPackage: toBase64url(await joining.sealed(group.doorKey, 'p_dddddddddddddddd')),
  }
}

test('who asks is added, who is not there is removed, and who comes first in the tree does it', async () => {
  const room = createFakeRoom('kitchen', secret)
  for (const name of ['Ana', 'Bo', 'Cem']) await room.enter(name)
  const [ana, bo] = [room.of('Ana'), room.of('Bo')]
  expect((await workOf(ana, await roster(ana), nobody)).work).toBeNull()
  const people = [...(await roster(bo, ['Ana'])), await asking(ana, await createIdentity())]
  expect((await workOf(bo, people, nobody)).work).toMatchObject({ add: [{ name: 'Dag' }], remove: [0], rank: 0 })
  expect((await workOf(room.of('Cem'), people, nobody)).work).toMatchObject({ rank: 1 })
  // Whom the server counts out commits nothing.
  expect((await workOf(ana, people, nobody)).work).toBeNull()
  const [dag] = people.slice(-1)
  expect((await workOf(bo, people, { ...nobody, refused: new Set([dag?.keyPackage ?? '']) })).work).toMatchObject({
    add: [],
  })
})

test('who comes back with the same key is added once the old leaf is gone', async () => {
  const room = createFakeRoom('kitchen', secret)
  const identity = await createIdentity()
  await room.enter('Ana')
  await room.enter('Dag', { identity })
  const ana = room.of('Ana')
  const again = await asking(ana, identity)
  const people = async () => [...(await roster(ana, ['Dag'])), again]
  expect((await workOf(ana, await people(), nobody)).work).toMatchObject({ add: [], remove: [1] })
  await room.remove('Dag', 'Ana')
  expect((await workOf(ana, await people(), nobody)).work).toMatchObject({ add: [{ name: 'Dag' }], remove: [] })
})

test('what wasn’t sealed with the link, or isn’t a key package, is no work', async () => {
  const room = createFakeRoom('kitchen', secret)
  await room.enter('Ana')
  const ana = room.of('Ana')
  const ghost = await asking(ana, await createIdentity(), 'EBESExQVFhcYGRobHB0eHw')
  const noise = { ...ghost, keyPackage: toBase64url(crypto.getRandomValues(new Uint8Array(300))) }
  expect((await workOf(ana, [...(await roster(ana)), ghost, noise], nobody)).work).toBeNull()
})

test('whom one sent away goes at once, whoever stands before one in the tree: the others don’t know of it', async () => {
  const room = createFakeRoom('kitchen', secret)
  for (const name of ['Ana', 'Bo', 'Cem']) await room.enter(name)
  const cem = room.of('Cem')
  const [, bo] = cem.members
  const sentAway = new Set([bo?.id ?? ''])
  expect((await workOf(cem, await roster(cem), { ...nobody, sentAway })).work).toEqual({
    add: [],
    remove: [1],
    sendsAway: [1],
    rank: 0,
  })
})

test('who is awaited after a restart of the server isn’t removed for not being there yet, unless they ask anew', async () => {
  const room = createFakeRoom('kitchen', secret)
  for (const name of ['Ana', 'Bo']) await room.enter(name)
  const ana = room.of('Ana')
  const alone = (await roster(ana)).slice(0, 1)
  const awaited = new Set(ana.members.map(({ id }) => id))
  expect((await workOf(ana, alone, nobody)).work).toMatchObject({ remove: [1] })
  expect((await workOf(ana, alone, { ...nobody, awaited })).work).toBeNull()
  const sentAway = new Set([ana.members[1]?.id ?? ''])
  expect((await workOf(ana, alone, { ...nobody, awaited, sentAway })).work).toMatchObject({ remove: [1] })
})

test('a member who asks with another’s key package, opened and sealed again, is nobody: its owner stays', async () => {
  const room = createFakeRoom('kitchen', secret)
  const identity = await createIdentity()
  await room.enter('Ana')
  await room.enter('Dag', { identity })
  const ana = room.of('Ana')
  const asked = await asking(ana, identity)
  const people = async (id: string) => [...(await roster(ana)), { ...asked, id }]
  expect((await workOf(ana, await people('p_mmmmmmmmmmmmmmmm'), nobody)).work).toBeNull()
  expect((await workOf(ana, await people('p_dddddddddddddddd'), nobody)).work).toMatchObject({ remove: [1] })
})

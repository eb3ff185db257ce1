import type { GroupRequest } from '@samtale/protocol'
import { signKeyPackage } from 'ts-mls/keyPackage.js'
import { signLeafNodeKeyPackage } from 'ts-mls/leafNode.js'
import { expect, test } from 'vitest'
import { toBase64url } from '../sealing/base64url.ts'
import { signAsk } from './ask.ts'
import { sealKeyPackage } from './door.ts'
import { createGroup } from './entering.ts'
import { createRogue, encoded, type Rogue } from './fake-rogue.ts'
import { GroupSession } from './group-session.ts'
import type { Group } from './group.ts'
import { memberHandle } from './handle.ts'
import { createIdentity } from './fake-identity.ts'
import { decodedMessage, encodeKeyPackage } from './key-package.ts'
import { deriveGroupLink } from './link.ts'

const secret = 'AAECAwQFBgcICQoLDA0ODw'

/** Ana, alone in the group that the server told her to make; and what she said to the server. */
async function anaAlone() {
  const sent: GroupRequest[] = []
  const link = await deriveGroupLink('kitchen', secret)
  let now = 0
  const options = { link, identity: await createIdentity(), name: 'Ana', now: () => now }
  const send = async (request: GroupRequest) => {
    sent.push(request)
    return 'ok' as const
  }
  const session = new GroupSession({ ...options, send, changed: () => {} })
  await session.start('p_aaaaaaaaaaaaaaaa')
  await session.event({ type: 'group.make' })
  const group = () => session.group ?? expect.fail('no group')
  const commit = (bytes: Uint8Array) => session.event({ type: 'group.committed', commit: toBase64url(bytes) })
  const tick = () => {
    now += 1_000
    return session.tick()
  }
  return { session, sent, link, group, commit, tick }
}

/** A commit whose readable epoch somebody changed. */
async function ofEpoch(group: Group, epoch: bigint): Promise<Uint8Array> {
  const message = decodedMessage((await group.stage({})).commit)
  if (message?.wireformat !== 'mls_private_message') throw new Error('no private message')
  return encoded({ ...message, privateMessage: { ...message.privateMessage, epoch } })
}

test('G6 a commit that isn’t followed is refused, whatever epoch or group its readable part names', async () => {
  const { session, sent, link, group, commit } = await anaAlone()
  await commit((await group().stage({})).commit)
  const before = group()
  expect(before.epoch).toBe(1)
  const other = await createGroup({ link, identity: await createIdentity(), name: 'Eve' })
  const position = before.position
  for (const bytes of [
    await ofEpoch(before, 0n),
    await ofEpoch(before, 9_999n),
    (await other.stage({})).commit,
    crypto.getRandomValues(new Uint8Array(64)),
  ]) {
    sent.length = 0
    await commit(bytes)
    expect(sent).toEqual([{ type: 'group.at', position, refused: true }])
    expect(session.group).toBe(before)
  }
  // Of the letters of base64url, and yet none of it.
  await session.event({ type: 'group.committed', commit: 'A' })
  expect(sent).toHaveLength(2)
  expect(session.group).toBe(before)
})

test('a group made in the place of one that was lost has its rules: the door stays locked', async () => {
  const { session, group, commit } = await anaAlone()
  const [host] = group().hosts
  await commit((await group().stage({ rules: await group().signRules({ locked: true }) })).commit)
  await session.event({ type: 'group.lost' })
  expect(session.group).toBeNull()
  await session.event({ type: 'group.make' })
  expect(group().rules).toMatchObject({ version: 0, locked: true, hosts: [host] })
  await session.stop()
  await session.start('p_aaaaaaaaaaaaaaaa')
  await session.event({ type: 'group.make' })
  expect(group().rules.locked).toBe(false)
})

test('two who can’t be added together don’t keep each other and all others out', async () => {
  const { session, sent, link, group, tick } = await anaAlone()
  const [eve, mallory] = [await createRogue('Eve', link), await createRogue('Mallory', link)]
  const { leafNode, ...rest } = mallory.own.publicPackage
  // With Eve's key under Mallory's signature.
  const { hpkePublicKey } = eve.own.publicPackage.leafNode
  const leaf = await signLeafNodeKeyPackage({ ...leafNode, hpkePublicKey }, new Uint8Array(), mallory.suite.signature)
  const copied = await signKeyPackage({ ...rest, leafNode: leaf }, new Uint8Array(), mallory.suite.signature)
  const sealed = async ({ identity }: Rogue, id: string, keyPackage: Uint8Array<ArrayBuffer>) =>
    toBase64url(await sealKeyPackage(link, group().doorKey, await signAsk(identity, id, keyPackage), eve.suite))
  const [eves, mallorys] = ['p_eeeeeeeeeeeeeeee', 'p_mmmmmmmmmmmmmmmm']
  const [own] = group().members
  const handle = await memberHandle(group().position.groupId, own?.id ?? '')
  const people = [
    { id: 'p_aaaaaaaaaaaaaaaa', handle, keyPackage: null },
    { id: eves, handle: null, keyPackage: await sealed(eve, eves, eve.keyPackage) },
    { id: mallorys, handle: null, keyPackage: await sealed(mallory, mallorys, encodeKeyPackage(copied)) },
  ]
  await session.event({ type: 'group.people', people })
  sent.length = 0
  await tick()
  await tick()
  expect(sent.map((request) => 'added' in request && request.added.map(({ id }) => id))).toEqual([
    ['p_eeeeeeeeeeeeeeee'],
  ])
})

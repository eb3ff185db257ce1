import { signKeyPackage } from 'ts-mls/keyPackage.js'
import { signLeafNodeKeyPackage } from 'ts-mls/leafNode.js'
import { expect, test } from 'vitest'
import { commitChecks, type CommitChecks } from './commit-checks.ts'
import { createFakeRoom } from './fake-room.ts'
import { createRogue } from './fake-rogue.ts'
import { encodeKeyPackage, readCandidate } from './key-package.ts'
import { deriveGroupLink } from './link.ts'

const secret = 'AAECAwQFBgcICQoLDA0ODw'

/** Ana, who is the host, Bo and Cem, where everybody leaves out a check. */
async function three(without?: keyof CommitChecks) {
  const room = createFakeRoom('kitchen', secret, without ? { checks: { ...commitChecks, [without]: () => null } } : {})
  for (const name of ['Ana', 'Bo', 'Cem']) await room.enter(name)
  return room
}

test('who stands in while no host is there deposes none; without the check they do', async () => {
  for (const without of [undefined, 'rules'] as const) {
    const room = await three(without)
    const [anas] = room.of('Ana').hosts
    await room.remove('Ana', 'Bo')
    const bo = room.of('Bo')
    const { hosts } = bo
    expect(hosts).not.toContain(anas)
    const refused = await bo.stage({ rules: await bo.signRules({ hosts }) }).then(
      () => null,
      (error: unknown) => String(error),
    )
    expect(refused).toEqual(without ? null : expect.stringContaining('rules'))
    const both = await bo.signRules({ hosts: [...bo.rules.hosts, ...hosts], locked: true })
    await expect(bo.stage({ rules: both })).resolves.toBeDefined()
  }
})

/** Somebody whose key package is valid, and whose leaf makes what follows invalid. */
async function spoiler(how: 'takes no names' | 'has Dag’s key') {
  const link = await deriveGroupLink('kitchen', secret)
  const [dag, eve] = [await createRogue('Dag', link), await createRogue('Eve', link)]
  const { leafNode, ...rest } = eve.own.publicPackage
  const { hpkePublicKey } = dag.own.publicPackage.leafNode
  const capabilities = { ...leafNode.capabilities, credentials: [] }
  const changed = how === 'takes no names' ? { ...leafNode, capabilities } : { ...leafNode, hpkePublicKey }
  const signed = await signLeafNodeKeyPackage(changed, new Uint8Array(), eve.suite.signature)
  const keyPackage = await signKeyPackage({ ...rest, leafNode: signed }, new Uint8Array(), eve.suite.signature)
  const candidates = [dag.keyPackage, encodeKeyPackage(keyPackage)].map((bytes) => readCandidate(bytes))
  return candidates.flatMap((candidate) => candidate ?? [])
}

test('nobody comes in with a leaf that makes every later commit invalid; without the check one does', async () => {
  for (const how of ['takes no names', 'has Dag’s key'] as const) {
    const [dag, eve] = await spoiler(how)
    if (!dag || !eve) throw new Error('no candidates')
    const room = await three()
    await room.commit('Ana', { add: [dag] })
    await expect(room.of('Bo').stage({ add: [eve] })).rejects.toThrow('unsound')

    const open = await three('sound')
    await open.commit('Ana', { add: [dag] })
    await open.commit('Ana', { add: [eve] })
    // From now on nobody else is removed.
    const removal = await open.of('Bo').stage({ remove: [open.of('Cem').ownLeaf] })
    expect(await open.of('Ana').receive(removal.commit)).toMatchObject({ kind: 'refused' })
  }
})

import type { ClientState } from 'ts-mls'
import { treeHashRoot } from 'ts-mls/treeHash.js'
import { expect, test } from 'vitest'
import { readCandidate } from './key-package.ts'
import { createFakeRoom } from './fake-room.ts'
import { createRogue, type Rogue } from './fake-rogue.ts'
import { deriveGroupLink } from './link.ts'
import { isSoundTree } from './tree-check.ts'

type Tree = ClientState['ratchetTree']
const secret = 'AAECAwQFBgcICQoLDA0ODw'

async function member(): Promise<Rogue> {
  const room = createFakeRoom('kitchen', secret)
  for (const name of ['Ana', 'Bo', 'Cem', 'Dag', 'Eva']) await room.enter(name)
  for (const name of ['Bo', 'Eva']) await room.commit(name, {})
  const rogue = await createRogue('Mallory', await deriveGroupLink('kitchen', secret))
  const candidate = readCandidate(rogue.keyPackage)
  const { welcome } = await room.of('Ana').stage({ add: candidate ? [candidate] : [] })
  await rogue.join(welcome ?? new Uint8Array())
  return rogue
}

/** What it would be with another tree, and that tree's hash in the group's context. */
async function soundWith(rogue: Rogue, change: (tree: Tree) => Tree): Promise<boolean> {
  const tree = change(structuredClone(rogue.state.ratchetTree))
  // One that isn't a tree at all has no hash.
  const treeHash = await treeHashRoot(tree, rogue.suite.hash).catch(() => new Uint8Array(32))
  return isSoundTree(tree, { ...rogue.state.groupContext, treeHash }, rogue.suite)
}

const leafAt = (tree: Tree, at: number) => {
  const node = tree[at]
  if (node?.nodeType !== 'leaf') throw new Error('no leaf')
  return node.leaf
}

test('a group’s own tree is sound; of another hash, or changed in any place, it is not', async () => {
  const rogue = await member()
  const { state, suite } = rogue
  expect(await isSoundTree(state.ratchetTree, state.groupContext, suite)).toBe(true)
  expect(await soundWith(rogue, (tree) => tree)).toBe(true)
  const other = { ...state.groupContext, treeHash: new Uint8Array(32) }
  expect(await isSoundTree(state.ratchetTree, other, suite)).toBe(false)
  const changes: Record<string, (tree: Tree) => Tree> = {
    'another’s name': (tree) => {
      leafAt(tree, 2).credential = leafAt(tree, 0).credential
      return tree
    },
    'another’s key': (tree) => {
      leafAt(tree, 2).signaturePublicKey = leafAt(tree, 0).signaturePublicKey
      return tree
    },
    'one key twice': (tree) => {
      leafAt(tree, 4).hpkePublicKey = leafAt(tree, 6).hpkePublicKey
      return tree
    },
    'a leaf in a parent’s place': (tree) => tree.with(1, { nodeType: 'leaf', leaf: leafAt(tree, 0) }),
    'a leaf left out': (tree) => tree.with(8, undefined),
    'an unmerged leaf that is not there': (tree) =>
      tree.map((node) =>
        node?.nodeType === 'parent' ? { ...node, parent: { ...node.parent, unmergedLeaves: [99] } } : node,
      ),
    'a parent of nobody’s making': (tree) =>
      tree.map((node) =>
        node?.nodeType === 'parent' ? { ...node, parent: { ...node.parent, hpkePublicKey: new Uint8Array(32) } } : node,
      ),
  }
  for (const [what, change] of Object.entries(changes))
    expect([what, await soundWith(rogue, change)]).toEqual([what, false])
})

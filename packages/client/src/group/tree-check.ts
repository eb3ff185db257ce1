import type { CiphersuiteImpl, ClientState, GroupContext } from 'ts-mls'
import { verifyLeafNodeSignature, verifyLeafNodeSignatureKeyPackage, type LeafNodeKeyPackage } from 'ts-mls/leafNode.js'
import { verifyParentHashes } from 'ts-mls/parentHash.js'
import { treeHashRoot } from 'ts-mls/treeHash.js'
import { directPath, leafToNodeIndex, leafWidth, toLeafIndex } from 'ts-mls/treemath.js'
import { toBase64url } from '../sealing/base64url.ts'
import { nameIn } from './credential.ts'

type Tree = ClientState['ratchetTree']
type Leaf = Extract<NonNullable<Tree[number]>, { nodeType: 'leaf' }>['leaf']

/**
 * Whether a tree that somebody who joins is given is one that a group can have (RFC 9420 §12.4.3.1): it is the one of
 * the group's context, parents' keys come from their members, every leaf is signed by its key and names somebody, no key
 * stands twice, and leaves that parents don't cover are told by all that stand between.
 */
export async function isSoundTree(tree: Tree, context: GroupContext, suite: CiphersuiteImpl): Promise<boolean> {
  if (!hasLeavesInPlace(tree) || !staysUsable(tree) || !tellsUnmergedLeaves(tree)) return false
  if (toBase64url(await treeHashRoot(tree, suite.hash)) !== toBase64url(context.treeHash)) return false
  if (!(await verifyParentHashes(tree, suite.hash))) return false
  const leaves = tree.flatMap((node, at) => (node?.nodeType === 'leaf' ? [{ leaf: node.leaf, index: at / 2 }] : []))
  const sound = await Promise.all(leaves.map(({ leaf, index }) => isSoundLeaf(leaf, index, context, suite)))
  return sound.every(Boolean)
}

/**
 * Whether commits can follow. The library compares a tree's keys with each other, and the credentials that its leaves
 * take with a new one's, but doesn't ask that of the new leaf itself: the next commit would be invalid, whoever made it.
 */
export function staysUsable(tree: Tree): boolean {
  const leaves = tree.flatMap((node) => (node?.nodeType === 'leaf' ? [node.leaf] : []))
  return hasNoKeyTwice(tree) && leaves.every(({ capabilities }) => capabilities.credentials.includes('basic'))
}

async function isSoundLeaf(leaf: Leaf, index: number, { groupId }: GroupContext, { signature }: CiphersuiteImpl) {
  if (leaf.signaturePublicKey.length !== 32 || nameIn(leaf.credential) === null) return false
  return isOfKeyPackage(leaf)
    ? verifyLeafNodeSignatureKeyPackage(leaf, signature)
    : verifyLeafNodeSignature(leaf, groupId, index, signature)
}

function isOfKeyPackage(leaf: Leaf): leaf is LeafNodeKeyPackage {
  return leaf.leafNodeSource === 'key_package'
}

/** Leaves at even places, parents at odd ones (RFC 9420, appendix C). */
function hasLeavesInPlace(tree: Tree): boolean {
  return tree.every((node, at) => node === undefined || (node.nodeType === 'leaf') === (at % 2 === 0))
}

function hasNoKeyTwice(tree: Tree): boolean {
  const encryption = tree.flatMap((node) => {
    if (node === undefined) return []
    return toBase64url(node.nodeType === 'leaf' ? node.leaf.hpkePublicKey : node.parent.hpkePublicKey)
  })
  const signing = tree.flatMap((node) => (node?.nodeType === 'leaf' ? toBase64url(node.leaf.signaturePublicKey) : []))
  return new Set(encryption).size === encryption.length && new Set(signing).size === signing.length
}

/** Each unmerged leaf of a parent is there, below it, and unmerged at every parent in between (RFC 9420 §7.9). */
function tellsUnmergedLeaves(tree: Tree): boolean {
  return tree.every((node, at) => {
    if (node?.nodeType !== 'parent') return true
    return node.parent.unmergedLeaves.every((leaf) => {
      const place = leafToNodeIndex(toLeafIndex(leaf))
      // Asked first: of a leaf outside the tree the path has no end.
      if (tree[place]?.nodeType !== 'leaf') return false
      const path: number[] = directPath(place, leafWidth(tree.length))
      const between = path.slice(0, path.indexOf(at))
      if (!path.includes(at)) return false
      return between.every((other) => {
        const parent = tree[other]
        return parent?.nodeType !== 'parent' || parent.parent.unmergedLeaves.includes(leaf)
      })
    })
  })
}

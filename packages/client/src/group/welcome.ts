import type { CiphersuiteImpl, ClientState, Extension, PskIndex, Welcome } from 'ts-mls'
import { ratchetTreeFromExtension, verifyGroupInfoConfirmationTag, verifyGroupInfoSignature } from 'ts-mls/groupInfo.js'
import { makeKeyPackageRef } from 'ts-mls/keyPackage.js'
import { deriveKeySchedule } from 'ts-mls/keySchedule.js'
import { pathToRoot } from 'ts-mls/pathSecrets.js'
import { mergePrivateKeyPaths, toPrivateKeyPath } from 'ts-mls/privateKeyPath.js'
import { accumulatePskSecret } from 'ts-mls/pskIndex.js'
import { findLeafIndex } from 'ts-mls/ratchetTree.js'
import { createSecretTree } from 'ts-mls/secretTree.js'
import { leafToNodeIndex, leafWidth, toLeafIndex } from 'ts-mls/treemath.js'
import { firstCommonAncestor } from 'ts-mls/updatePath.js'
import { decryptGroupInfo, decryptGroupSecrets } from 'ts-mls/welcome.js'
import type { OwnKeyPackage } from './key-package.ts'
import { clientConfig } from './suite.ts'
import { isSoundTree } from './tree-check.ts'

/** What a welcome holds: the group as it is now, and what the committer said to those who join. */
export interface OpenedWelcome {
  state: ClientState
  extensions: Extension[]
}

/**
 * Joins by a welcome (RFC 9420 §12.4.3.1). The library's own function asks more of a tree than the RFC does, and refuses
 * valid groups: that parent nodes above each other have the same unmerged leaves. So the steps stand here, made of the
 * library's parts, with a check of the tree of ours.
 * @throws Error where it isn't for us, was altered, or needs a secret that we don't have.
 */
export async function openWelcome(
  welcome: Welcome,
  { publicPackage, privatePackage }: OwnKeyPackage,
  psks: PskIndex,
  suite: CiphersuiteImpl,
): Promise<OpenedWelcome> {
  const ours = await makeKeyPackageRef(publicPackage, suite.hash)
  const initKey = await suite.hpke.importPrivateKey(privatePackage.initPrivateKey)
  const secrets = needed(await decryptGroupSecrets(initKey, ours, welcome, suite.hpke))
  const [pskSecret] = await accumulatePskSecret(secrets.psks, psks, suite, new Uint8Array(suite.kdf.size))
  const info = needed(await decryptGroupInfo(welcome, secrets.joinerSecret, pskSecret, suite))
  const { groupContext, signer } = info
  const tree = needed(ratchetTreeFromExtension(info))
  const signerNode = tree[leafToNodeIndex(toLeafIndex(signer))]
  if (signerNode?.nodeType !== 'leaf') throw new Error('signed by nobody')
  const signed = await verifyGroupInfoSignature(info, signerNode.leaf.signaturePublicKey, suite.signature)
  if (!signed || groupContext.cipherSuite !== suite.name)
    throw new Error('not a group of this suite, signed by a member')
  if (!(await isSoundTree(tree, groupContext, suite))) throw new Error('not a sound tree')
  const confirmed = await verifyGroupInfoConfirmationTag(info, secrets.joinerSecret, pskSecret, suite)
  if (!confirmed) throw new Error('not confirmed')
  const leafIndex = needed(findLeafIndex(tree, publicPackage.leafNode))
  const own = { leafIndex, privateKeys: { [leafToNodeIndex(leafIndex)]: privatePackage.hpkePrivateKey } }
  const shared = firstCommonAncestor(tree, leafIndex, toLeafIndex(signer))
  const path = secrets.pathSecret && (await pathToRoot(tree, shared, secrets.pathSecret, suite.kdf))
  const privatePath = path ? mergePrivateKeyPaths(await toPrivateKeyPath(path, leafIndex, suite), own) : own
  const [keySchedule, encryptionSecret] = await deriveKeySchedule(
    secrets.joinerSecret,
    pskSecret,
    groupContext,
    suite.kdf,
  )
  const state: ClientState = {
    groupContext,
    keySchedule,
    secretTree: await createSecretTree(leafWidth(tree.length), encryptionSecret, suite.kdf),
    ratchetTree: tree,
    privatePath,
    signaturePrivateKey: privatePackage.signaturePrivateKey,
    unappliedProposals: {},
    confirmationTag: info.confirmationTag,
    historicalReceiverData: new Map(),
    groupActiveState: { kind: 'active' },
    clientConfig,
  }
  encryptionSecret.fill(0)
  secrets.joinerSecret.fill(0)
  return { state, extensions: info.extensions }
}

function needed<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('a welcome that lacks something')
  return value
}

import type { ClientState } from 'ts-mls'
import { toBase64url } from '../sealing/base64url.ts'
import { nameIn } from './credential.ts'

type Tree = ClientState['ratchetTree']

/** Somebody in the group. */
export interface Member {
  /** The place in the tree; given to another after one leaves. */
  leaf: number
  /** The signature key in base64url: the same for as long as the person keeps it, and nobody else's. */
  id: string
  /** As the member says; others' names may be the same. */
  name: string
}

/** In the order of their leaves. */
export function membersIn(tree: Tree): Member[] {
  return tree.flatMap((node, at) => {
    // Leaves stand at even places (RFC 9420, appendix C).
    if (node?.nodeType !== 'leaf') return []
    const { signaturePublicKey, credential } = node.leaf
    return [{ leaf: at / 2, id: toBase64url(signaturePublicKey), name: nameIn(credential) ?? '' }]
  })
}

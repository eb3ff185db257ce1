import {
  createApplicationMessage,
  createCommit,
  createGroup,
  encodeMlsMessage,
  joinGroup,
  processMessage,
  type CiphersuiteImpl,
  type ClientState,
  type MLSMessage,
  type Proposal,
} from 'ts-mls'
import { pskIndexOf } from './commits.ts'
import { createIdentity } from './fake-identity.ts'
import type { Identity } from './identity.ts'
import { createKeyPackage, decodedMessage, encodeKeyPackage, type OwnKeyPackage } from './key-package.ts'
import type { GroupLink } from './link.ts'
import { clientConfig, suiteFor } from './suite.ts'

type Bytes = Uint8Array<ArrayBuffer>

/** For tests: somebody who uses the library alone, without our checks, and does with it what they like. */
export class Rogue {
  readonly identity: Identity
  readonly suite: CiphersuiteImpl
  readonly own: OwnKeyPackage
  readonly #link: GroupLink
  #state: ClientState | null = null

  constructor(identity: Identity, suite: CiphersuiteImpl, own: OwnKeyPackage, link: GroupLink) {
    this.identity = identity
    this.suite = suite
    this.own = own
    this.#link = link
  }

  get keyPackage(): Bytes {
    return encodeKeyPackage(this.own.publicPackage)
  }

  get state(): ClientState {
    if (this.#state === null) throw new Error('not in a group')
    return this.#state
  }

  /** Joins as the library does, whatever the welcome was made with. */
  async join(bytes: Bytes): Promise<void> {
    const message = decodedMessage(bytes)
    if (message?.wireformat !== 'mls_welcome') throw new Error('no welcome')
    const { publicPackage, privatePackage } = this.own
    const psks = pskIndexOf(this.#link)
    const rest = [undefined, undefined, clientConfig] as const
    this.#state = await joinGroup(message.welcome, publicPackage, privatePackage, psks, this.suite, ...rest)
  }

  async found(groupId: Bytes): Promise<void> {
    const { publicPackage, privatePackage } = this.own
    this.#state = await createGroup(groupId, publicPackage, privatePackage, [], this.suite, clientConfig)
  }

  /** Commits what she likes, and goes on as if it were accepted. */
  async commit(extraProposals: Proposal[], { state = this.state, link = this.#link } = {}) {
    const context = { state, cipherSuite: this.suite, pskIndex: pskIndexOf(link) }
    const made = await createCommit(context, { extraProposals, ratchetTreeExtension: true })
    this.#state = made.newState
    const { welcome } = made
    return {
      commit: encoded(made.commit),
      welcome: welcome ? encoded({ version: 'mls10', wireformat: 'mls_welcome', welcome }) : null,
    }
  }

  async say(content: Bytes, as = this.state): Promise<Bytes> {
    const { privateMessage } = await createApplicationMessage(as, content, this.suite)
    return encoded({ version: 'mls10', wireformat: 'mls_private_message', privateMessage })
  }

  /** Takes any commit that the library takes. */
  async receive(commit: Bytes): Promise<void> {
    const message = decodedMessage(commit)
    if (message?.wireformat !== 'mls_private_message' && message?.wireformat !== 'mls_public_message') return
    const result = await processMessage(message, this.state, pskIndexOf(this.#link), () => 'accept', this.suite)
    this.#state = result.newState
  }
}

/** @param tolerance seconds, either way, in which the key package is valid. */
export async function createRogue(name: string, link: GroupLink, tolerance?: bigint): Promise<Rogue> {
  const identity = await createIdentity()
  const suite = await suiteFor(identity)
  const own = await createKeyPackage(name, identity, suite, Math.floor(Date.now() / 1_000), tolerance)
  return new Rogue(identity, suite, own, link)
}

export function encoded(message: MLSMessage): Bytes {
  return new Uint8Array(encodeMlsMessage(message))
}

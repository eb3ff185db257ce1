import { createGroup as createMlsGroup, type CiphersuiteImpl } from 'ts-mls'
import { toBase64url } from '../sealing/base64url.ts'
import { signAsk } from './ask.ts'
import { factsOf, pskIndexOf } from './commits.ts'
import { createDoor, doorIn, sealKeyPackage } from './door.ts'
import { Group, type GroupOptions } from './group.ts'
import { createKeyPackage, decodedMessage, encodeKeyPackage, type OwnKeyPackage } from './key-package.ts'
import { isGroupOf, newGroupId } from './link.ts'
import { firstRules, rulesExtension, type Rules } from './rules.ts'
import { clientConfig, suiteFor } from './suite.ts'
import { openWelcome } from './welcome.ts'

type Bytes = Uint8Array<ArrayBuffer>

/**
 * Starts a room's group, with oneself alone.
 * @param before the rules of the group in whose place it is; null where oneself is the host.
 */
export async function createGroup(options: GroupOptions, before: Rules | null = null): Promise<Group> {
  const suite = await suiteFor(options.identity)
  const { publicPackage, privatePackage } = await createKeyPackage(options.name, options.identity, suite, wallSeconds())
  const rules = rulesExtension(firstRules(toBase64url(options.identity.publicKey), before))
  const groupId = newGroupId(options.link)
  const state = await createMlsGroup(groupId, publicPackage, privatePackage, [rules], suite, clientConfig)
  return new Group(options, suite, state, await createDoor(suite))
}

/** Somebody who asks to be added, with a key package that serves once. */
export interface Joining {
  keyPackage: Bytes
  /**
   * The key package, to ask with as this participant, sealed to the group's door key.
   * @throws Error where that is no key.
   */
  sealed(doorKey: Bytes, participantId: string): Promise<Bytes>
  /** Null where the welcome isn't for us, isn't this room's, or was made without the link's secret. */
  join(welcome: Bytes): Promise<Group | null>
}

export async function prepareJoining(options: GroupOptions): Promise<Joining> {
  const suite = await suiteFor(options.identity)
  const own = await createKeyPackage(options.name, options.identity, suite, wallSeconds())
  const keyPackage = encodeKeyPackage(own.publicPackage)
  return {
    keyPackage,
    async sealed(doorKey, participantId) {
      const ask = await signAsk(options.identity, participantId, keyPackage)
      return sealKeyPackage(options.link, doorKey, ask, suite)
    },
    join: (welcome) => enterBy(welcome, own, options, suite).catch(() => null),
  }
}

async function enterBy(
  bytes: Bytes,
  own: OwnKeyPackage,
  options: GroupOptions,
  suite: CiphersuiteImpl,
): Promise<Group | null> {
  const message = decodedMessage(bytes)
  if (message?.wireformat !== 'mls_welcome') return null
  const known = pskIndexOf(options.link)
  let secretUsed = false
  const psks: typeof known = {
    findPsk(id) {
      const psk = known.findPsk(id)
      secretUsed ||= psk !== undefined
      return psk
    },
  }
  const { state, extensions } = await openWelcome(message.welcome, own, psks, suite)
  // A group that somebody without the secret made up is none of ours.
  const ours = isGroupOf(options.link, state.groupContext.groupId) && factsOf(state).rules !== null
  const door = doorIn(extensions)
  return ours && secretUsed && door ? new Group(options, suite, state, door) : null
}

function wallSeconds(): number {
  return Math.floor(Date.now() / 1_000)
}

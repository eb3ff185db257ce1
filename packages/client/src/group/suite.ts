import {
  defaultKeyPackageEqualityConfig,
  getCiphersuiteFromName,
  getCiphersuiteImpl,
  type Capabilities,
  type CiphersuiteImpl,
  type ClientConfig,
} from 'ts-mls'
import { nameIn } from './credential.ts'
import type { Identity } from './identity.ts'
import { rulesExtensionType } from './rules.ts'

/** RFC 9420 §17.1: X25519, AES-128-GCM, SHA-256, Ed25519. The one that every implementation has. */
const suiteName = 'MLS_128_DHKEMX25519_AES128GCM_SHA256_Ed25519'

/** The suite, signing with a key that stays where it is: what the library takes for the private key is empty. */
export async function suiteFor(identity: Identity): Promise<CiphersuiteImpl> {
  const suite = await getCiphersuiteImpl(getCiphersuiteFromName(suiteName))
  const sign = (_key: Uint8Array, message: Uint8Array) => identity.sign(new Uint8Array(message))
  return { ...suite, signature: { ...suite.signature, sign } }
}

/** What every leaf of ours says it can: this suite, basic credentials, our rules. */
export const capabilities: Capabilities = {
  versions: ['mls10'],
  ciphersuites: [suiteName],
  extensions: [rulesExtensionType],
  proposals: [],
  credentials: ['basic'],
}

export const clientConfig: ClientConfig = {
  keyRetentionConfig: {
    retainKeysForGenerations: 10,
    // By count only a bound: `Retention` drops them by time.
    retainKeysForEpochs: 64,
    // Messages to one person leave gaps in what the others see of the sender's ratchet, as long as `Outbox` lets them. A
    // forged message costs each of them as many steps as it names, so there aren't more.
    maximumForwardRatchetSteps: 512,
  },
  // Who adds checks the lifetime by their clock (RFC 9420 §7.3); the others can't, as their clocks differ.
  lifetimeConfig: { maximumTotalLifetime: 172_800n, validateLifetimeOnReceive: false },
  keyPackageEqualityConfig: defaultKeyPackageEqualityConfig,
  // Names and short words have one length.
  paddingConfig: { kind: 'padUntilLength', padUntilLength: 256 },
  authService: {
    validateCredential: async (credential, key) => key.length === 32 && nameIn(credential) !== null,
  },
}

import { SaidKnock, SaidKnocker } from '@samtale/protocol'
import { decoded, toBase64url } from './base64url.ts'
import { deriveLinkKeys } from './link-secret.ts'

/** What an envelope at the door is for; bound into its seal, so that the server can't pass one off as another kind. */
export type EnvelopeKind = 'knocker' | 'knock' | 'hold'

const schemas = { knocker: SaidKnocker, knock: SaidKnock, hold: SaidKnock }
interface Said {
  /** Who knocks. */
  knocker: SaidKnocker
  /** A knocker's words to the hosts, and theirs to who is on hold: neither passes for the other. */
  knock: SaidKnock
  hold: SaidKnock
}

/** Wraps what is said at the door, and unwraps and checks what others said: null where it isn't ours, was altered or makes no sense. */
export interface Envelopes {
  /** What the server tells groups apart by; null in a room opened by its bare name. */
  readonly tag: string | null
  seal<K extends EnvelopeKind>(kind: K, said: Said[K]): Promise<string>
  open<K extends EnvelopeKind>(kind: K, envelope: string): Promise<Said[K] | null>
}

/**
 * With a secret: AES-256-GCM (NIST SP 800-38D), 96-bit random nonce before the ciphertext, the kind as authenticated
 * data. Without: the same shape, readable. A room with a secret never accepts a readable envelope.
 */
export async function createEnvelopes(room: string, secret: string | null): Promise<Envelopes> {
  if (secret === null || secret === '')
    return envelopes(
      null,
      'o1.',
      (_kind, bytes) => Promise.resolve(bytes),
      (_kind, bytes) => Promise.resolve(bytes),
    )
  const { sealing, tag } = await deriveLinkKeys(secret, room)
  const parameters = (kind: EnvelopeKind, iv: Uint8Array<ArrayBuffer>) => ({
    name: 'AES-GCM',
    iv,
    additionalData: new TextEncoder().encode(`samtale ${kind} v1`),
  })
  return envelopes(
    tag,
    's1.',
    async (kind, bytes) => {
      const iv = crypto.getRandomValues(new Uint8Array(12))
      const sealed = new Uint8Array(await crypto.subtle.encrypt(parameters(kind, iv), sealing, bytes))
      const whole = new Uint8Array(iv.length + sealed.length)
      whole.set(iv)
      whole.set(sealed, iv.length)
      return whole
    },
    async (kind, bytes) =>
      new Uint8Array(await crypto.subtle.decrypt(parameters(kind, bytes.slice(0, 12)), sealing, bytes.slice(12))),
  )
}

type Change = (kind: EnvelopeKind, bytes: Uint8Array<ArrayBuffer>) => Promise<Uint8Array>

function envelopes(tag: string | null, prefix: 's1.' | 'o1.', close: Change, unclose: Change): Envelopes {
  return {
    tag,
    seal: async (kind, said) => prefix + toBase64url(await close(kind, new TextEncoder().encode(JSON.stringify(said)))),
    open: async <K extends EnvelopeKind>(kind: K, envelope: string): Promise<Said[K] | null> => {
      const bytes = envelope.startsWith(prefix) ? decoded(envelope.slice(prefix.length)) : null
      if (bytes === null) return null
      try {
        const said: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(await unclose(kind, bytes)))
        const checked = schemas[kind].safeParse(said)
        // The schema of a kind gives that kind's type; TypeScript can't follow the index.
        return checked.success ? (checked.data as Said[K]) : null
      } catch {
        return null
      }
    },
  }
}

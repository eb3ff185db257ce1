import { randomBytes } from 'node:crypto'
import { decrypt, encrypt, newKey } from './cipher.ts'
import type { EpochKey } from './epoch-keys.ts'
import type { KeyName } from './sealed.ts'

/** A key that seals, unwrapped. */
export interface DataKey {
  readonly bytes: Buffer
  /** Stands in front of what the key sealed: tells a value whose key was destroyed from one that was changed. */
  readonly mark: Buffer
}

/** Length of a mark in bytes. */
export const markBytes = 4

export function newDataKey(): DataKey {
  return { bytes: newKey(), mark: randomBytes(markBytes) }
}

/** A data key under an epoch's key: always of one length, and of use under its own name only. */
export function wrap(epoch: EpochKey, name: KeyName, { bytes, mark }: DataKey): Buffer {
  const plain = Buffer.concat([bytes, mark])
  const wrapped = encrypt(epoch.key, bound(epoch, name), plain)
  plain.fill(0)
  return wrapped
}

/** Null where it was wrapped by another epoch's key, under another name, or was changed. */
export function unwrap(epoch: EpochKey, name: KeyName, wrapped: Uint8Array): DataKey | null {
  const plain = decrypt(epoch.key, bound(epoch, name), Buffer.from(wrapped))
  return plain && { bytes: plain.subarray(0, -markBytes), mark: plain.subarray(-markBytes) }
}

function bound(epoch: EpochKey, { record, category }: KeyName): (string | number)[] {
  return ['data key 1', epoch.number, record, category]
}

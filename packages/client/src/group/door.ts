import { joined } from '../sframe/frame-cipher.ts'
import type { GroupLink } from './link.ts'

type Bytes = Uint8Array<ArrayBuffer>

const sealedForm = 1
const openForm = 0
const authenticated = new TextEncoder().encode('samtale key package v1')

/**
 * A key package on its way to the members: it holds the name. With a link's secret AES-256-GCM seals it, so that the
 * server can neither read it nor put in one of its own.
 */
export async function sealKeyPackage({ doorKey }: GroupLink, keyPackage: Bytes): Promise<Bytes> {
  if (doorKey === null) return joined(new Uint8Array([openForm]), keyPackage)
  const iv = crypto.getRandomValues(new Uint8Array(12))
  const parameters = { name: 'AES-GCM', iv, additionalData: authenticated }
  const sealed = new Uint8Array(await crypto.subtle.encrypt(parameters, doorKey, keyPackage))
  return joined(new Uint8Array([sealedForm]), iv, sealed)
}

/** Null where it wasn't sealed by somebody with the same link. */
export async function openKeyPackage({ doorKey }: GroupLink, bytes: Uint8Array): Promise<Bytes | null> {
  if (bytes[0] !== (doorKey === null ? openForm : sealedForm)) return null
  if (doorKey === null) return new Uint8Array(bytes.subarray(1))
  const parameters = { name: 'AES-GCM', iv: new Uint8Array(bytes.subarray(1, 13)), additionalData: authenticated }
  try {
    return new Uint8Array(await crypto.subtle.decrypt(parameters, doorKey, new Uint8Array(bytes.subarray(13))))
  } catch {
    return null
  }
}

import { createHash, generateKeyPairSync, randomBytes, sign, type KeyObject } from 'node:crypto'
import type { Browser } from './browser.ts'

/** What an authenticator, or the page that asked it, says otherwise than it is. */
export interface Lies {
  readonly origin?: string
  readonly challenge?: string
  /** The site that it was asked for. */
  readonly site?: string
  /** Nobody unlocked it (WebAuthn level 3, §6.1, flag UV). */
  readonly locked?: true
  /** Nobody was there (flag UP). */
  readonly absent?: true
  readonly otherKey?: true
}

interface Question {
  readonly challenge: string
  readonly user?: { readonly id: string }
}

const site = 'skole.example'
const [present, unlocked, withKey] = [0x01, 0x04, 0x40]
const newKey = () => generateKeyPairSync('ec', { namedCurve: 'P-256' })

/** For tests: a device with one passkey, honest until it is told otherwise. */
export function createAuthenticator() {
  const id = randomBytes(32)
  const keys = newKey()
  const shared = { id: id.toString('base64url'), rawId: id.toString('base64url'), clientExtensionResults: {} } as const
  let owner = ''
  return {
    /** What it answers whoever adds it to an account. */
    added: ({ challenge, user }: Question, lies: Lies = {}) => {
      owner = user?.id ?? ''
      const length = Buffer.from([0, id.length])
      const data = Buffer.concat([headOf(lies, withKey), Buffer.alloc(16), length, id, coseOf(keys.publicKey)])
      const attestationObject = Buffer.concat([
        Buffer.from([0xa3]),
        textOf('fmt'),
        textOf('none'),
        textOf('attStmt'),
        Buffer.from([0xa0]),
        textOf('authData'),
        bytesOf(data),
      ]).toString('base64url')
      const clientDataJSON = clientData('webauthn.create', challenge, lies).toString('base64url')
      return { ...shared, type: 'public-key', response: { attestationObject, clientDataJSON } }
    },

    /** What it answers whoever signs in. */
    signedIn: ({ challenge }: Question, lies: Lies = {}) => {
      const said = clientData('webauthn.get', challenge, lies)
      const data = headOf(lies, 0)
      const signed = Buffer.concat([data, createHash('sha256').update(said).digest()])
      const signature = sign('sha256', signed, lies.otherKey ? newKey().privateKey : keys.privateKey)
      const response = {
        clientDataJSON: said.toString('base64url'),
        authenticatorData: data.toString('base64url'),
        signature: signature.toString('base64url'),
        userHandle: owner,
      }
      return { ...shared, type: 'public-key', response }
    },
  }
}

export type Authenticator = ReturnType<typeof createAuthenticator>

/** Asks at an address for a question, as a page of ours does. */
export async function questionAt(browser: Browser, path: string): Promise<Question> {
  return (await browser.json(path, {})).json<Question>()
}

function clientData(type: string, challenge: string, lies: Lies): Buffer {
  const said = { type, challenge: lies.challenge ?? challenge, origin: lies.origin ?? `https://${site}` }
  return Buffer.from(JSON.stringify({ ...said, crossOrigin: false }))
}

function headOf(lies: Lies, more: number): Buffer {
  const flags = more | (lies.absent ? 0 : present) | (lies.locked ? 0 : unlocked)
  const hash = createHash('sha256')
    .update(lies.site ?? site)
    .digest()
  return Buffer.concat([hash, Buffer.from([flags, 0, 0, 0, 0])])
}

/** A key for ES256 as COSE has it (RFC 9053 §7.1.1). */
function coseOf(key: KeyObject): Buffer {
  const { x = '', y = '' } = key.export({ format: 'jwk' })
  const head = Buffer.from([0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01])
  const [across, up] = [Buffer.from(x, 'base64url'), Buffer.from(y, 'base64url')]
  return Buffer.concat([head, Buffer.from([0x21]), bytesOf(across), Buffer.from([0x22]), bytesOf(up)])
}

/** Text and bytes in CBOR (RFC 8949 §3.1); up to 23 letters, and up to 255 bytes. */
function textOf(text: string): Buffer {
  return Buffer.concat([Buffer.from([0x60 + text.length]), Buffer.from(text)])
}

function bytesOf(bytes: Buffer): Buffer {
  return Buffer.concat([Buffer.from([0x58, bytes.length]), bytes])
}

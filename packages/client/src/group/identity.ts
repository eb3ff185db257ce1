type Bytes = Uint8Array<ArrayBuffer>

/** Who somebody is to a group, for as long as they keep it: an Ed25519 key that can't be taken out of the browser. */
export interface Identity {
  readonly publicKey: Bytes
  sign(message: Bytes): Promise<Bytes>
}

/** An identity as a browser's database keeps it: the private half is a handle, not the key. */
export interface IdentityKeys {
  publicKey: Bytes
  privateKey: CryptoKey
}

/** @throws DOMException `NotSupportedError` where the browser has no Ed25519. */
export async function createIdentityKeys(): Promise<IdentityKeys> {
  const { publicKey, privateKey } = await crypto.subtle.generateKey({ name: 'Ed25519' }, false, ['sign', 'verify'])
  return { publicKey: new Uint8Array(await crypto.subtle.exportKey('raw', publicKey)), privateKey }
}

export function identityOf({ publicKey, privateKey }: IdentityKeys): Identity {
  return {
    publicKey,
    sign: async (message) => new Uint8Array(await crypto.subtle.sign('Ed25519', privateKey, message)),
  }
}

/** False also for what is no key. */
export async function verifySignature(publicKey: Bytes, message: Bytes, signature: Bytes): Promise<boolean> {
  try {
    const key = await crypto.subtle.importKey('raw', publicKey, 'Ed25519', false, ['verify'])
    return await crypto.subtle.verify('Ed25519', key, signature, message)
  } catch {
    return false
  }
}

/**
 * Cipher suites of RFC 9605 §4.5, by their registered numbers. Short tags are for sound, where a frame is a fiftieth of a
 * second and a byte counts; pictures have whole tags.
 */
export interface Suite {
  id: number
  /** Bytes of key that the cipher takes: for counter mode the cipher's own and the authenticator's. */
  keyBytes: number
  tagBytes: number
  cipher: 'gcm' | 'counter-hmac'
}

export const suites = {
  aes128CounterHmac80: { id: 1, keyBytes: 48, tagBytes: 10, cipher: 'counter-hmac' },
  aes128CounterHmac64: { id: 2, keyBytes: 48, tagBytes: 8, cipher: 'counter-hmac' },
  aes128CounterHmac32: { id: 3, keyBytes: 48, tagBytes: 4, cipher: 'counter-hmac' },
  aes128Gcm: { id: 4, keyBytes: 16, tagBytes: 16, cipher: 'gcm' },
} as const satisfies Record<string, Suite>

/** Which suite a kind of media has. Keys differ by suite, so that a frame of one can't be passed off as the other. */
export const suiteOf = { audio: suites.aes128CounterHmac32, video: suites.aes128Gcm } as const

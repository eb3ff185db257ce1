import { createHash } from 'node:crypto'
import { gzipSync, deflateSync, deflateRawSync } from 'node:zlib'

/** A way in which a value may lie somewhere. */
export interface Encoding {
  readonly name: string
  /** The bytes that give the value away; several where it depends on what stands around. */
  patterns(value: string): Buffer[]
  /** Whether capitals and small letters are the same. */
  readonly folded: boolean
  /** A file that has the value so, for the test of the search itself. */
  plant(value: string): Buffer
}

const around = (content: Buffer | string): Buffer => Buffer.concat([noise, Buffer.from(content), noise])
const noise = Buffer.from('.:-'.repeat(33))

function plain(name: string, spell: (value: string) => Buffer): Encoding {
  return { name, folded: true, patterns: (value) => [spell(value)], plant: (value) => around(spell(value)) }
}

/** Base64 of a value in the midst of others: three offsets, without the characters that neighbours have a part in. */
function base64(value: string, alphabet: 'base64' | 'base64url'): Buffer[] {
  return [0, 1, 2].map((offset) => {
    const text = Buffer.concat([Buffer.alloc(offset), Buffer.from(value)]).toString(alphabet)
    const whole = Math.floor(((offset + Buffer.byteLength(value)) * 8) / 6)
    return Buffer.from(text.slice(Math.ceil((offset * 8) / 6), whole))
  })
}

function hashed(algorithm: 'md5' | 'sha1' | 'sha256'): Encoding[] {
  const digest = (value: string) => createHash(algorithm).update(value).digest()
  const spellings = (value: string) => [...new Set([value, value.toLowerCase(), value.trim()])].map(digest)
  return [
    {
      name: `${algorithm}, raw`,
      folded: false,
      patterns: spellings,
      plant: (value) => around(digest(value)),
    },
    {
      name: `${algorithm}, in hexadecimal`,
      folded: true,
      patterns: (value) => spellings(value).map((raw) => Buffer.from(raw.toString('hex'))),
      plant: (value) => around(digest(value).toString('hex').toUpperCase()),
    },
    {
      name: `${algorithm}, in base64`,
      folded: false,
      patterns: (value) =>
        spellings(value)
          .map((raw) => Buffer.from(raw.toString('base64url').replace(/[-_].*/, '')))
          .filter(({ length }) => length > 8),
      plant: (value) =>
        around(
          digest(value)
            .toString('base64')
            .replace(/[+/].*/, ''),
        ),
    },
  ]
}

const utf16be = (value: string): Buffer => Buffer.from(value, 'utf16le').swap16()
const each = (value: string, spell: (code: number) => string): Buffer =>
  Buffer.from([...value].map((one) => spell(one.codePointAt(0) ?? 0)).join(''))

/** Every way that is looked for. What is compressed is looked for inside (`search.ts`). */
export const encodings: readonly Encoding[] = [
  plain('raw', (value) => Buffer.from(value)),
  { ...plain('in capitals', (value) => Buffer.from(value.toUpperCase())), patterns: (value) => [Buffer.from(value)] },
  plain('UTF-16, little-endian', (value) => Buffer.from(value, 'utf16le')),
  plain('UTF-16, big-endian', utf16be),
  plain('ISO 8859-1', (value) => Buffer.from(value, 'latin1')),
  plain('as an address writes it', (value) => Buffer.from(encodeURIComponent(value))),
  plain('each character as an address could', (value) =>
    Buffer.from([...Buffer.from(value)].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join('')),
  ),
  plain('as JSON writes it', (value) => Buffer.from(JSON.stringify(value).slice(1, -1))),
  plain('each character as JSON could', (value) => each(value, (code) => `\\u${code.toString(16).padStart(4, '0')}`)),
  plain('each character as HTML could', (value) => each(value, (code) => `&#${code};`)),
  plain('hexadecimal', (value) => Buffer.from(Buffer.from(value).toString('hex'))),
  {
    name: 'base64',
    folded: false,
    patterns: (value) =>
      [value, value.toLowerCase()].flatMap((one) => [...base64(one, 'base64'), ...base64(one, 'base64url')]),
    plant: (value) => around(Buffer.from(`some text before: ${value} and after`).toString('base64')),
  },
  {
    // PostgreSQL compresses large values with pglz, in which a byte of control comes before each eight.
    name: 'parted by pglz',
    folded: true,
    patterns: (value) => {
      const bytes = Buffer.from(value)
      return Array.from({ length: Math.max(1, bytes.length - 7) }, (_, at) => bytes.subarray(at, at + 8))
    },
    plant: (value) => {
      const bytes = [...Buffer.from(value)]
      return around(Buffer.from(bytes.flatMap((byte, at) => (at % 8 === 3 ? [0, byte] : [byte]))))
    },
  },
  ...hashed('md5'),
  ...hashed('sha1'),
  ...hashed('sha256'),
]

/** Ways of compressing, each with a file that has the value so. */
export const compressions: Readonly<Record<string, (value: string) => Buffer>> = {
  gzip: (value) => around(gzipSync(filled(value))),
  'gzip in gzip': (value) => gzipSync(gzipSync(filled(value))),
  zlib: (value) => around(deflateSync(filled(value))),
  zip: (value) => around(zipOf(filled(value))),
  'gzip of a tar, cut short': (value) =>
    gzipSync(Buffer.concat([Buffer.from(filled(value)), Buffer.alloc(90_000, 7)])).subarray(0, -12),
}

function filled(value: string): string {
  return `${'lorem ipsum '.repeat(40)}${value}${' dolor sit amet'.repeat(40)}`
}

/** A member of a ZIP file (APPNOTE 4.3.7), as far as the search reads it. */
function zipOf(text: string): Buffer {
  const header = Buffer.alloc(30)
  header.writeUInt32LE(0x04034b50, 0)
  header.writeUInt16LE(8, 8)
  header.writeUInt16LE(5, 26)
  return Buffer.concat([header, Buffer.from('a.txt'), deflateRawSync(text)])
}

import { readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { constants, inflateRawSync, inflateSync } from 'node:zlib'
import { encodings } from './encodings.ts'

/** A value that was found somewhere. */
export interface Hit {
  /** The file, or what was searched. */
  readonly where: string
  readonly value: string
  readonly how: string
}

interface Pattern {
  readonly bytes: Buffer
  readonly value: string
  readonly how: string
}

const deepest = 3

/** Looks for values in bytes, in every encoding, and inside of what is compressed. */
export class Search {
  readonly #exact = new Finder()
  readonly #folded = new Finder()

  /** @param values each long and random enough to be nowhere by chance */
  constructor(values: readonly string[]) {
    for (const value of values)
      for (const { name: how, patterns, folded } of encodings)
        for (const bytes of patterns(value))
          (folded ? this.#folded : this.#exact).add({ bytes: folded ? fold(bytes) : bytes, value, how })
  }

  bytes(where: string, content: Buffer, depth = 0): Hit[] {
    const hits = [...this.#exact.find(content), ...this.#folded.find(fold(content))]
    const found = hits.map(({ value, how }) => ({ where, value, how }))
    if (depth === deepest) return unique(found)
    const inside = [...members(content)].flatMap((member) => this.bytes(`${where}, inside`, member, depth + 1))
    return unique([...found, ...inside])
  }

  text(where: string, content: string): Hit[] {
    return this.bytes(where, Buffer.from(content))
  }

  /** Every file below a folder, and their names; without those that nobody wrote since a time. */
  folder(folder: string, since = new Date(0)): Hit[] {
    const names = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    const files = names
      .map((name) => path.join(folder, name))
      .filter((file) => {
        const found = statSync(file, { throwIfNoEntry: false })
        return found?.isFile() === true && found.mtime >= since
      })
    const inside = files.flatMap((file) => this.bytes(file, readIfThere(file)))
    return [...this.text(`names in ${folder}`, names.join('\n')), ...inside]
  }
}

function unique(hits: readonly Hit[]): Hit[] {
  return [...new Map(hits.map((hit) => [JSON.stringify(hit), hit])).values()]
}

// A server may remove a file meanwhile.
function readIfThere(file: string): Buffer {
  try {
    return readFileSync(file)
  } catch {
    return Buffer.alloc(0)
  }
}

/** Many patterns at once: the first bytes of each say where to look closer. */
class Finder {
  readonly #byStart = new Map<number, Pattern[]>()
  readonly #starts = new Uint8Array(1 << 24)

  add(pattern: Pattern): void {
    if (pattern.bytes.length < 8) throw new RangeError(`${pattern.value} is too short to be looked for.`)
    const start = startOf(pattern.bytes, 0)
    this.#starts[start] = 1
    this.#byStart.set(start, [...(this.#byStart.get(start) ?? []), pattern])
  }

  *find(content: Buffer): Generator<Pattern> {
    const starts = this.#starts
    for (let at = 0; at + 8 <= content.length; at += 1) {
      const start = startOf(content, at)
      if (starts[start] !== 1) continue
      for (const pattern of this.#byStart.get(start) ?? [])
        if (
          content.compare(
            pattern.bytes,
            0,
            pattern.bytes.length,
            at,
            Math.min(content.length, at + pattern.bytes.length),
          ) === 0
        )
          yield pattern
    }
  }
}

function startOf(content: Buffer, at: number): number {
  return ((content[at] ?? 0) << 16) | ((content[at + 1] ?? 0) << 8) | (content[at + 2] ?? 0)
}

/** Small letters of ASCII for capital ones. */
function fold(content: Buffer): Buffer {
  const folded = Buffer.from(content)
  for (let at = 0; at < folded.length; at += 1) {
    const byte = folded[at] ?? 0
    if (byte >= 0x41 && byte <= 0x5a) folded[at] = byte + 0x20
  }
  return folded
}

const partial = { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: 200_000_000 }

/** What is compressed in bytes, wherever it begins, and also where it is cut short. */
function* members(content: Buffer): Generator<Buffer> {
  for (let at = content.indexOf('1f8b08', 0, 'hex'); at >= 0; at = content.indexOf('1f8b08', at + 1, 'hex'))
    yield* inflated(() => inflateRawSync(content.subarray(gzipBody(content, at)), partial))
  for (let at = content.indexOf('504b0304', 0, 'hex'); at >= 0; at = content.indexOf('504b0304', at + 1, 'hex')) {
    const begin =
      at +
      30 +
      content.readUInt16LE(Math.min(at + 26, content.length - 2)) +
      content.readUInt16LE(Math.min(at + 28, content.length - 2))
    yield* inflated(() => inflateRawSync(content.subarray(begin), partial))
  }
  for (const header of ['789c', '7801', '78da', '785e'])
    for (let at = content.indexOf(header, 0, 'hex'); at >= 0; at = content.indexOf(header, at + 1, 'hex'))
      yield* inflated(() => inflateSync(content.subarray(at), partial))
}

function* inflated(inflate: () => Buffer): Generator<Buffer> {
  try {
    const content = inflate()
    if (content.length >= 8) yield content
  } catch {
    // It only looked like it.
  }
}

/** Where the compressed data of a gzip member begins (RFC 1952 §2.3); what follows its end doesn't matter so. */
function gzipBody(content: Buffer, at: number): number {
  const flags = content[at + 3] ?? 0
  let body = at + 10
  if ((flags & 4) !== 0) body += 2 + (content[body] ?? 0) + 256 * (content[body + 1] ?? 0)
  for (const flag of [8, 16]) if ((flags & flag) !== 0) body = content.indexOf(0, body) + 1
  return (flags & 2) === 0 ? body : body + 2
}

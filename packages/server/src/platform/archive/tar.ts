/** An entry of a tar file. */
export interface TarEntry {
  /** Parts separated by `/`. */
  readonly name: string
  readonly kind: 'file' | 'folder'
  /** Bytes that follow, filled up to whole blocks. */
  readonly size: number
}

/** Everything in a tar file is in blocks of so many bytes; it ends with two of zeros. */
export const blockBytes = 512
export const tarEnd = Buffer.alloc(2 * blockBytes)

/** How many bytes fill up the last block. */
export function paddingOf(size: number): number {
  return (blockBytes - (size % blockBytes)) % blockBytes
}

/** The block that an entry begins with (POSIX.1-1988 `ustar`; sizes beyond 8 GiB as GNU tar writes them). @throws RangeError for names that don't fit */
export function tarHeader({ name, kind, size }: TarEntry): Buffer {
  const block = Buffer.alloc(blockBytes)
  const [prefix, last] = partName(name)
  block.write(last, 0)
  block.write(kind === 'folder' ? '0000700\0' : '0000600\0', 100)
  block.write('0000000\0', 108)
  block.write('0000000\0', 116)
  writeSize(block, size)
  block.write('00000000000\0', 136)
  block.write(kind === 'folder' ? '5' : '0', 156)
  block.write('ustar\x0000', 257)
  block.write(prefix, 345)
  block.write(`${checksum(block).toString(8).padStart(6, '0')}\0 `, 148)
  return block
}

/** What a header says; null where the block is none of ours, or is damaged. */
export function readTarHeader(block: Buffer): TarEntry | null {
  if (block.length < blockBytes || block.toString('latin1', 257, 262) !== 'ustar') return null
  if (Number.parseInt(block.toString('latin1', 148, 154), 8) !== checksum(block)) return null
  const kind = ({ '0': 'file', '5': 'folder' } as const)[block.toString('latin1', 156, 157)]
  const size = readSize(block)
  if (kind === undefined || size === null) return null
  const prefix = textAt(block, 345, 155)
  const last = textAt(block, 0, 100)
  return { name: prefix === '' ? last : `${prefix}/${last}`, kind, size }
}

function partName(name: string): [prefix: string, last: string] {
  if (Buffer.byteLength(name) <= 100) return ['', name]
  const at = name.lastIndexOf('/')
  const [prefix, last] = [name.slice(0, Math.max(0, at)), name.slice(at + 1)]
  if (at < 0 || Buffer.byteLength(prefix) > 155 || Buffer.byteLength(last) > 100)
    throw new RangeError('The name of a file is too long for a backup.')
  return [prefix, last]
}

const octalDigits = 11

function writeSize(block: Buffer, size: number): void {
  const octal = size.toString(8)
  if (octal.length <= octalDigits) block.write(`${octal.padStart(octalDigits, '0')}\0`, 124)
  else {
    block[124] = 0x80
    block.writeBigUInt64BE(BigInt(size), 128)
  }
}

function readSize(block: Buffer): number | null {
  if (block[124] === 0x80) {
    const size = block.readBigUInt64BE(128)
    return size <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(size) : null
  }
  const text = block.toString('latin1', 124, 124 + octalDigits)
  return /^[0-7]{11}$/.test(text) ? Number.parseInt(text, 8) : null
}

/** The sum of all bytes, those of the sum itself taken for spaces. */
function checksum(block: Buffer): number {
  let sum = 8 * 0x20
  block.forEach((byte, at) => {
    if (at < 148 || at >= 156) sum += byte
  })
  return sum
}

function textAt(block: Buffer, at: number, length: number): string {
  const text = block.subarray(at, at + length)
  const end = text.indexOf(0)
  return text.toString('utf8', 0, end < 0 ? length : end)
}

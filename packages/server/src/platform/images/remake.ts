import sharp, { type Metadata, type Sharp } from 'sharp'
import { createSerial } from '../serial.ts'
import { kindOf, type PictureKind } from './kind.ts'
import { brokenPicture, ImageProblem, noPicture, tooHeavy, tooLarge, tooSmall, wrongKind } from './problems.ts'

interface Size {
  /** Pixels. */
  readonly width: number
  readonly height: number
}

export interface RemakeOptions {
  /** Which kinds are taken. */
  readonly kinds: readonly PictureKind[]
  /** What is sent may be no more than this. */
  readonly most: Size & { readonly bytes: number }
  /** Nor smaller than this. */
  readonly least?: Size
  /** What is made of it: cut to just this size (`cover`), or made to fit within it, never larger than it was (`inside`). */
  readonly to: Size & { readonly fit: 'cover' | 'inside' }
}

/** Media type of what comes out. */
export const remadeType = 'image/webp'

/** However large a side may be: more pixels than any telephone's camera has take more memory than a picture is worth. */
const mostPixels = 64_000_000
const quality = 86
const secondsToDecode = 10

// Nothing of a picture stays in memory, and of all that the library can read, only what is needed is ever tried.
sharp.cache(false)
sharp.concurrency(1)
sharp.block({ operation: ['VipsForeignLoad'] })
const readers: Readonly<Record<PictureKind, string>> = {
  jpeg: 'VipsForeignLoadJpegBuffer',
  png: 'VipsForeignLoadPngBuffer',
  webp: 'VipsForeignLoadWebpBuffer',
  gif: 'VipsForeignLoadNsgifBuffer',
}
sharp.unblock({ operation: Object.values(readers) })

/** One after another: a decoded picture is large. */
const inTurn = createSerial()

/**
 * Makes a picture again from its pixels, upright, in sRGB, as WebP: whatever else the file held is gone, be it a place, a
 * camera's number or a second file. Only the first picture of a moving one is taken.
 * @returns the new file, or why the old one isn't taken
 */
export async function remake(bytes: Uint8Array, options: RemakeOptions): Promise<Buffer | ImageProblem> {
  const { kinds, most, least } = options
  if (bytes.length === 0) return noPicture
  if (bytes.length > most.bytes) return tooHeavy(bytes.length, most.bytes)
  const kind = kindOf(bytes)
  if (kind === null || !kinds.includes(kind)) return wrongKind(kinds)
  return inTurn(async () => {
    // The head alone is read without a limit, to say what is wrong with the size.
    const head = await unlessBroken(open(bytes, false).metadata())
    if (head instanceof ImageProblem) return head
    if (head.format !== kind) return brokenPicture
    const size = upright(head)
    if (size.width > most.width || size.height > most.height) return tooLarge(size, most)
    if (size.width * size.height > mostPixels) return tooLarge(size, largestSquare)
    if (least !== undefined && (size.width < least.width || size.height < least.height)) return tooSmall(size, least)
    return unlessBroken(drawAgain(open(bytes, mostPixels), options.to))
  })
}

const largestSquare = { width: Math.sqrt(mostPixels), height: Math.sqrt(mostPixels) }

function open(bytes: Uint8Array, limitInputPixels: number | false): Sharp {
  return sharp(bytes, { failOn: 'truncated', limitInputPixels, animated: false }).timeout({ seconds: secondsToDecode })
}

function drawAgain(picture: Sharp, { width, height, fit }: RemakeOptions['to']): Promise<Buffer> {
  return picture
    .autoOrient()
    .resize({ width, height, fit, withoutEnlargement: fit === 'inside' })
    .webp({ quality, smartSubsample: true })
    .toBuffer()
}

function upright({ width, height, autoOrient }: Metadata): Size {
  return { width: autoOrient.width ?? width, height: autoOrient.height ?? height }
}

/** What the library says of a broken file can hold parts of it: nothing of that is told. */
async function unlessBroken<T>(made: Promise<T>): Promise<T | ImageProblem> {
  try {
    return await made
  } catch {
    return brokenPicture
  }
}

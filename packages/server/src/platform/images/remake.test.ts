import { crc32, deflateSync } from 'node:zlib'
import fc from 'fast-check'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { tried } from '../../../test/attacks/tried.ts'
import { kindOf } from './kind.ts'
import { ImageProblem } from './problems.ts'
import { remadeType, remake, type RemakeOptions } from './remake.ts'

const canary = 'CANARY-59.9139N-10.7522E'
const options: RemakeOptions = {
  kinds: ['jpeg', 'png', 'webp', 'gif'],
  most: { bytes: 1_000_000, width: 2_000, height: 2_000 },
  to: { width: 64, height: 64, fit: 'cover' },
}
const plain = (width = 120, height = 80) =>
  sharp({ create: { width, height, channels: 3, background: { r: 20, g: 120, b: 130 } } })

async function codeOf(bytes: Uint8Array, changed: Partial<RemakeOptions> = {}): Promise<string> {
  const made = await remake(bytes, { ...options, ...changed })
  return made instanceof ImageProblem ? made.code : 'taken'
}

async function taken(bytes: Uint8Array, changed: Partial<RemakeOptions> = {}): Promise<Buffer> {
  const made = await remake(bytes, { ...options, ...changed })
  if (made instanceof ImageProblem) throw new Error(made.code)
  return made
}

test.each(['jpeg', 'png', 'webp', 'gif'] as const)('a %s comes out as WebP of the size asked for', async (kind) => {
  const sent = await plain().toFormat(kind).toBuffer()
  const made = await taken(sent)
  expect(kindOf(made)).toBe('webp')
  expect(remadeType).toBe('image/webp')
  expect(await sharp(made).metadata()).toMatchObject({ width: 64, height: 64 })
  expect(await codeOf(sent, { kinds: [] })).toBe('image.kind')
})

test('within: the shape stays, and nothing is made larger than it was', async () => {
  const to = { width: 100, height: 100, fit: 'inside' } as const
  const wide = await taken(await plain(200, 50).png().toBuffer(), { to })
  expect(await sharp(wide).metadata()).toMatchObject({ width: 100, height: 25 })
  const small = await taken(await plain(30, 20).png().toBuffer(), { to })
  expect(await sharp(small).metadata()).toMatchObject({ width: 30, height: 20 })
})

test('where it was taken, with what and by whom is gone; which way is up is kept', async () => {
  const sent = await sharp({ create: { width: 60, height: 30, channels: 3, background: 'red' } })
    .composite([{ input: await plain(30, 30).png().toBuffer(), left: 30, top: 0 }])
    .withExif({
      IFD0: { Orientation: '6', Make: canary, Copyright: canary },
      IFD3: { GPSLatitudeRef: 'N', GPSMapDatum: canary },
    })
    .withXmp(`<x:xmpmeta xmlns:x="adobe:ns:meta/"><a>${canary}</a></x:xmpmeta>`)
    .withIccProfile('p3')
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer()
  expect(sent.includes(canary)).toBe(true)
  const made = await taken(sent, { to: { width: 300, height: 300, fit: 'inside' } })
  const head = await sharp(made).metadata()
  expect(head).toMatchObject({ width: 30, height: 60 })
  expect([head.exif, head.xmp, head.icc, head.orientation]).toEqual([undefined, undefined, undefined, undefined])
  expect(made.includes(canary)).toBe(false)
  const { data } = await sharp(made)
    .extract({ left: 10, top: 5, width: 1, height: 1 })
    .raw()
    .toBuffer({ resolveWithObject: true })
  expect((data[0] ?? 0) > 200).toBe(true)
})

test.each([
  [
    'GIF that is a script, too',
    async () =>
      Buffer.concat([Buffer.from('GIF89a/*'), await plain().gif().toBuffer(), Buffer.from(`*/=1;alert("${canary}")`)]),
  ],
  [
    'PNG with a page behind it',
    async () => Buffer.concat([await plain().png().toBuffer(), Buffer.from(`<script>${canary}</script>`)]),
  ],
  [
    'JPEG with an archive behind it',
    async () => Buffer.concat([await plain().jpeg().toBuffer(), Buffer.from(`PK\x03\x04${canary}`)]),
  ],
  ['PNG with a page in a comment', async () => pngWith('tEXt', Buffer.from(`Comment\0<script>${canary}</script>`))],
  [
    'WebP with a strange part',
    async () => Buffer.concat([await plain().webp().toBuffer(), Buffer.from(`JUNK\x18\0\0\0${canary}`)]),
  ],
])('no second file survives: %s', async (_name, make) => {
  const sent = await make()
  tried('a picture that is two files at once')
  expect(sent.includes(canary)).toBe(true)
  const made = await remake(sent, options)
  if (made instanceof ImageProblem) expect(made.code).toBe('image.broken')
  else {
    expect(made.includes(canary)).toBe(false)
    expect(made.includes('<script')).toBe(false)
    expect(kindOf(made)).toBe('webp')
  }
})

test.each([
  ['nothing', Buffer.alloc(0), 'image.none'],
  [
    'SVG',
    Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>alert(1)</script></svg>'),
    'image.kind',
  ],
  [
    'SVG behind a declaration',
    Buffer.from('<?xml version="1.0"?><!DOCTYPE svg><svg xmlns="http://www.w3.org/2000/svg"/>'),
    'image.kind',
  ],
  ['a page', Buffer.from('<!doctype html><title>x</title>'), 'image.kind'],
  ['PDF', Buffer.from('%PDF-1.7 …'), 'image.kind'],
  ['TIFF', Buffer.from('II*\0\x08\0\0\0'), 'image.kind'],
  ['a head and nothing behind it', Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), 'image.broken'],
  [
    'SVG that calls itself a JPEG',
    Buffer.from('\xff\xd8\xff<svg xmlns="http://www.w3.org/2000/svg"/>', 'latin1'),
    'image.broken',
  ],
  ['RIFF that is a sound', Buffer.from('RIFF\x24\0\0\0WAVEfmt ', 'latin1'), 'image.kind'],
])('%s is no picture', async (_name, bytes, code) => {
  tried('an upload that is too much or something else')
  expect(await codeOf(bytes)).toBe(code)
})

test('what is cut off is refused, not half shown', async () => {
  for (const kind of ['jpeg', 'png', 'webp'] as const) {
    const whole = await sharp(noise(300, 300), { raw: { width: 300, height: 300, channels: 3 } })
      .toFormat(kind)
      .toBuffer()
    expect(await codeOf(whole)).toBe('taken')
    expect(await codeOf(whole.subarray(0, Math.floor(whole.length / 2)))).toBe('image.broken')
  }
})

test('a bomb is told by its head: nothing of it is unpacked', async () => {
  tried('an upload that is too much or something else', 3)
  const bomb = pngOf(30_000, 30_000, deflateSync(Buffer.alloc(1_000_000)))
  expect(bomb.length).toBeLessThan(options.most.bytes)
  expect(await codeOf(bomb)).toBe('image.too-large')
  const allowed = { ...options.most, width: 40_000, height: 40_000 }
  expect(await codeOf(bomb, { most: allowed })).toBe('image.too-large')
  // A head that lies about its size gets no more room than it asked for.
  const liar = pngOf(10, 10, deflateSync(Buffer.alloc(50_000_000)))
  expect(await codeOf(liar)).toMatch(/^(taken|image\.broken)$/)
})

test('a picture of more pixels than are taken is refused, whichever side it is', async () => {
  for (const [width, height] of [
    [2_001, 10],
    [10, 2_001],
  ] as const)
    expect(await codeOf(await plain(width, height).png().toBuffer())).toBe('image.too-large')
})

test('the reasons say how large it is and what would do, in each language', async () => {
  const heavy = await remake(Buffer.alloc(12_000_001), { ...options, most: { ...options.most, bytes: 5_000_000 } })
  expect(heavy).toBeInstanceOf(ImageProblem)
  if (!(heavy instanceof ImageProblem)) return
  expect(heavy.code).toBe('image.too-heavy')
  expect(heavy.reason.en).toBe('The picture is 12.1\u{a0}MB; 5\u{a0}MB is the most.')
  expect(heavy.reason.nb).toContain('12,1\u{a0}MB')
  expect(heavy.reason.sv).toContain('5\u{a0}MB')
  const least = { width: 200, height: 200 }
  const small = await remake(await plain().png().toBuffer(), { ...options, least })
  expect(small instanceof ImageProblem && small.reason.en).toContain('120 × 80 pixels; it has to be at least 200 × 200')
})

test('whatever is sent, it is a WebP that comes out or a reason', async () => {
  const [jpeg, png, gif] = [
    await plain().jpeg().toBuffer(),
    await plain().png().toBuffer(),
    await plain().gif().toBuffer(),
  ]
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(jpeg, png, gif),
      fc.array(fc.tuple(fc.nat(400), fc.nat(255)), { minLength: 1, maxLength: 8 }),
      async (whole, changes) => {
        const sent = Buffer.from(whole)
        for (const [place, value] of changes) sent[place % sent.length] = value
        const made = await remake(sent, options)
        tried('a picture that is broken')
        expect(made instanceof ImageProblem || kindOf(made) === 'webp').toBe(true)
      },
    ),
    { numRuns: 60 },
  )
})

function noise(width: number, height: number): Buffer {
  return Buffer.from(Array.from({ length: width * height * 3 }, (_value, place) => (place * 7919) % 251))
}

function chunk(type: string, data: Buffer): Buffer {
  const length = Buffer.alloc(4)
  length.writeUInt32BE(data.length)
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const sum = Buffer.alloc(4)
  sum.writeUInt32BE(crc32(named))
  return Buffer.concat([length, named, sum])
}

function pngOf(width: number, height: number, pixels: Buffer, more: Buffer = Buffer.alloc(0)): Buffer {
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.set([8, 0, 0, 0, 0], 8)
  const start = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')
  return Buffer.concat([start, chunk('IHDR', head), more, chunk('IDAT', pixels), chunk('IEND', Buffer.alloc(0))])
}

function pngWith(type: string, data: Buffer): Buffer {
  return pngOf(4, 4, deflateSync(Buffer.alloc(20)), chunk(type, data))
}

import { expect, test } from 'vitest'
import { createFrameCipher } from './frame-cipher.ts'
import { createFrameKey } from './frame-key.ts'
import { decodeHeader, encodeHeader } from './header.ts'
import { suites } from './suites.ts'

// Numbers from RFC 9605, appendix C.
const bytes = (hex: string) => Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16))
const hex = (data: Uint8Array | null) => data && [...data].map((byte) => byte.toString(16).padStart(2, '0')).join('')

test.each([
  [0x100, 0xffffffffff, '9c0100ffffffffff'],
  [0x100, 0x10000000000, '9d0100010000000000'],
  [0xffff, 0, '90ffff'],
  [0xffff, 1, '91ffff'],
  [0xffff, 0xff, '98ffffff'],
  [0xffff, 0x100, '99ffff0100'],
  [0xffff, 0xffff, '99ffffffff'],
  [0xffff, 0x10000, '9affff010000'],
  [0xffff, 0x1000000, '9bffff01000000'],
  [0xffff, 0xffffffff, '9bffffffffffff'],
  [0xffff, 0x1000000000000, '9effff01000000000000'],
  [0x10000, 0, 'a0010000'],
  [0x10000, 0xffffff, 'aa010000ffffff'],
  [0xffffff, 0x100000000, 'acffffff0100000000'],
  [0x1000000, 0xff, 'b801000000ff'],
  [0xffffffff, 0x100, 'b9ffffffff0100'],
  [0x100000000, 0xffffffffffff, 'cd0100000000ffffffffffff'],
  [0xffffffffff, 0x10000, 'caffffffffff010000'],
  [0x10000000000, 1, 'd1010000000000'],
  [0xffffffffffff, 0x1000000, 'dbffffffffffff01000000'],
])('headers are those of appendix C.1: %i, %i', (kid, counter, header) => {
  expect(hex(encodeHeader(kid, counter))).toBe(header)
  expect(decodeHeader(bytes(`${header}00`))).toEqual({ kid, counter, length: header.length / 2 })
})

test.each(['9e0100ffffffffffffff', '9fffff0100000000000000', 'dfffffffffffff0100000000000000'])(
  'numbers that JavaScript cannot count with are no header: %s',
  (header) => expect(decodeHeader(bytes(header))).toBeNull(),
)

const key = Uint8Array.from({ length: 48 }, (_, at) => at)
const nonce = bytes('101112131415161718191a1b')
const metadata = bytes('4945544620534672616d65205747')
const plaintext = bytes('64726166742d696574662d736672616d652d656e63')

test.each([
  [suites.aes128CounterHmac80, '6339af04ada1d064688a442b8dc69d5b6bfa40f4bef0583e8081069cc60705'],
  [suites.aes128CounterHmac64, '6339af04ada1d064688a442b8dc69d5b6bfa40f4be6e93b7da076927bb'],
  [suites.aes128CounterHmac32, '6339af04ada1d064688a442b8dc69d5b6bfa40f4be09480509'],
])('the cipher is that of appendix C.2: %o', async (suite, sealed) => {
  const cipher = await createFrameCipher(suite, key)
  expect(hex(await cipher.encrypt(nonce, metadata, plaintext))).toBe(sealed)
  expect(await cipher.decrypt(nonce, metadata, bytes(sealed))).toEqual(plaintext)
})

test.each([
  [suites.aes128CounterHmac80, '9901234567449408b6f490086165b9d6f62b24ae1a59a56486b4ae8ed036b88912e24f11'],
  [suites.aes128CounterHmac64, '99012345673f31438db4d09434e43afa0f8a2f00867a2be085046a9f5cb4f101d607'],
  [suites.aes128CounterHmac32, '990123456717fc8af28a5a695afcfc6c8df6358a17e26b2fcb3bae32e443'],
  [suites.aes128Gcm, '9901234567b7412c2513a1b66dbb48841bbaf17f598751176ad847681a69c6d0b091c07018ce4adb34eb'],
])('the whole frame is that of appendix C.3: %o', async (suite, sealed) => {
  const frameKey = await createFrameKey(suite, 0x123, bytes('000102030405060708090a0b0c0d0e0f'))
  expect(hex(await frameKey.seal(0x4567, metadata, plaintext))).toBe(sealed)
  expect(await frameKey.open(0x4567, bytes(sealed).slice(0, 5), metadata, bytes(sealed).slice(5))).toEqual(plaintext)
})

import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { newId } from './ids.ts'
import { createSignedTokens } from './signed-token.ts'

const tokens = createSignedTokens(randomBytes(32))
const now = new Date('2026-06-01T09:00:00Z')
const later = new Date('2026-06-08T09:00:00Z')
const uuids = fc.array(fc.uuid(), { minLength: 1, maxLength: 8 })

test('a token gives back the ids that it was made of, for its purpose, until it lapses', () => {
  fc.assert(
    fc.property(uuids, (ids) => {
      const token = tokens.sign('newsletter.confirm', ids, later)
      expect(tokens.read('newsletter.confirm', token, now)).toEqual(ids)
      expect(tokens.read('newsletter.confirm', token, new Date(later.getTime() - 1))).toEqual(ids)
      expect(tokens.read('newsletter.confirm', token, later)).toBeNull()
    }),
  )
})

test('a token is of no use for another purpose or another installation', () => {
  const token = tokens.sign('newsletter.confirm', [newId()], later)
  for (const purpose of ['newsletter.unsubscribe', 'newsletter.confirm ', 'newsletter', '']) {
    expect(tokens.read(purpose, token, now)).toBeNull()
  }
  expect(createSignedTokens(randomBytes(32)).read('newsletter.confirm', token, now)).toBeNull()
})

test('a token that was changed in any place is none', () => {
  fc.assert(
    fc.property(uuids, fc.nat(), fc.integer({ min: 1, max: 255 }), (ids, place, change) => {
      const bytes = Buffer.from(tokens.sign('rights.prove', ids, later), 'base64url')
      const at = place % bytes.length
      bytes.writeUInt8(bytes.readUInt8(at) ^ change, at)
      expect(tokens.read('rights.prove', bytes.toString('base64url'), now)).toBeNull()
    }),
  )
})

test('whatever somebody sends in place of a token is none', () => {
  const token = tokens.sign('rights.prove', [newId()], later)
  const cut = token.slice(0, -22)
  for (const other of [
    '',
    token + 'A',
    `${token}=`,
    ` ${token}`,
    token.toUpperCase(),
    cut,
    cut + token,
    token + token,
  ]) {
    expect(tokens.read('rights.prove', other, now)).toBeNull()
  }
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.base64String(), fc.string({ unit: 'binary' })), (text) => {
      expect(tokens.read('rights.prove', text, now)).toBeNull()
    }),
  )
})

test('a token holds ids and nothing else', () => {
  fc.assert(
    fc.property(fc.oneof(fc.emailAddress(), fc.string()), (text) => {
      expect(() => tokens.sign('rights.prove', [text], later)).toThrow('A token holds ids and nothing else.')
    }),
  )
  expect(() => tokens.sign('rights.prove', [], later)).toThrow(TypeError)
  expect(() => createSignedTokens(randomBytes(16))).toThrow(TypeError)
})

import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { tried } from '../../../test/attacks/tried.ts'
import { createTestClock } from '../../../test/test-clock.ts'
import { newId } from '../../platform/ids.ts'
import { createSignedTokens } from '../../platform/signed-token.ts'
import { createClaims } from './claims.ts'

const clock = createTestClock()
const tokens = createSignedTokens(randomBytes(32))
const claims = createClaims({ tokens, secret: randomBytes(32), clock })
const [room, other, account] = [newId(), newId(), newId()]

test('a claim says what one may do in its room, and nothing of who one is', () => {
  const claim = claims.make(room, 'host', account)
  expect(claims.read(claim, room)).toMatchObject({ room, role: 'host', known: true })
  expect(Buffer.from(claim, 'base64url').toString('hex')).not.toContain(account.replaceAll('-', ''))
  // The same person is the same visitor here, and another one elsewhere; a page is another each time.
  expect(claims.read(claims.make(room, 'guest', account), room)?.visitor).toBe(claims.read(claim, room)?.visitor)
  expect(claims.read(claims.make(other, 'host', account), other)?.visitor).not.toBe(claims.read(claim, room)?.visitor)
  const [one, another] = [1, 2].map(() => claims.read(claims.make(room, 'guest', null), room))
  expect(one).toMatchObject({ role: 'guest', known: false })
  expect(one?.visitor).not.toBe(another?.visitor)
})

test('a claim of another room or another key, changed or cut or none, counts for nothing', () => {
  const claim = claims.make(room, 'guest', account)
  expect(claims.read(claim, other)).toBe(null)
  expect(claims.read(claim, null)).toBe(null)
  expect(claims.read(null, room)).toBe(null)
  const stranger = createClaims({ tokens: createSignedTokens(randomBytes(32)), secret: randomBytes(32), clock })
  expect(claims.read(stranger.make(room, 'host', account), room)).toBe(null)
  const bytes = Buffer.from(claim, 'base64url')
  for (let at = 0; at < bytes.length; at += 1) {
    const changed = Buffer.from(bytes)
    changed.writeUInt8((changed.readUInt8(at) + 1) % 256, at)
    expect(claims.read(changed.toString('base64url'), room)).toBe(null)
    tried('a claim that was changed')
  }
  for (const broken of ['', 'x', `${claim}A`, claim.slice(0, -2), `${claim}${'A'.repeat(500)}`]) {
    expect(claims.read(broken, room)).toBe(null)
    tried('a claim that was changed')
  }
})

test('a token that was signed for something else is no claim, and a guest’s no host’s', () => {
  for (const purpose of ['newsletter.confirm', 'room.claim.owner', 'room.claim.', 'host'])
    expect(claims.read(tokens.sign(purpose, [room, newId()], new Date(clock.now().getTime() + 60_000)), room)).toBe(
      null,
    )
  expect(claims.read(claims.make(room, 'guest', null), room)?.role).toBe('guest')
})

test('a claim lapses after half an hour', () => {
  const claim = claims.make(room, 'host', account)
  clock.advance(29 * 60_000)
  expect(claims.read(claim, room)?.role).toBe('host')
  clock.advance(2 * 60_000)
  expect(claims.read(claim, room)).toBe(null)
})

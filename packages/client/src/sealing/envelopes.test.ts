import fc from 'fast-check'
import { expect, test } from 'vitest'
import { toBase64url, fromBase64url } from './base64url.ts'
import { createEnvelopes } from './envelopes.ts'
import { newSecret, secretStrength } from './link-secret.ts'

const ola = { name: 'Ola', member: 'x'.repeat(43) }

test('who has the link reads what was sealed; who has another, another room or none does not', async () => {
  const secret = newSecret()
  const ana = await createEnvelopes('kitchen', secret)
  const bo = await createEnvelopes('kitchen', secret)
  const envelope = await ana.seal('knocker', ola)
  expect(await bo.open('knocker', envelope)).toEqual(ola)
  for (const [room, other] of [
    ['kitchen', newSecret()],
    ['garden', secret],
    ['kitchen', null],
  ] as const) {
    expect(await (await createEnvelopes(room, other)).open('knocker', envelope)).toBeNull()
  }
})

test('the tag is the same for the same link, another for another, and nothing where there is no secret', async () => {
  const secret = newSecret()
  const tag = async (room: string, of: string | null) => (await createEnvelopes(room, of)).tag
  expect(await tag('kitchen', secret)).toBe(await tag('kitchen', secret))
  expect(await tag('kitchen', secret)).toMatch(/^[A-Za-z0-9_-]{22}$/)
  expect(await tag('kitchen', secret)).not.toBe(await tag('garden', secret))
  expect(await tag('kitchen', secret)).not.toBe(await tag('kitchen', newSecret()))
  expect(await tag('kitchen', null)).toBeNull()
})

test('a sealed room takes no readable envelope, and what was sealed as one kind is no other', async () => {
  const secret = newSecret()
  const sealed = await createEnvelopes('kitchen', secret)
  const open = await createEnvelopes('kitchen', null)
  expect(await sealed.open('knock', await open.seal('knock', { text: 'injected' }))).toBeNull()
  expect(await sealed.open('knocker', await sealed.seal('knock', { text: 'hello' }))).toBeNull()
  expect(await open.open('knock', await open.seal('knock', { text: 'plain' }))).toEqual({ text: 'plain' })
})

test('any bit changed, and the envelope does not open', async () => {
  const envelopes = await createEnvelopes('kitchen', newSecret())
  const envelope = await envelopes.seal('knock', { text: 'hello' })
  const bytes = fromBase64url(envelope.slice(3))
  await fc.assert(
    fc.asyncProperty(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), async (at, change) => {
      const altered = bytes.slice()
      altered[at] = (altered[at] ?? 0) ^ change
      expect(await envelopes.open('knock', `s1.${toBase64url(altered)}`)).toBeNull()
    }),
  )
})

test('what makes no sense is nothing, whoever sealed it', async () => {
  const envelopes = await createEnvelopes('kitchen', null)
  await fc.assert(
    fc.asyncProperty(fc.oneof(fc.string(), fc.json()), async (text) => {
      const opened = await envelopes.open('knocker', `o1.${toBase64url(new TextEncoder().encode(text))}`)
      expect(opened === null || typeof opened.name === 'string').toBe(true)
      await envelopes.open('knocker', text)
    }),
  )
  expect(await envelopes.open('knock', await envelopes.seal('knock', { text: 'x'.repeat(5_000) }))).toBeNull()
})

test('two seals of the same are different', async () => {
  const envelopes = await createEnvelopes('kitchen', newSecret())
  expect(await envelopes.seal('knocker', ola)).not.toBe(await envelopes.seal('knocker', ola))
})

test('a generated secret is told from a hand-made one', () => {
  for (let at = 0; at < 50; at += 1) expect(secretStrength(newSecret())).toBe('generated')
  expect(secretStrength('grandma')).toBe('hand-made')
  expect(secretStrength('a'.repeat(30))).toBe('hand-made')
  expect(secretStrength('')).toBe('none')
  expect(secretStrength(null)).toBe('none')
})

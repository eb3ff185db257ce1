import fc from 'fast-check'
import { expect, test } from 'vitest'
import { certificateKey, thumbprint } from './certificate-key.ts'
import { readCertificate, spellCertificate, type Certificate } from './certificate.ts'
import { isRight, readKeys, verifyCertificate } from './verify.ts'

const keyOf = (seed: number) => certificateKey({ secret: () => Buffer.alloc(32, seed) })
const own = keyOf(1)
const title = { en: 'Letters', nb: 'Henvendelser', sv: 'Meddelanden' }
const law = { en: 'The Bookkeeping Act', nb: 'Bokføringsloven', sv: 'Bokföringslagen' }

const instants = fc
  .date({ min: new Date('2020-01-01'), max: new Date('2060-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString())
const counts = fc.nat({ max: 100_000 })
const certificates: fc.Arbitrary<Certificate> = fc
  .record({
    askedAt: instants,
    doneAt: instants,
    until: fc.option(instants),
    rows: counts,
    number: fc.integer({ min: 1, max: 1e9 }),
  })
  .map(({ askedAt, doneAt, until, rows, number }) =>
    own.sign({
      format: 'samtale erasure certificate 1',
      installation: { controller: 'Åsen skole', url: 'https://skole.example/' },
      policy: { version: 1, hash: 'abc' },
      language: 'nb',
      timeZone: 'Europe/Oslo',
      askedAt,
      doneAt,
      gone: [
        {
          category: 'correspondence',
          title,
          kind: 'ticket',
          records: 1,
          outcome: 'deleted',
          tables: [{ table: 'ticket_message', rows, sealed: true }],
        },
      ],
      stays: [
        {
          category: 'order',
          title,
          kind: 'purchase',
          records: 1,
          state: 'restricted',
          grounds: [
            {
              kind: 'law',
              article: null,
              law,
              exception: '17-3-b',
              dpv: 'justifications:LegallyExempted',
              reviewBy: null,
              until,
            },
          ],
          until,
          deletedBy: until,
        },
      ],
      copies: { days: 29, unreadableFrom: doneAt },
      ledger: { head: { number, hash: 'h' }, entries: [number] },
    }),
  )

test('row G03: a certificate is right as it was written, and with one byte changed it never is', () => {
  fc.assert(
    fc.property(certificates, fc.nat(), fc.integer({ min: 1, max: 255 }), (certificate, place, change) => {
      const file = Buffer.from(spellCertificate(certificate))
      expect(verifyCertificate(file.toString(), [own.publicKey]).findings).toEqual([
        'certificate.signature-right',
        'certificate.key-right',
      ])
      const at = place % file.length
      file[at] = (file[at] ?? 0) ^ change
      expect(isRight(verifyCertificate(file.toString(), [own.publicKey]).findings)).toBe(false)
    }),
    { numRuns: 300 },
  )
})

test('row G03: a byte taken out or put in makes it wrong, wherever it is', () => {
  fc.assert(
    fc.property(certificates, fc.nat(), fc.constantFrom(' ', '0', '\n', ''), (certificate, place, other) => {
      const file = spellCertificate(certificate)
      const at = place % file.length
      const changed = other === '' ? file.slice(0, at) + file.slice(at + 1) : file.slice(0, at) + other + file.slice(at)
      fc.pre(changed !== file)
      expect(isRight(verifyCertificate(changed, [own.publicKey]).findings)).toBe(false)
    }),
    { numRuns: 300 },
  )
})

test('row G03: signed again by another key, it is that key’s and not the installation’s', () => {
  fc.assert(
    fc.property(certificates, fc.integer({ min: 2, max: 255 }), (certificate, seed) => {
      const { key: _key, signature: _signature, ...said } = certificate
      const forged = keyOf(seed).sign({ ...said, stays: [] })
      const file = spellCertificate(forged)
      expect(verifyCertificate(file, [own.publicKey]).findings).toContain('certificate.key-other')
      expect(verifyCertificate(file).findings).toEqual(['certificate.signature-right', 'certificate.key-unknown'])
      const swapped = spellCertificate({ ...forged, key: own.publicKey })
      expect(verifyCertificate(swapped, [own.publicKey]).findings).toContain('certificate.signature-wrong')
    }),
    { numRuns: 100 },
  )
})

test('row G03: other files are no certificates, and one with more in it than it may have isn’t either', () => {
  for (const file of ['', '{}', 'null', '[]', '{"format":"samtale erasure certificate 1"}', '\u0000'])
    expect(verifyCertificate(file)).toEqual({ certificate: null, findings: ['certificate.unreadable'] })
  fc.assert(
    fc.property(certificates, (certificate) => {
      expect(readCertificate(JSON.stringify({ ...certificate, address: 'kari@hjem.example' }))).toBeNull()
      expect(verifyCertificate(JSON.stringify(certificate, null, 2)).findings).toContain('certificate.respelled')
    }),
    { numRuns: 20 },
  )
})

test('keys are read from a key or a set of them, as they are published', () => {
  const published = { ...own.publicKey, use: 'sig', alg: 'EdDSA', kid: thumbprint(own.publicKey) }
  expect(readKeys(JSON.stringify(published))).toEqual([own.publicKey])
  expect(readKeys(JSON.stringify({ keys: [published, keyOf(2).publicKey] }))).toEqual([
    own.publicKey,
    keyOf(2).publicKey,
  ])
  for (const file of ['', '{}', '{"keys":[{"kty":"RSA"}]}']) expect(readKeys(file)).toBeNull()
})

test('the key is the one of the installation’s secret: the same after every start, RFC 8032’s for its seed', () => {
  expect(keyOf(7).publicKey).toEqual(keyOf(7).publicKey)
  // RFC 8032 §7.1, test 1.
  const seed = Buffer.from('9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60', 'hex')
  const known = Buffer.from('d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a', 'hex')
  expect(certificateKey({ secret: () => seed }).publicKey.x).toBe(known.toString('base64url'))
})

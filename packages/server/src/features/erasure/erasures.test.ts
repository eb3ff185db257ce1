import { afterAll, beforeAll, expect, test } from 'vitest'
import { openErasureInstallation } from '../../../test/erasure/installation.ts'
import { spellCertificate, type Certificate } from './certificate.ts'
import { lookInLedger } from './ledger-look.ts'
import { verifyCertificate } from './verify.ts'

let at: Awaited<ReturnType<typeof openErasureInstallation>>
beforeAll(async () => {
  at = await openErasureInstallation()
})
afterAll(() => at.close())

const now = () => at.clock.now()
const day = 86_400_000
let people = 0

/** Somebody with two conversations and a yes, whose letters wait to be sent. */
async function person() {
  people += 1
  const address = `kanari${people}@hjem.example`
  await at.write(address, `Kanari ${people} synger`)
  await at.write(address, `Kanari ${people} synger igjen`)
  const consent = await at.agree(address)
  return { address, consent, subject: await at.subjectOf(address) }
}

const erase = (subject: string) => at.erasures.erase(subject, { language: 'nb', at: now() })
const gone = ({ gone: items }: Certificate) =>
  items.map(({ category, records, outcome }) => [category, records, outcome])
const stays = ({ stays: items }: Certificate) => items.map(({ category, records, state }) => [category, records, state])

test('rows G03, G04: the certificate says what went and what stays, with its law and its end, and is right', async () => {
  const { address, consent, subject } = await person()
  const other = await person()
  const certificate = await erase(subject)
  expect(gone(certificate)).toEqual([
    ['correspondence', 2, 'deleted'],
    ['mail.address', 2, 'deleted'],
  ])
  const letters = certificate.gone.find(({ category }) => category === 'correspondence')
  expect(letters).toMatchObject({
    kind: 'ticket',
    records: 2,
    outcome: 'deleted',
    tables: [
      { table: 'ticket_contact', rows: 2, sealed: true },
      { table: 'ticket_message', rows: 2, sealed: true },
    ],
  })
  expect(certificate.gone.find(({ category }) => category === 'mail.address')?.tables).toEqual([
    { table: 'mail', rows: expect.any(Number), sealed: true },
  ])
  expect(stays(certificate)).toEqual([
    ['consent.record', 1, 'in-use'],
    ['subject.address', 1, 'in-use'],
  ])
  expect(certificate.stays[0]).toMatchObject({
    grounds: [
      {
        kind: 'duty',
        article: 'eu-gdpr:A6-1-c',
        law: { en: 'GDPR art. 7(1)' },
        exception: '17-3-b',
        dpv: 'justifications:LegallyExempted',
      },
    ],
    until: '2027-06-01T09:00:00.000Z',
  })
  expect(certificate.copies).toEqual({ days: 29, unreadableFrom: new Date(now().getTime() + 29 * day).toISOString() })
  expect(verifyCertificate(spellCertificate(certificate), [at.erasures.publicKey]).findings).toEqual([
    'certificate.signature-right',
    'certificate.key-right',
  ])
  // Nobody else lost anything.
  const looks = await at.desk.lookAt(other.subject)
  expect(looks.map(({ record }) => record.kind).toSorted()).toEqual(['consent', 'ticket', 'ticket'])
  expect((await at.desk.lookAt(subject)).map(({ record }) => record.id)).toEqual([consent])
  expect(await at.subjectOf(address)).toBe(subject)
})

test('row G03: nothing of the person and of their records is in the certificate', async () => {
  const { address, consent, subject } = await person()
  const records = (await at.desk.lookAt(subject)).map(({ record }) => record.id)
  const tags = records.map((record) => at.records.ledger.tagOf({ record }))
  const file = spellCertificate(await erase(subject))
  const index = at.work.seals.index('subject.address', address)
  for (const canary of [address, 'kanari', 'hjem.example', 'synger', subject, consent, index, ...records, ...tags])
    expect(file.toLowerCase()).not.toContain(canary.toLowerCase())
})

test('row G03: the ledger has the entries where the certificate says, and tells when the rest went', async () => {
  const { subject } = await person()
  const certificate = await erase(subject)
  const { records, database } = at
  expect(await lookInLedger(records.ledger, database, certificate)).toEqual({ right: true, since: [] })
  at.clock.advance(366 * day)
  await records.apply.due()
  const { right, since } = await lookInLedger(records.ledger, database, certificate)
  expect(right).toBe(true)
  expect(since.map(({ kind, facts }) => [kind, facts.categories])).toEqual([
    ['gone', expect.arrayContaining(['consent.record'])],
  ])
  const [first = 1] = certificate.ledger.entries
  const others = [
    { ...certificate.ledger, entries: [first, 1_000_000] },
    { ...certificate.ledger, head: { number: certificate.ledger.head?.number ?? 1, hash: 'another' } },
    { ...certificate.ledger, head: { number: 1_000_000, hash: certificate.ledger.head?.hash ?? '' } },
    { head: null, entries: [first] },
  ]
  for (const ledger of others)
    expect(await lookInLedger(records.ledger, database, { ledger })).toMatchObject({ right: false })
})

test('row R07: what is held stays, with the exception and the review; once it is released, it goes by itself', async () => {
  const { subject } = await person()
  const [ticket = ''] = (await at.desk.lookAt(subject))
    .filter(({ record }) => record.kind === 'ticket')
    .map(({ record }) => record.id)
  const reviewBy = new Date(now().getTime() + 30 * day)
  const hold = await at.desk.hold({
    records: [ticket],
    categories: ['correspondence'],
    ground: '17-3-e',
    owner: 'legal',
    reviewBy,
  })
  const certificate = await erase(subject)
  expect(certificate.stays).toContainEqual({
    category: 'correspondence',
    title: expect.anything(),
    kind: 'ticket',
    records: 1,
    state: 'restricted',
    grounds: [
      {
        kind: 'hold',
        article: null,
        law: null,
        exception: '17-3-e',
        dpv: 'justifications:LegalClaimDefenceImpaired',
        reviewBy: reviewBy.toISOString(),
        until: null,
      },
    ],
    until: null,
    deletedBy: null,
  })
  // As long as it is held, nobody can say when the last goes.
  expect(certificate.stays.at(-1)).toMatchObject({ category: 'subject.address', until: null })
  await at.desk.release(hold)
  const { since } = await lookInLedger(at.records.ledger, at.database, certificate)
  expect(since.map(({ kind }) => kind)).toEqual(['hold.released', 'gone'])
  expect((await at.desk.lookAt(subject)).map(({ record }) => record.kind)).toEqual(['consent'])
})

test('row G03: erased twice, the second certificate says that no more is left to erase', async () => {
  const { subject } = await person()
  const first = await erase(subject)
  const second = await erase(subject)
  expect(first.gone).not.toEqual([])
  expect(second.gone).toEqual([])
  expect(stays(second)).toEqual(stays(first))
})

test('row G03: in two tabs at once, and while the job runs, everything goes once and both certificates are right', async () => {
  const { subject } = await person()
  const [one, other] = await Promise.all([
    erase(subject),
    erase(subject),
    at.records.apply.due(),
    at.records.apply.due(),
  ])
  for (const certificate of [one, other]) {
    expect(verifyCertificate(spellCertificate(certificate), [at.erasures.publicKey]).findings).not.toContain(
      'certificate.signature-wrong',
    )
    expect(stays(certificate)).toEqual([
      ['consent.record', 1, 'in-use'],
      ['subject.address', 1, 'in-use'],
    ])
    expect(await lookInLedger(at.records.ledger, at.database, certificate)).toMatchObject({ right: true })
  }
})

test('row G03: whom nobody knows has nothing to erase, and a certificate that says so', async () => {
  const certificate = await erase('00000000-0000-7000-8000-000000000000')
  expect([certificate.gone, certificate.stays, certificate.ledger.entries]).toEqual([[], [], []])
})

test('row G03: the request itself can stay out of it, and the mail that tells of it goes out', async () => {
  const { subject } = await person()
  const [request = ''] = (await at.desk.lookAt(subject)).map(({ record }) => record.id)
  const certificate = await at.erasures.erase(subject, { language: 'sv', at: now(), except: [request] })
  expect(certificate.gone.find(({ category }) => category === 'correspondence')?.records).toBe(1)
  expect(stays(certificate)).toContainEqual(['correspondence', 1, 'in-use'])
})

test('row G03: one record is erased alone', async () => {
  const { subject } = await person()
  const before = await at.desk.lookAt(subject)
  const ticket = before.find(({ record }) => record.kind === 'ticket')?.record.id ?? ''
  const certificate = await at.erasures.eraseRecord(ticket, { language: 'en', at: now() })
  expect([certificate.gone.find(({ category }) => category === 'correspondence')?.records, certificate.stays]).toEqual([
    1,
    [],
  ])
  expect((await at.desk.lookAt(subject)).map(({ record }) => record.id)).toEqual(
    before.map(({ record }) => record.id).filter((id) => id !== ticket),
  )
})

test('row G03: with the last record the person goes, and the certificate says so', async () => {
  people += 1
  const address = `alene${people}@hjem.example`
  await at.write(address)
  const certificate = await erase(await at.subjectOf(address))
  expect(certificate.gone).toContainEqual(
    expect.objectContaining({
      category: 'subject.address',
      kind: 'person',
      tables: [{ table: 'subject_address', rows: 1, sealed: true }],
    }),
  )
  expect(certificate.stays).toEqual([])
  await expect(at.subjectOf(address)).rejects.toThrow('Nobody')
})

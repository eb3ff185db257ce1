import formBody from '@fastify/formbody'
import fastify, { type FastifyInstance } from 'fastify'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openErasureInstallation } from '../../../test/erasure/installation.ts'
import { createAddressPace } from '../../platform/http/address-pace.ts'
import { createPages } from '../pages/index.ts'
import { spellCertificate } from './certificate.ts'
import { certificateKey } from './certificate-key.ts'
import { erasureCommands } from './commands.ts'
import { isInLedger, lookInLedger } from './ledger-look.ts'
import { registerErasureRoutes } from './routes.ts'
import { readKeys, verifyCertificate } from './verify.ts'

let at: Awaited<ReturnType<typeof openErasureInstallation>>
let server: FastifyInstance
beforeAll(async () => {
  at = await openErasureInstallation()
  server = fastify()
  await server.register(formBody)
  registerErasureRoutes(server, {
    erasures: at.erasures,
    pages: createPages({ footer: [] }),
    pace: createAddressPace({ burst: 100, perSecond: 1 }, at.clock),
    isInLedger: (certificate) => isInLedger(at.records.ledger, at.database, certificate),
  })
})
afterAll(async () => {
  await server.close()
  await at.close()
})

async function erased() {
  await at.write('kanari@hjem.example')
  const subject = await at.subjectOf('kanari@hjem.example')
  return at.erasures.erase(subject, { language: 'nb', at: at.clock.now() })
}

const paste = (certificate: string) =>
  server.inject({
    method: 'POST',
    url: '/erasure-certificate?lang=en',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams({ certificate }).toString(),
  })

test('row G03: the key that certificates are verified by is published', async () => {
  const { body } = await server.inject({ url: '/.well-known/erasure-certificate-key.json' })
  expect(verifyCertificate(spellCertificate(await erased()), readKeys(body)).findings).toContain(
    'certificate.key-right',
  )
})

test('row G03: on the page anybody sees whether a certificate is from here, and what it says', async () => {
  expect((await server.inject({ url: '/erasure-certificate?lang=sv' })).body).toContain('Är det här intyget äkta?')
  const file = spellCertificate(await erased())
  // Browsers send a text's line ends as two characters, and people lose the last one.
  for (const pasted of [file, file.trim(), `\r\n ${file.trim()}\r\n`]) {
    const { statusCode, body } = await paste(pasted)
    expect(statusCode).toBe(200)
    expect(body).toContain('The certificate is genuine')
    expect(body).toContain('Letters (1): deleted')
    expect(body).toContain('The ledger has its entries.')
  }
})

test('row G03: what is changed or forged is told so, and nothing of what it says is shown', async () => {
  const certificate = await erased()
  const { key: _key, signature: _signature, ...said } = certificate
  const forged = certificateKey({ secret: () => Buffer.alloc(32, 9) }).sign({ ...said, stays: [] })
  const files = [
    spellCertificate(certificate).replace('"records":1', '"records":0'),
    spellCertificate(forged),
    JSON.stringify(certificate, null, 1),
    '<script>alert(1)</script>',
  ]
  for (const file of files) {
    const { body } = await paste(file)
    expect(body).toContain('Don’t trust this certificate')
    expect(body).not.toContain('Letters')
    expect(body).not.toContain('<script>')
  }
  for (const payload of ['', 'certificate=', 'certificate=a&certificate=b', 'other=1']) {
    const headers = { 'content-type': 'application/x-www-form-urlencoded' }
    const answer = await server.inject({ method: 'POST', url: '/erasure-certificate', headers, payload })
    expect(answer.statusCode).toBe(422)
  }
})

/** What the program asks of the installation. */
const context = () => ({
  erasures: at.erasures,
  subjectOf: (address: string) => at.subjectOf(address).catch(() => null),
  isRecord: async (record: string) => (await at.records.existing([record])).length > 0,
  lookInLedger: (certificate: Parameters<typeof lookInLedger>[2]) =>
    lookInLedger(at.records.ledger, at.database, certificate),
  now: at.clock.now,
})

test('row G03: the program erases by address or record and gives the certificate as a file', async () => {
  await at.write('ola@hjem.example')
  const answer = await erasureCommands.erase.run(context(), { address: 'ola@hjem.example', language: 'sv' })
  if (!('file' in answer)) throw new Error('No file.')
  const parts: Uint8Array[] = []
  for await (const part of answer.file) parts.push(part)
  const certificate = Buffer.concat(parts).toString('utf8')
  expect(verifyCertificate(certificate, [at.erasures.publicKey]).findings).not.toContain('certificate.signature-wrong')
  const looked = await erasureCommands['certificate.ledger'].run(context(), { certificate })
  expect(looked).toEqual({ facts: { findings: ['certificate.key-right', 'certificate.ledger-right'], since: [] } })
  for (const [asked, code] of [
    [{ address: 'ola@hjem.example' }, 'erasure.nobody'],
    [{ record: 'nothing' }, 'record.unknown'],
    [{}, 'command.arguments-invalid'],
    [{ address: 'a@hjem.example', record: 'x' }, 'command.arguments-invalid'],
    [{ address: 'a@hjem.example', language: 'da' }, 'command.arguments-invalid'],
  ] as const)
    await expect(erasureCommands.erase.run(context(), asked)).rejects.toMatchObject({ code })
  await expect(erasureCommands['certificate.ledger'].run(context(), { certificate: '{}' })).rejects.toMatchObject({
    code: 'certificate.unreadable',
  })
})

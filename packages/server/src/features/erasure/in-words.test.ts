import { languages } from '@samtale/policy'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openErasureInstallation } from '../../../test/erasure/installation.ts'
import type { Certificate } from './certificate.ts'
import { certificateMarkup } from './certificate-pages.ts'
import { certificateAsText } from './in-words.ts'

let at: Awaited<ReturnType<typeof openErasureInstallation>>
let certificate: Certificate
beforeAll(async () => {
  at = await openErasureInstallation()
  const address = 'kanari@hjem.example'
  await at.write(address)
  await at.write(address)
  await at.agree(address)
  const subject = await at.subjectOf(address)
  const [held = ''] = (await at.desk.lookAt(subject)).map(({ record }) => record.id)
  const reviewBy = new Date('2026-12-24T00:00:00Z')
  await at.desk.hold({ records: [held], categories: ['correspondence'], ground: '17-3-e', owner: 'legal', reviewBy })
  certificate = await at.erasures.erase(subject, { language: 'en', at: at.clock.now() })
})
afterAll(() => at.close())

test('rows G03, G04: the letter says what went and what stays, why, until when, and how to check it', () => {
  expect(certificateAsText(certificate, 'en')).toBe(`Certificate of erasure
From Åsen skole, https://skole.example/
Asked for on 1 June 2026, done on 1 June 2026.

WHAT IS GONE
- Letters (1): deleted
  Rows: ticket_contact 1, ticket_message 1.
- Mail on its way (2): deleted
  Rows: mail 3.

WHAT STAYS, AND WHY
- Records of your answers (1)
  Required by GDPR art. 7(1).
  Exception: a legal duty (GDPR art. 17(3)(b)).
  Until 1 June 2027; then it is deleted by itself, by 2 June 2027 at the latest.
- Letters (1)
  Exception: legal claims (GDPR art. 17(3)(e)).
  It is looked at again by 24 December 2026, and goes by itself when the reason is over.
  It is kept and not used.
- How you are found again (1)
  Required by GDPR art. 12(3) and 5(2).
  Exception: a legal duty (GDPR art. 17(3)(b)).
  When it goes is not known yet. It goes by itself when nothing asks for it any more.

COPIES
Backups may still hold copies, sealed. Their keys are destroyed; from 30 June 2026 on nobody can open them, wherever they lie.

HOW TO CHECK THIS
The file is signed. Paste it at https://skole.example/erasure-certificate, or use the command “samtale certificate verify” with the key from https://skole.example/.well-known/erasure-certificate-key.json.
Entries in the ledger, which nobody can change: ${certificate.ledger.entries.join(', ')}.`)
})

test('in every language everything is said, and what the operator is called is text and no markup', () => {
  const named = { ...certificate, installation: { ...certificate.installation, controller: '<b>Åsen</b>' } }
  for (const language of languages) {
    const text = certificateAsText(named, language)
    expect(text).not.toMatch(/\{\w+\}|undefined|null/)
    expect(text).toContain('<b>Åsen</b>')
    const html = certificateMarkup(named, language).toString()
    expect(html).not.toContain('<b>')
    expect(html).not.toMatch(/\{\w+\}|undefined|null/)
  }
  expect(certificateAsText(certificate, 'nb')).toContain('rettskrav (GDPR art. 17 nr. 3 bokstav e)')
  expect(certificateAsText(certificate, 'sv')).toContain('Till 1 juni 2027; sedan raderas det av sig självt')
})

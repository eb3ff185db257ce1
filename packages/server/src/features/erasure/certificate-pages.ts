import type { Language, Text } from '@samtale/policy'
import { form, markup, type Field, type Markup, type Page } from '../pages/index.ts'
import type { Certificate } from './certificate.ts'
import { certificateInWords } from './in-words.ts'
import { pageWords as say } from './page-words.ts'
import { certificateFindings, isRight, type CertificateFinding, type VerifiedCertificate } from './verify.ts'

/** Where anybody can look whether a certificate is genuine. */
export const checkPath = '/erasure-certificate'

const field: Field = { name: 'certificate', label: say.field, hint: say.hint, kind: 'long' }

const stylesheet = markup`<link rel="stylesheet" href="/erasure.css">`

/** A form that takes a certificate. */
export function askPage(language: Language, wrong: Text | null = null): Page {
  const asked = form({
    action: checkPath,
    language,
    fields: [field],
    submit: say.submit,
    ...(wrong === null ? {} : { wrong: { certificate: wrong } }),
  })
  const body = markup`${stylesheet}<div class="page certificate"><h1>${say.title[language]}</h1><p class="lead">${say.lead[language]}</p>
${asked}</div>`
  return { title: say.title[language], body, ...(wrong === null ? {} : { status: 422 }) }
}

/** What was found, and what the certificate says where it can be trusted. */
export function foundPage(language: Language, { certificate, findings }: VerifiedCertificate): Page {
  const right = isRight(findings)
  const verdict = right ? say.right : say.wrong
  const body = markup`${stylesheet}<div class="page certificate"><h1>${verdict[language]}</h1>
<ul class="findings">${findings.map((code) => findingItem(code, language))}</ul>
${right && certificate !== null && certificateMarkup(certificate, language)}
<p><a href="${checkPath}?lang=${language}">${say.another[language]}</a></p></div>`
  return { title: verdict[language], body }
}

function findingItem(code: CertificateFinding, language: Language): Markup {
  const { level } = certificateFindings[code]
  return markup`<li class="${level}">${say.findings[code][language]}</li>`
}

/** A certificate as a part of a page, to read and to print. */
export function certificateMarkup(certificate: Certificate, language: Language): Markup {
  const { title, lead, parts } = certificateInWords(certificate, language)
  const sections = parts.map(
    ({ title: heading, said, points }) => markup`<section><h3>${heading}</h3>
${said.map((one) => markup`<p>${one}</p>`)}
${points.length > 0 && markup`<ul>${points.map(({ what, why }) => markup`<li><strong>${what}</strong>${why.map((one) => markup`<br>${one}`)}</li>`)}</ul>`}</section>`,
  )
  return markup`<article class="erased"><h2>${title}</h2>${lead.map((one) => markup`<p>${one}</p>`)}${sections}</article>`
}

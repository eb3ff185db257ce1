import type { Language } from '@samtale/policy'
import { reveal } from '../../../platform/personal.ts'
import { form, markup, type Field, type Markup, type Page, type Sent } from '../../pages/index.ts'
import { press, stylesheetLink } from '../markup.ts'
import { keptMarkup, settingsPage } from './frame.ts'
import type { Deleted, Kept, OwnOrganisation } from './own-data.ts'
import { privacyWords as words } from './privacy-words.ts'
import { settingsWords } from './settings-words.ts'

interface DataState {
  readonly language: Language
  readonly timeZone: string
  readonly kept: readonly Kept[]
}

/** Everything that is one's own, as a file. */
export function exportPage({ language, kept }: DataState): Page {
  const body = markup`<p>${words.exportCare[language]}</p>
${press('/account/export', { language, label: words.exportNow[language], plain: false })}
<section aria-labelledby="holds"><h2 id="holds">${words.exportHolds[language]}</h2>${titles(kept, language)}</section>`
  return settingsPage({ language, section: 'export', lead: words.exportLead }, body)
}

function titles(kept: readonly Kept[], language: Language): Markup {
  return markup`<ul>${kept.map(({ title }) => markup`<li>${title[language]}</li>`)}</ul>`
}

const sure: Field = {
  name: 'sure',
  label: settingsWords.delete,
  kind: 'check',
  choices: [{ value: 'yes', label: words.sure }],
}

const mail: Field = {
  name: 'mail',
  label: words.certificate,
  kind: 'check',
  optional: true,
  choices: [{ value: 'yes', label: words.mailCertificate, hint: words.mailCertificateHint }],
}

interface DeleteState extends DataState {
  readonly stays: readonly Kept[]
  readonly hasRooms: boolean
  /** That nobody else owns. */
  readonly organisations: readonly OwnOrganisation[]
  /** Whether there is an address to send the certificate to. */
  readonly canMail: boolean
  readonly unsure?: boolean
  readonly sent?: Sent
}

/** The end of an account: what goes, what stays and why, and a box to tick. */
export function deletePage(state: DeleteState): Page {
  const { language, timeZone, kept, stays, hasRooms, organisations, canMail, unsure = false, sent = {} } = state
  const gone = kept.filter(({ category }) => !stays.some((one) => one.category === category))
  const last =
    stays.length === 0
      ? markup`<p>${words.nothingStays[language]}</p>`
      : keptMarkup(stays, { language, timeZone, heading: null })
  const given = form({
    action: '/account/delete',
    language,
    fields: canMail ? [mail, sure] : [sure],
    sent,
    submit: words.deleteNow,
    ...(unsure ? { wrong: { sure: words.sureWrong } } : {}),
  })
  const body = markup`<section aria-labelledby="goes"><h2 id="goes">${words.goes[language]}</h2>
${titles(gone, language)}<ul>${hasRooms && markup`<li>${words.goesRooms[language]}</li>`}<li>${words.goesSessions[language]}</li></ul></section>
${organisations.length > 0 && ownedMarkup(organisations, language)}
<section aria-labelledby="stays"><h2 id="stays">${words.stays[language]}</h2>${last}</section>
<section class="danger">${given}
<p><a href="/account/export?lang=${language}">${words.exportFirst[language]}</a></p></section>`
  return settingsPage({ language, section: 'delete', lead: words.deleteLead, wrong: unsure }, body)
}

/** Organisations that nobody else owns: what becomes of each, and what can be done before. */
function ownedMarkup(organisations: readonly OwnOrganisation[], language: Language): Markup {
  const items = organisations.map(({ organisation, name, becomes }) => {
    const at = `/organisations/${organisation}`
    return markup`<li><strong>${reveal(name)}</strong>: ${words[becomes][language]}
<a href="${at}?lang=${language}">${words.handOver[language]}<span class="unseen">: ${reveal(name)}</span></a> ·
<a href="${at}/delete?lang=${language}">${words.deleteOrganisation[language]}<span class="unseen">: ${reveal(name)}</span></a></li>`
  })
  return markup`<section aria-labelledby="owned"><h2 id="owned">${words.owned[language]}</h2>
<p>${words.ownedLead[language]}</p><ul>${items}</ul></section>`
}

/** What a deletion came to, with its certificate: nobody is signed in any more. */
export function deletedPage(
  { inWords, certificate }: Deleted,
  { language, isMailed }: { readonly language: Language; readonly isMailed: boolean },
): Page {
  const title = words.deletedTitle[language]
  const file = `data:application/json;base64,${Buffer.from(certificate).toString('base64')}`
  const body = markup`${stylesheetLink}<div class="page account"><h1>${title}</h1>
<p class="lead" role="status">${(isMailed ? words.deletedAndMailed : words.deletedText)[language]}</p>
<p><a class="button" href="${file}" download="samtale-erasure-certificate.json">${words.saveCertificate[language]}</a></p>
<pre class="certificate-text">${inWords}</pre>
<p><a href="/erasure-certificate?lang=${language}">${words.checkCertificate[language]}</a></p></div>`
  return { title, body }
}

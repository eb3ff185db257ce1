import { renderHtml, renderPolicyPage, type Controller, type Language, type Policy } from '@samtale/policy'
import { alreadySafe, markup, type Page } from '../../pages/index.ts'
import { documentPaths } from '../text-pages.ts'
import type { ArchivedVersion } from './archive.ts'
import { standingInWords, standingNotice } from './standing.ts'
import { archiveWords as words } from './words.ts'

/** The policy page as a version has it, marked as what it is. */
export function versionPage(version: ArchivedVersion, language: Language, publicUrl: URL): Page {
  const { version: number, hash, from, madeAt, standing } = version
  const publication = {
    number,
    hash,
    effectiveAt: from ?? madeAt,
    isUpcoming: standing !== 'in-force' && standing !== 'former',
  }
  const policy = readable(version, language)
  const document = renderPolicyPage(policy, language, publication)
  const sentence = `${words.version[language]} ${number}. ${standingInWords(version, language)}`
  const link = new URL(`/privacy/versions/${number}`, publicUrl).href
  const changes =
    version.follows === null
      ? null
      : markup`<li><a href="/privacy/versions/${number}/changes?lang=${language}">${words.changes[language]}</a></li>`
  const texts = Object.values(policy.documents ?? {}).map(
    ({ kind, title }) =>
      markup`<li><a href="/privacy/versions/${number}/documents/${kind}?lang=${language}">${title[document.language]}</a></li>`,
  )
  const body = markup`${standingNotice(version, language)}
${alreadySafe(renderHtml({ ...document, version: sentence }))}
<nav class="also" aria-label="${words.title[language]}"><ul>${changes}
<li><a href="/privacy/versions?lang=${language}">${words.earlier[language]}</a></li>${texts}</ul>
<p>${words.link[language]}: <a href="/privacy/versions/${number}">${link}</a></p></nav>`
  return { title: `${document.title} – ${words.version[language].toLowerCase()} ${number}`, body }
}

/** Whether a path of a document is that of one of the language's kinds. */
export function isDocumentKind(kind: string): kind is keyof typeof documentPaths {
  return Object.hasOwn(documentPaths, kind)
}

/** A version whose controller can't be read any more says so, rather than that nobody was named. */
function readable({ policy, unreadable }: ArchivedVersion, language: Language): Policy {
  if (!unreadable) return policy
  const lost: Controller = { name: words.unreadable[language], address: '', country: '', email: '', privacyContact: '' }
  return { ...policy, controller: lost }
}

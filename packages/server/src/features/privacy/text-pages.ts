import { renderTextDocument, type Language, type Policy } from '@samtale/policy'
import { alreadySafe, markup, type Page } from '../pages/index.ts'
import type { ArchivedVersion } from './archive/archive.ts'
import { standingInWords, standingNotice } from './archive/standing.ts'
import { archiveWords as words } from './archive/words.ts'

type Documents = NonNullable<Policy['documents']>
type DocumentKind = Documents[string]['kind']

/** Where the documents of each kind stand. */
export const documentPaths = {
  terms: '/terms',
  'acceptable-use': '/acceptable-use',
  'service-level': '/service-level',
  'processing-agreement': '/processing-agreement',
} as const satisfies Record<DocumentKind, string>

/** The documents of a kind on one page, as a version has them; null where it has none. */
export function textPage(version: ArchivedVersion, kind: DocumentKind, asked: Language): Page | null {
  const { policy, version: number } = version
  const all = Object.values(policy.documents ?? {}).filter((document) => document.kind === kind)
  const [first] = all
  if (first === undefined) return null
  const language = spoken(policy, asked)
  const sentence = `${words.version[language]} ${number}. ${standingInWords(version, language)}`
  const texts = all.map(({ title, text }) =>
    alreadySafe(renderTextDocument({ language, title: title[language], version: sentence }, text[language])),
  )
  const body = markup`${standingNotice(version, asked, documentPaths[kind])}${texts}
<nav class="also" aria-label="${words.title[asked]}"><ul>
<li><a href="/privacy/versions?lang=${asked}">${words.earlier[asked]}</a></li>
</ul></nav>`
  return { title: first.title[language], body }
}

/** The language of a text: the one that was asked for, or the first that the policy is written in. */
function spoken({ edition }: Policy, asked: Language): Language {
  const written = edition?.languages ?? [asked]
  return written.includes(asked) ? asked : (written[0] ?? asked)
}

import type { Language, Policy } from '@samtale/policy'
import { changeClasses, wordDiff, type Change, type ChangeClass } from '@samtale/policy/diff'
import { markup, type Markup, type Page } from '../../pages/index.ts'
import type { Archive, ArchivedVersion } from './archive.ts'
import { standingInWords } from './standing.ts'
import { archiveWords as words, classWords, fill } from './words.ts'

/** What a version changed, the gravest first, and its documents word by word. */
export function changesPage(
  archive: Archive,
  version: ArchivedVersion,
  before: ArchivedVersion,
  language: Language,
): Page {
  const { changes } = archive.diffOf(version, before)
  const title = fill(words.changesOf[language], { n: version.version })
  const groups = changeClasses.toReversed().flatMap((weight) => group(weight, changes, language))
  const texts = documentsOf(before.policy, version.policy, language)
  const compared = fill(words.comparedWith[language], { n: before.version })
  const none = changes.length === 0 ? markup`<p>${words.nothing[language]}</p>` : null
  const body = markup`<article class="policy changes">
<header><h1 id="title">${title}</h1><p class="version">${standingInWords(version, language)} ${compared}</p></header>
${groups}${none}${texts}
${version.standing === 'upcoming' ? disagree(language) : null}
<p class="links"><a href="/privacy/versions/${version.version}?lang=${language}">${words.read[language]}</a> <a href="/privacy/versions?lang=${language}">${words.earlier[language]}</a></p>
</article>`
  return { title, body }
}

/** Where to go with it for those who don't agree (the law's rights don't wait for a date). */
function disagree(language: Language): Markup {
  return markup`<section><p>${words.disagree[language]} <a href="/rights?lang=${language}">${words.yourRights[language]}</a></p></section>`
}

function group(weight: ChangeClass, changes: readonly Change[], language: Language): Markup[] {
  const of = changes.filter((change) => change.class === weight)
  if (of.length === 0) return []
  return [
    markup`<section><h2>${classWords[weight][language]}</h2><ul>${of.map((change) => line(change, language))}</ul></section>`,
  ]
}

function line({ says, before, after, kind }: Change, language: Language): Markup {
  const [was, is] = [before?.[language] ?? '', after?.[language] ?? '']
  // What came or went stands in the sentence already.
  if (kind === 'added' || kind === 'removed' || was === is) return markup`<li>${says[language]}</li>`
  return markup`<li>${says[language]}<p class="difference">${difference(was, is, language)}</p></li>`
}

function documentsOf(before: Policy, after: Policy, language: Language): Markup[] {
  const [old, now] = [before.documents ?? {}, after.documents ?? {}]
  const keys = [...new Set([...Object.keys(old), ...Object.keys(now)])]
  return keys.flatMap((key) => {
    const [was, is] = [readable(old[key]?.text[language]), readable(now[key]?.text[language])]
    const title = (now[key] ?? old[key])?.title[language] ?? key
    if (was === is) return []
    return [
      markup`<section><h2>${title}</h2><div class="difference whole">${difference(was, is, language)}</div></section>`,
    ]
  })
}

/** A document's text without the marks of its headings and lists. */
function readable(text = ''): string {
  return text.replace(/^#{1,6} +/gm, '').replace(/^- /gm, '• ')
}

/**
 * Two texts as one, with what went struck out and what came underlined. Screen readers pass over `del` and `ins`, so each
 * is named in words that are not seen.
 */
function difference(before: string, after: string, language: Language): Markup[] {
  return wordDiff(before, after).map(({ kind, text }) => {
    if (kind === 'same') return markup`${text}`
    const named = markup`<span class="unseen">[${words[kind][language]}: </span>${text}<span class="unseen">]</span>`
    return kind === 'added' ? markup`<ins>${named}</ins>` : markup`<del>${named}</del>`
  })
}

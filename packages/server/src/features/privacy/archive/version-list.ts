import type { Language } from '@samtale/policy'
import { changeClasses } from '@samtale/policy/diff'
import { markup, type Markup, type Page } from '../../pages/index.ts'
import type { Archive, ArchivedVersion, Standing } from './archive.ts'
import { standingInWords } from './standing.ts'
import { archiveWords as words, classWords, fill } from './words.ts'

const marks: Record<Standing, keyof typeof words> = {
  'in-force': 'inForce',
  upcoming: 'upcoming',
  former: 'former',
  withdrawn: 'withdrawn',
}

/** All versions, the newest first, each with what it changed in a sentence. */
export async function versionList(archive: Archive, language: Language): Promise<Page> {
  const all = await archive.versions()
  const items = all.toReversed().map((version) => {
    const before = all.find((one) => one.version === version.follows) ?? null
    return item(version, summaryOf(archive, version, before, language), language)
  })
  const body = markup`<article class="policy">
<header><h1 id="title">${words.title[language]}</h1><p class="version">${words.intro[language]}</p></header>
<ol class="versions" reversed>${items}</ol>
</article>`
  return { title: words.title[language], body }
}

function item(version: ArchivedVersion, summary: string, language: Language): Markup {
  const { version: number, standing } = version
  const to = `/privacy/versions/${number}`
  const changes =
    version.follows === null
      ? null
      : markup`<a href="${to}/changes?lang=${language}" aria-label="${fill(words.changesOf[language], { n: number })}">${words.changes[language]}</a>`
  return markup`<li value="${number}" id="version-${number}">
<h2>${words.version[language]} ${number} <span class="mark mark-${standing}">${words[marks[standing]][language]}</span></h2>
<p>${standingInWords(version, language)} ${version.follows === null ? null : `${classWords[version.class][language]}.`}</p>
<p>${summary}</p>
<p class="links"><a href="${to}?lang=${language}" aria-label="${words.read[language]}: ${words.version[language]} ${number}">${words.read[language]}</a> ${changes}</p>
</li>`
}

/** The gravest change as a sentence, and how many more there are. */
function summaryOf(
  archive: Archive,
  version: ArchivedVersion,
  before: ArchivedVersion | null,
  language: Language,
): string {
  if (before === null) return words.firstSummary[language]
  const { changes } = archive.diffOf(version, before)
  const [first, ...others] = changes.toSorted(
    (one, other) => changeClasses.indexOf(other.class) - changeClasses.indexOf(one.class),
  )
  if (first === undefined) return words.nothing[language]
  if (others.length === 0) return first.says[language]
  return `${first.says[language].replace(/\.$/, '')}, ${fill(words.more[language], { n: others.length })}.`
}

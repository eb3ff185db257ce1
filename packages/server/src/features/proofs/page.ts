import { localeOf, type Language, type Text } from '@samtale/policy'
import { markup, type Markup, type Page } from '../pages/index.ts'
import { excerptOf } from './excerpt.ts'
import { readableTitle, type ProofReport, type ProvingTest } from './report.ts'
import { proofWords as say, ranTimes } from './words.ts'

/** A claim of the policy in force. */
export interface MadeClaim {
  readonly kind: string
  readonly says: Text
}

/** What the policy claims, and for each claim the tests that proved it, with their code. */
export function proofPage(
  root: string,
  { report, claims }: { report: ProofReport | null; claims: readonly MadeClaim[] },
  language: Language,
): Page {
  const back = markup`<p><a href="/privacy?lang=${language}">${say.back[language]}</a></p>`
  const title = say.title[language]
  if (report === null) return { title, body: markup`<h1>${title}</h1><p>${say.none[language]}</p>${back}` }
  const date = new Intl.DateTimeFormat(localeOf(language), { dateStyle: 'long' })
  const tests = new Map<string, readonly ProvingTest[]>(Object.entries(report.claims))
  const kinds = [...new Set(claims.map(({ kind }) => kind))]
  const parts = kinds.flatMap((kind) => {
    const says = claims.filter((claim) => claim.kind === kind).map((claim) => claim.says[language])
    const proving = tests.get(kind)
    return proving === undefined ? [] : [claimPart(root, { kind, says }, proving, language)]
  })
  const body = markup`<h1>${title}</h1>
<p class="lead">${say.lead[language]}</p>
<p>${say.run[language]} ${date.format(new Date(report.provedAt))}.</p>
<dl><dt>${say.sources[language]}</dt><dd><code>${report.sources}</code></dd></dl>
${parts}
${back}`
  return { title, body }
}

function claimPart(
  root: string,
  { kind, says }: { kind: string; says: readonly string[] },
  proving: readonly ProvingTest[],
  language: Language,
): Markup {
  const tests = proving.map((test) => {
    const code = excerptOf(root, test)
    return markup`<li><p><span lang="en">${readableTitle(test)}</span> <small>(${ranTimes[language](test.runs)}, <code>${test.file}</code>)</small></p>
${code !== null && markup`<details class="proof"><summary>${say.code[language]}</summary><pre tabindex="0" lang="en"><code>${code}</code></pre></details>`}</li>`
  })
  return markup`<section id="${kind}" class="proved"><h2>${says.join(' ')}</h2><ul>${tests}</ul></section>`
}

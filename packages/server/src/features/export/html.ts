import { idsOf, renderHtml } from '@samtale/policy'
import { aboutDocument } from './about.ts'
import type { Content } from './content.ts'
import { fateInWords, kindInWords, columnInWords, tableInWords, timeInWords, valueInWords } from './in-words.ts'
import type { OpenedRow } from './read.ts'
import { markup, alreadySafe, type Markup } from '../pages/index.ts'
import { stylesheet } from './style.ts'
import { Unreadable } from './unreadable.ts'
import { exportWords, fill } from './words.ts'

/**
 * `index.html`: the same for people, in their language. It needs no script, loads nothing, and every value in it is text.
 */
export async function* htmlOf(content: Content): AsyncGenerator<string> {
  const { what, tables } = content
  const facts = tables.filter(isOfFacts)
  const data = tables.filter((table) => !facts.includes(table))
  yield head(content, data, facts).toString()
  const unreadable = new Unreadable()
  for (const table of data) yield* tableHtml(content, table, unreadable)
  yield shortfall(content, unreadable)
  if (what === 'everything') {
    yield* fatesHtml(content)
    for (const table of facts) yield* tableHtml(content, table, unreadable)
    yield disclosuresHtml(content)
    yield aboutHtml(content)
  }
  yield '</main>\n</body>\n</html>\n'
}

function isOfFacts({ columns, kind }: Content['tables'][number]): boolean {
  return kind === null && Object.values(columns).every((binding) => 'nothingPersonal' in binding)
}

function head(content: Content, data: Content['tables'], facts: Content['tables']): Markup {
  const { language, what, at, tables } = content
  const title = exportWords.title[what][language]
  const toTable = (table: Content['tables'][number]) =>
    markup`<li><a href="#t-${table.name}">${tableInWords(content, table)}</a> <small>${table.name}</small></li>`
  const toPart = (id: 'fates' | 'about') => markup`<li><a href="#${id}">${exportWords[id][language]}</a></li>`
  const rest = what === 'everything' ? [toPart('fates'), ...facts.map(toTable), toPart('about')] : []
  const nothing = what === 'everything' ? exportWords.nothing : exportWords.nothingPortable
  return markup`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${title}</title>
<style>${alreadySafe(stylesheet)}</style>
</head>
<body>
<main>
<header>
<h1>${title}</h1>
<p>${exportWords.intro[what][language]}</p>
<p>${fill(exportWords.made, language, { when: timeInWords(content, at) })}</p>
<p>${exportWords.files[language]}</p>
</header>
<nav aria-labelledby="contents"><h2 id="contents">${exportWords.contents[language]}</h2><ul>${[...data.map(toTable), ...rest]}</ul></nav>
${tables.length === 0 ? markup`<p>${nothing[language]}</p>` : null}
`
}

async function* tableHtml(
  content: Content,
  table: Content['tables'][number],
  unreadable: Unreadable,
): AsyncGenerator<string> {
  const heading = markup`<h2>${tableInWords(content, table)} <small>${table.name}</small></h2>`
  yield `<section id="t-${table.name}">\n${heading.toString()}\n`
  for await (const rows of content.rows(table, unreadable))
    yield rows.map((row) => rowHtml(content, table, row).toString()).join('')
  yield '</section>\n'
}

function rowHtml(content: Content, table: Content['tables'][number], row: OpenedRow): Markup {
  const cells = Object.entries(row).flatMap(([column, value]) => {
    const term = columnInWords(content, table, column)
    if (term === null || value === null) return []
    const text = valueInWords(content, column, value, table.live.types.get(column) ?? 'text')
    return [markup`<div><dt>${term}</dt><dd>${text}</dd></div>`]
  })
  return markup`<dl>${cells}</dl>
`
}

async function* fatesHtml(content: Content): AsyncGenerator<string> {
  yield markup`<section id="fates"><h2>${exportWords.fates[content.language]}</h2>
`.toString()
  for await (const page of content.fates()) {
    for (const { kind, madeAt, categories } of page) {
      const fates = categories.map(
        (fate) =>
          markup`<div><dt>${content.policy.categories[fate.category]?.title[content.language] ?? fate.category}</dt><dd>${fateInWords(content, fate).join(' ')}</dd></div>`,
      )
      const since = `${exportWords.since[content.language]} ${timeInWords(content, madeAt)}`
      yield markup`<h3>${kindInWords(content, kind)} <small>${since}</small></h3><dl>${fates}</dl>
`.toString()
    }
  }
  yield '</section>\n'
}

function disclosuresHtml({ disclosures, language, ...content }: Content): string {
  if (disclosures.length === 0) return ''
  const all = disclosures.map(({ to, law, at, categories }) => {
    const titles = categories.map((key) => content.policy.categories[key]?.title[language] ?? key)
    return markup`<dl><div><dt>${timeInWords({ ...content, language }, at)}</dt><dd>${to} (${law}): ${titles.join(', ')}</dd></div></dl>
`
  })
  return markup`<section><h2>${exportWords.disclosures[language]}</h2>${all}</section>
`.toString()
}

/** What the law wants told, as the policy page says it: all of it open, since paper can't be unfolded. */
function aboutHtml({ about, language, publication, publicUrl }: Content): string {
  const document = aboutDocument(about, language, publication)
  const ids = idsOf(document)
  const inner = renderHtml({ ...document, title: exportWords.about[language], version: '' })
    .replaceAll('<details class="entry"', '<details open class="entry"')
    // Other parts of the policy are not here, and a path alone leads nowhere from a file.
    .replace(/<a href="#([^"]*)">(.*?)<\/a>/g, (whole, id: string, text: string) =>
      ids.has(decodeURIComponent(id)) ? whole : text,
    )
    .replaceAll('<a href="/', `<a href="${publicUrl.origin}/`)
    .replace(/<(\/?)h1\b/g, '<$1h2')
  const decides = Object.values(about.purposes).some(({ automatedDecision }) => automatedDecision !== undefined)
  const alone = decides ? null : markup`<p>${exportWords.noAutomatedDecisions[language]}</p>`
  return markup`<section id="about">${alreadySafe(inner)}${alone}</section>
`.toString()
}

function shortfall({ language }: Content, unreadable: Unreadable): string {
  const count = unreadable.list().reduce((sum, one) => sum + one.count, 0)
  if (count === 0) return ''
  return markup`<p>${fill(exportWords.unreadable, language, { count: String(count) })}</p>
`.toString()
}

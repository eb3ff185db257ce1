import type { Block, Fact, Line, Link, PolicyDocument, Section } from './document.ts'

/**
 * The document as one `<article>` of HTML: no script, no style, every text escaped. Table cells carry their column's
 * name in `data-label`, so that a narrow screen can show each row as a card. What is short comes before the contents.
 */
export function renderHtml(document: PolicyDocument): string {
  const short = document.sections.filter(({ id }) => id === 'inShort')
  const long = document.sections.filter(({ id }) => id !== 'inShort')
  const contents = long.map(
    ({ id, heading }) => `<li><a href="#${escapeHtml(encodeURIComponent(id))}">${escapeHtml(heading)}</a></li>`,
  )
  const version = document.version === '' ? '' : `<p class="version">${escapeHtml(document.version)}</p>`
  return [
    `<article class="policy" lang="${document.language}">`,
    `<header><h1 id="title">${escapeHtml(document.title)}</h1>${version}</header>`,
    ...short.map(sectionHtml),
    // Of one section there is nothing to choose from.
    ...(long.length > 1 ? [`<nav><ol>${contents.join('')}</ol></nav>`] : []),
    ...long.map(sectionHtml),
    '</article>',
  ].join('\n')
}

/** Safe as text and inside a quoted attribute (WHATWG HTML §13.3). */
export function escapeHtml(text: string): string {
  const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? '')
}

function sectionHtml({ id, heading, blocks }: Section): string {
  return `<section${idHtml(id)}>\n<h2>${escapeHtml(heading)}</h2>\n${blocks.map(blockHtml).join('\n')}\n</section>`
}

function blockHtml(block: Block): string {
  const id = idHtml(block.id)
  switch (block.kind) {
    case 'paragraph':
      return `<p${id}>${lineHtml(block.text)}</p>`
    case 'list':
      return `<ul${id}>${block.items.map((item) => `<li${idHtml(item.id)}>${lineHtml(item.text)}</li>`).join('')}</ul>`
    case 'facts':
      return factsHtml(block.facts, id)
    case 'entry':
      return entryHtml(block)
    case 'table':
      return tableHtml(block)
  }
}

function idHtml(id: string | undefined): string {
  return id === undefined ? '' : ` id="${escapeHtml(id)}"`
}

// Layered: what matters first is in sight, the rest one tap away and found by the browser's own search.
function entryHtml({ id, heading, text, facts }: Extract<Block, { kind: 'entry' }>): string {
  const said = lineHtml(text)
  const summary = `<summary><h3>${escapeHtml(heading)}</h3>${said === '' ? '' : `<p>${said}</p>`}</summary>`
  return `<details class="entry"${idHtml(id)}>${summary}${factsHtml(facts, '')}</details>`
}

function factsHtml(facts: readonly Fact[], id: string): string {
  const rows = facts.map(
    (fact) => `<div${idHtml(fact.id)}><dt>${escapeHtml(fact.term)}</dt><dd>${lineHtml(fact.text)}</dd></div>`,
  )
  return `<dl${id}>${rows.join('')}</dl>`
}

function tableHtml({ id, head, rows }: Extract<Block, { kind: 'table' }>): string {
  const top = head.map((cell) => `<th scope="col">${escapeHtml(cell)}</th>`).join('')
  const body = rows.map((row) => {
    const cells = row.cells.map(
      (cell, index) => `<td data-label="${escapeHtml(head[index] ?? '')}">${lineHtml(cell)}</td>`,
    )
    return `<tr${idHtml(row.id)}>${cells.join('')}</tr>`
  })
  return `<table${idHtml(id)}><thead><tr>${top}</tr></thead><tbody>${body.join('')}</tbody></table>`
}

function lineHtml(line: Line): string {
  if (typeof line === 'string') return escapeHtml(line)
  return line.map((part) => (typeof part === 'string' ? escapeHtml(part) : linkHtml(part))).join('')
}

/** Where a link may lead: within the page or the site, to a mail, or to another site; nowhere that runs anything. */
const leadsSomewhere = /^(?:#|\/(?!\/)|mailto:|https?:\/\/)/i

// Whoever is about to leave for another site sees its name first, and that site isn't told where from.
function linkHtml({ text, href }: Link): string {
  if (!leadsSomewhere.test(href)) return escapeHtml(text)
  const host = /^https?:/i.test(href) && URL.canParse(href) ? new URL(href).host : null
  if (host === null) return `<a href="${escapeHtml(href)}">${escapeHtml(text)}</a>`
  const link = `<a href="${escapeHtml(href)}" rel="external noreferrer">${escapeHtml(text)}</a>`
  return text.includes(host) ? link : `${link} <small>(${escapeHtml(host)})</small>`
}

import type { Block, Fact, PolicyDocument, Section } from './document.ts'

/**
 * The document as one `<article>` of HTML: no script, no style, every text escaped. Table cells carry their column's
 * name in `data-label`, so that a narrow screen can show each row as a card.
 */
export function renderHtml(document: PolicyDocument): string {
  const contents = document.sections.map(
    ({ id, heading }) => `<li><a href="#${escapeHtml(id)}">${escapeHtml(heading)}</a></li>`,
  )
  return [
    `<article class="policy" lang="${document.language}">`,
    `<header><h1>${escapeHtml(document.title)}</h1><p class="version">${escapeHtml(document.version)}</p></header>`,
    `<nav><ol>${contents.join('')}</ol></nav>`,
    ...document.sections.map(sectionHtml),
    '</article>',
  ].join('\n')
}

/** Safe as text and inside a quoted attribute (WHATWG HTML §13.3). */
export function escapeHtml(text: string): string {
  const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? '')
}

function sectionHtml({ id, heading, blocks }: Section): string {
  return `<section id="${escapeHtml(id)}">\n<h2>${escapeHtml(heading)}</h2>\n${blocks.map(blockHtml).join('\n')}\n</section>`
}

function blockHtml(block: Block): string {
  switch (block.kind) {
    case 'paragraph':
      return `<p>${escapeHtml(block.text)}</p>`
    case 'list':
      return `<ul>${block.items.map((item) => `<li>${escapeHtml(item)}</li>`).join('')}</ul>`
    case 'facts':
      return factsHtml(block.facts)
    case 'entry':
      return entryHtml(block)
    case 'table':
      return tableHtml(block.head, block.rows)
  }
}

// Layered: what matters first is in sight, the rest one tap away and found by the browser's own search.
function entryHtml({ heading, text, facts }: Extract<Block, { kind: 'entry' }>): string {
  const summary = `<summary><h3>${escapeHtml(heading)}</h3><p>${escapeHtml(text)}</p></summary>`
  return `<details class="entry">${summary}${factsHtml(facts)}</details>`
}

function factsHtml(list: readonly Fact[]): string {
  return `<dl>${list.map(({ term, text, mail }) => `<div><dt>${escapeHtml(term)}</dt><dd>${mail ? mailLink(text) : escapeHtml(text)}</dd></div>`).join('')}</dl>`
}

function mailLink(address: string): string {
  return `<a href="mailto:${escapeHtml(encodeURIComponent(address).replace('%40', '@'))}">${escapeHtml(address)}</a>`
}

function tableHtml(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const top = head.map((cell) => `<th scope="col">${escapeHtml(cell)}</th>`).join('')
  const body = rows.map(
    (row) =>
      `<tr>${row.map((cell, index) => `<td data-label="${escapeHtml(head[index] ?? '')}">${escapeHtml(cell)}</td>`).join('')}</tr>`,
  )
  return `<table><thead><tr>${top}</tr></thead><tbody>${body.join('')}</tbody></table>`
}

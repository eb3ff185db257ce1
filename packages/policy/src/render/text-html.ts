import type { PolicyDocument } from './document.ts'
import { escapeHtml } from './html.ts'

/**
 * A document's text as HTML: headings (`##`), lists (`-`), paragraphs and links (`[words](address)`) of Markdown, and
 * nothing else of it; every other character is text. The title stands above, so headings begin at the second rank.
 */
export function textHtml(text: string): string {
  return blocksOf(text).map(blockHtml).join('\n')
}

/** A document on a page of its own, with its version, as one `<article>`. */
export function renderTextDocument(
  { language, title, version }: Pick<PolicyDocument, 'language' | 'title' | 'version'>,
  text: string,
): string {
  return [
    `<article class="policy" lang="${language}">`,
    `<header><h1 id="title">${escapeHtml(title)}</h1><p class="version">${escapeHtml(version)}</p></header>`,
    textHtml(text),
    '</article>',
  ].join('\n')
}

function blocksOf(text: string): string[] {
  const lines = text.replaceAll('\r\n', '\n').split('\n')
  const blocks: string[][] = []
  let open: string[] | null = null
  for (const line of lines.map((one) => one.trimEnd())) {
    const alone = /^#{1,6} /.test(line)
    const isItem = line.startsWith('- ')
    if (line === '') open = null
    else if (alone) {
      blocks.push([line])
      open = null
    } else if (open === null || (isItem && open[0]?.startsWith('- ') !== true)) {
      open = [line]
      blocks.push(open)
    } else open.push(line)
  }
  return blocks.map((block) => block.join('\n'))
}

function blockHtml(block: string): string {
  const heading = /^(#{1,6}) (.*)$/.exec(block)
  if (heading !== null) {
    const rank = Math.max(2, heading[1]?.length ?? 2)
    return `<h${rank}>${inlineHtml(heading[2] ?? '')}</h${rank}>`
  }
  if (!block.startsWith('- ')) return `<p>${inlineHtml(block.replaceAll('\n', ' '))}</p>`
  const items = block.slice(2).split(/\n- /)
  return `<ul>${items.map((item) => `<li>${inlineHtml(item.replace(/\s*\n\s*/g, ' '))}</li>`).join('')}</ul>`
}

/** Where a document's link may lead: another site by its name, this site, or a mail; nowhere that runs anything. */
const link = /\[([^\][]{1,200})\]\(((?:https:\/\/|mailto:|\/(?!\/))[^\s()<>"']{1,500})\)/g

function inlineHtml(text: string): string {
  let html = ''
  let from = 0
  for (const match of text.matchAll(link)) {
    const [whole, words = '', href = ''] = match
    html += escapeHtml(text.slice(from, match.index))
    const away = href.startsWith('https:') ? ' rel="external noreferrer"' : ''
    html += `<a href="${escapeHtml(href)}"${away}>${escapeHtml(words)}</a>`
    from = match.index + whole.length
  }
  return html + escapeHtml(text.slice(from))
}

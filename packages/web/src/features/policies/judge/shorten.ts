import type { Block, PolicyDocument, Section } from '@samtale/policy'

/** Pieces of a page that are handed on: the longest policy that is known has a tenth. */
export const mostPieces = 5_000

/** The page up to a number of pieces; the same page where it has no more. What is cut is cut at a block, from the end. */
export function shortenPage(page: PolicyDocument, most: number = mostPieces): PolicyDocument {
  let left = most
  const [first, ...rest] = page.sections
  const shorten = (section: Section): Section[] => {
    const [block, ...blocks] = section.blocks.filter((candidate) => (left -= piecesOf(candidate)) >= 0)
    return block === undefined ? [] : [{ ...section, blocks: [block, ...blocks] }]
  }
  const [kept, ...others] = [first, ...rest].flatMap(shorten)
  if (left >= 0) return page
  return { ...page, sections: kept === undefined ? [{ ...first, blocks: [emptied] }] : [kept, ...others] }
}

const emptied: Block = { kind: 'paragraph', text: '…' }

function piecesOf(block: Block): number {
  if (block.kind === 'list') return block.items.length
  if (block.kind === 'table') return block.rows.length
  return block.kind === 'paragraph' ? 1 : block.facts.length + 1
}

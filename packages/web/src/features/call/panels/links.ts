export interface TextPart {
  text: string
  isLink: boolean
}

// A web address up to a space; punctuation at its end belongs to the sentence.
const address = /https?:\/\/[^\s<>"]+[^\s<>"'.,;:!?)\]}»”]/giu

/** Cuts a text at the web addresses in it. Joined again, the parts are the text. */
export function linkParts(text: string): TextPart[] {
  const parts: TextPart[] = []
  let end = 0
  for (const match of text.matchAll(address)) {
    if (!URL.canParse(match[0])) continue
    if (match.index > end) parts.push({ text: text.slice(end, match.index), isLink: false })
    parts.push({ text: match[0], isLink: true })
    end = match.index + match[0].length
  }
  if (end < text.length) parts.push({ text: text.slice(end), isLink: false })
  return parts
}

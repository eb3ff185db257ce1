/** Lines are broken before this; RFC 3676 §4.2 wants them under 78 characters. */
const width = 72
/** The line above a signature (RFC 3676 §4.3): the one that ends with a space and yet ends. */
const signature = '-- '

/**
 * Plain text in short lines as `format=flowed` (RFC 3676): a program that knows it shows each paragraph as wide as its
 * window, any other shows the short lines. What has no spaces, such as a link, is never broken.
 */
export function flow(text: string): string {
  return text.split('\n').flatMap(flowLine).join('\n')
}

function flowLine(line: string): string[] {
  if (line === signature) return [line]
  const lines: string[] = []
  let last = ''
  for (const word of line.trimEnd().split(/(?<= )/)) {
    const full = last.length + word.trimEnd().length > width
    if (full && last !== '' && last !== signature) {
      lines.push(last)
      last = ''
    }
    last += word
  }
  return [...lines, last].map(stuffed)
}

// §4.4: what would be taken for a quotation, for stuffing or for the start of another mail.
function stuffed(line: string): string {
  return /^(?: |>|From )/.test(line) ? ` ${line}` : line
}

/**
 * A table as RFC 4180 has it, with a mark that it is UTF-8. A cell that a spreadsheet would take for a formula begins with
 * an apostrophe (CWE-1236).
 */
export function csvOf(rows: readonly (readonly string[])[]): string {
  return `\uFEFF${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`
}

function cell(text: string): string {
  const plain = /^[\s]*[=+\-@|%\t]/.test(text) ? `'${text}` : text
  return `"${plain.replaceAll('"', '""')}"`
}

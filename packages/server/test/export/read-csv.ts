/** For tests: the cells of RFC 4180 as they were before they were guarded. An empty cell without quotes is an empty text too. */
export function readCsv(text: string): string[][] {
  const lines: string[][] = []
  let line: string[] = []
  const cell = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/y
  for (let at = 0; at < text.length; at = cell.lastIndex) {
    cell.lastIndex = at
    const [, quoted, plain = '', end] = cell.exec(text) ?? []
    if (end === undefined) throw new Error(`No cell at ${at}.`)
    line.push(quoted === undefined ? plain : quoted.replaceAll('""', '"').replace(/^'/, ''))
    if (end === ',') continue
    lines.push(line)
    line = []
  }
  return lines
}

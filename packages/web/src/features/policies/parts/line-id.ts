/** The id of a file's line in the page, and the fragment that leads to it. @param line from 1 */
export function lineId(line: number): string {
  return `line-${line}`
}

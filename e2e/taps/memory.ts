import { closeSync, openSync, readFileSync, readSync } from 'node:fs'
import { createSearch, type Found } from './search.ts'

const chunkBytes = 4 * 1_024 * 1_024

/**
 * What of these stands in the memory that a process may write, in whatever spelling (Linux `/proc/<pid>/mem`). The process
 * stands still meanwhile, so that nothing moves from what is still to be read to what has been.
 * @param sought by name, at least eight bytes each
 */
export function scanMemory(pid: number, sought: ReadonlyMap<string, Uint8Array>): Found[] {
  const search = createSearch(sought)
  const memory = openSync(`/proc/${pid}/mem`, 'r')
  const chunk = Buffer.alloc(chunkBytes)
  const found = new Map<string, Found>()
  process.kill(pid, 'SIGSTOP')
  try {
    for (const { start, end } of writableRegions(pid)) {
      // Chunks overlap, so that what stands across a border is seen.
      for (let at = start; at < end; at += chunkBytes - search.longest) {
        const length = readAt(memory, chunk, at, Math.min(chunkBytes, end - at))
        for (const { name, spelling } of search.in(chunk.subarray(0, length)))
          found.set(`${name} ${spelling}`, { name, spelling })
      }
    }
  } finally {
    process.kill(pid, 'SIGCONT')
    closeSync(memory)
  }
  return [...found.values()]
}

/** What is the program's own file, unchanged, holds nobody's secret. */
function writableRegions(pid: number): { start: number; end: number }[] {
  return readFileSync(`/proc/${pid}/maps`, 'utf8')
    .split('\n')
    .flatMap((line) => {
      const [, start = '', end = '', mode = '', inode = ''] =
        /^([0-9a-f]+)-([0-9a-f]+) (\S+) \S+ \S+ (\d+)/.exec(line) ?? []
      const worthReading = mode.startsWith('rw') || (mode.startsWith('r') && inode === '0')
      return worthReading ? [{ start: Number.parseInt(start, 16), end: Number.parseInt(end, 16) }] : []
    })
}

/** How many bytes could be read: none where the system keeps them for itself. */
function readAt(memory: number, chunk: Buffer, at: number, length: number): number {
  try {
    return readSync(memory, chunk, 0, length, at)
  } catch {
    return 0
  }
}

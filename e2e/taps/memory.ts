import { closeSync, openSync, readFileSync, readSync } from 'node:fs'
import { createSearch, type Found } from './search.ts'

interface Stretch {
  start: number
  end: number
}

const pageBytes = 4_096
/** Of an entry of the page map, the uppermost byte's bits for a page that is in memory, or swapped out. */
const present = 0x80 | 0x40

/**
 * What of these stands in the memory that a process may write, in whatever spelling (Linux `/proc/<pid>/mem`).
 * @param sought by name, at least eight bytes each
 * @throws Error where the system doesn't let it be read
 */
export function scanMemory(pid: number, sought: ReadonlyMap<string, Uint8Array>): Found[] {
  const search = createSearch(sought)
  const found = copyOf(pid).flatMap((stretch) => search.in(stretch))
  const distinct = new Map(found.map(({ name, spelling }) => [`${name} ${spelling}`, { name, spelling }]))
  return [...distinct.values()]
}

/** The process stands still for it, so that nothing moves from what is still to be read to what has been. */
function copyOf(pid: number): Buffer[] {
  const memory = openSync(`/proc/${pid}/mem`, 'r')
  process.kill(pid, 'SIGSTOP')
  try {
    return usedStretches(pid).map(({ start, end }) => {
      const copy = Buffer.allocUnsafe(end - start)
      return copy.subarray(0, readSync(memory, copy, 0, copy.length, start))
    })
  } finally {
    process.kill(pid, 'SIGCONT')
    closeSync(memory)
  }
}

/** What has been written to, of what may be: programs reserve far more. */
function usedStretches(pid: number): Stretch[] {
  const pages = openSync(`/proc/${pid}/pagemap`, 'r')
  try {
    return regions(pid).flatMap((region) => usedOf(pages, region))
  } finally {
    closeSync(pages)
  }
}

/** What is the program's own file, unchanged, holds nobody's secret. */
function regions(pid: number): Stretch[] {
  return readFileSync(`/proc/${pid}/maps`, 'utf8')
    .split('\n')
    .flatMap((line) => {
      const [, start = '', end = '', mode = '', inode = '', name = ''] =
        /^([0-9a-f]+)-([0-9a-f]+) (\S+) \S+ \S+ (\d+)\s*(.*)/.exec(line) ?? []
      const worthReading = mode.startsWith('rw') || (mode.startsWith('r') && inode === '0')
      // The kernel's own pages, which it shows every process.
      if (!worthReading || /^\[v(var|syscall|dso)/.test(name)) return []
      return [{ start: Number.parseInt(start, 16), end: Number.parseInt(end, 16) }]
    })
}

/** Linux documentation, admin-guide/mm/pagemap: eight bytes for each page. */
function usedOf(pages: number, { start, end }: Stretch): Stretch[] {
  const map = Buffer.alloc(((end - start) / pageBytes) * 8)
  const length = readSync(pages, map, 0, map.length, (start / pageBytes) * 8)
  const used: Stretch[] = []
  for (let at = 0; at + 8 <= length; at += 8) {
    if (((map[at + 7] ?? 0) & present) === 0) continue
    const page = start + (at / 8) * pageBytes
    const last = used.at(-1)
    if (last?.end === page) last.end += pageBytes
    else used.push({ start: page, end: page + pageBytes })
  }
  return used
}

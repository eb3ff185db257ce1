import { isTest, type SourceFile } from './source-files.ts'

/** One arrow between folders, with an import that makes it. */
interface Arrow {
  to: string
  because: string
}

/** Folders that import each other in a circle, each circle told once, with the imports that close it. */
export function folderCycles(files: readonly SourceFile[]): string[] {
  const arrows = arrowsBetweenFolders(files)
  const told = new Set<string>()
  const circles: string[] = []
  for (const start of arrows.keys()) {
    const circle = shortestCircle(arrows, start)
    const name = circle
      ?.map((arrow) => arrow.to)
      .sort()
      .join()
    if (circle === null || name === undefined || told.has(name)) continue
    told.add(name)
    circles.push(
      `${[start, ...circle.map((arrow) => arrow.to)].join(' → ')}\n${circle.map((a) => `    ${a.because}`).join('\n')}`,
    )
  }
  return circles
}

function arrowsBetweenFolders(files: readonly SourceFile[]): Map<string, Arrow[]> {
  const arrows = new Map<string, Arrow[]>()
  for (const { place, imports } of files.filter((file) => !isTest(file.place))) {
    for (const { to, line } of imports) {
      if (to === null || folderOf(place) === folderOf(to)) continue
      const from = arrows.get(folderOf(place)) ?? []
      if (!from.some((arrow) => arrow.to === folderOf(to)))
        from.push({ to: folderOf(to), because: `${place}:${line} imports ${to}` })
      arrows.set(folderOf(place), from)
    }
  }
  return arrows
}

/**
 * The unit that is compared: a layer's folder on the server (features/meetings, platform/db), a folder of src elsewhere,
 * a folder beside src as a whole. A file that stands beside such folders is a unit of its own.
 */
function folderOf(place: string): string {
  const parts = place.split('/')
  const layered = /^packages\/server\/src\/(features|platform)\//.test(place)
  return parts.slice(0, layered ? 5 : parts[2] === 'src' ? 4 : 3).join('/')
}

/** Breadth first from `start` back to `start`. */
function shortestCircle(arrows: ReadonlyMap<string, readonly Arrow[]>, start: string): Arrow[] | null {
  const seen = new Set<string>()
  let ways: Arrow[][] = [[]]
  while (ways.length > 0) {
    const longer: Arrow[][] = []
    for (const way of ways) {
      for (const arrow of arrows.get(way.at(-1)?.to ?? start) ?? []) {
        if (arrow.to === start) return [...way, arrow]
        if (seen.has(arrow.to)) continue
        seen.add(arrow.to)
        longer.push([...way, arrow])
      }
    }
    ways = longer
  }
  return null
}

import { isTest, lineAt, type SourceFile } from './source-files.ts'
import { rules, type UseRule } from './undeclared-rules.ts'
import { usesIn, type Use } from './uses.ts'

/** Every use of something outside the few places where it may stand, one sentence each. */
export function undeclaredUses(files: readonly SourceFile[]): string[] {
  return files.flatMap((file) => {
    const { place } = file
    const held = isTest(place) ? [] : rules.filter(({ where, only }) => where.test(place) && !isIn(only, place))
    if (held.length === 0) return []
    const said = usesIn(file).flatMap((use) => {
      const broken = held.find((rule) => isHeldBy(rule, use))
      return broken === undefined ? [] : [`${place}:${use.line} ${tell(use)}: ${broken.says}`]
    })
    return [...new Set(said)].sort(byLine)
  })
}

function isIn(places: readonly RegExp[], place: string): boolean {
  return places.some((allowed) => allowed.test(place))
}

function isHeldBy({ kinds, names, of }: UseRule, use: Use): boolean {
  if (!kinds.includes(use.kind) || !names.test(use.name)) return false
  // A global belongs to nothing.
  return use.kind === 'global' || of === undefined || of.test(use.of ?? '')
}

function tell({ kind, name, of }: Use): string {
  if (kind === 'import') return `import ${name} of ${of}`
  if (kind === 'member') return of === null ? `.${name}` : `${of}.${name}`
  return kind === 'text' ? JSON.stringify(name.trim().slice(0, 60)) : name
}

function byLine(a: string, b: string): number {
  const line = (said: string): number => Number(/:(\d+) /.exec(said)?.[1])
  return line(a) - line(b)
}

/** Threads of the server that don't close themselves to the outside (`platform/egress/close-thread.ts`). */
export function openThreads(files: readonly SourceFile[]): string[] {
  return files.flatMap((file) => {
    if (isTest(file.place) || !file.place.startsWith('packages/server/')) return []
    const uses = usesIn(file)
    const starts = uses.find(
      ({ kind, of, name }) => kind === 'import' && of === 'worker_threads' && name === 'parentPort',
    )
    const closes = uses.some(
      ({ kind, name, of }) => kind === 'import' && name === 'closeThread' && of?.includes('egress'),
    )
    return starts === undefined || closes ? [] : [`${file.place}:${starts.line} a thread closes itself by closeThread`]
  })
}

/** Addresses of other hosts in a style sheet or a page: what a browser would fetch from them. */
export function strangersIn(place: string, text: string): string[] {
  const found = [
    ...text.matchAll(/(?:url\(\s*|@import\s+)["']?((?:https?:)?\/\/[^\s"')]+)/gi),
    ...text.matchAll(/\b(?:src|srcset|href|action|poster|data)\s*=\s*["']?((?:https?:)?\/\/[^\s"'>]+)/gi),
  ]
  return found.map(
    (match) => `${place}:${lineAt(text, match.index)} ${match[1]}: pages load from their own server only`,
  )
}

import { isTest, type Import, type SourceFile } from './source-files.ts'

/** What each package may import: our own packages, and where it is narrow, the packages of others. */
const packages: Record<string, { ours: readonly string[]; others?: readonly string[] }> = {
  policy: { ours: [], others: ['temporal-polyfill', 'yaml', 'zod'] },
  protocol: { ours: [], others: ['zod'] },
  server: { ours: ['policy', 'protocol'] },
  client: { ours: ['protocol'] },
  web: { ours: ['client', 'protocol', 'policy'] },
}

/** Where a package of ours is imported by a part of another only. */
const narrow: readonly { home: string; ours: string; only: RegExp }[] = [
  // A compiler for policies is much to load: it comes with the page that judges them.
  { home: 'web', ours: 'policy', only: /^packages\/web\/src\/features\/policies\// },
]

/** Inside the server every arrow points down: app → features → platform. */
const layers = ['platform', 'features', 'app'] as const

/** Every import that goes against the arrows of docs/architecture.md, one sentence each. */
export function brokenBorders(files: readonly SourceFile[]): string[] {
  return files.flatMap((file) =>
    file.imports.flatMap((found) => {
      const why = packageBorder(file.place, found) ?? layerBorder(file.place, found) ?? doorBorder(file.place, found)
      return why === null ? [] : [`${file.place}:${found.line} → ${found.to ?? found.from}: ${why}`]
    }),
  )
}

function packageBorder(place: string, { from, to }: Import): string | null {
  const home = packageOf(place)
  if (home === null) return null
  const rules = packages[home]
  if (rules === undefined) return `packages/${home} is not in tools/checks/borders.ts`
  const ours = /^@samtale\/([a-z]+)/.exec(from)?.[1]
  if (ours !== undefined) return ownBorder(place, home, ours)
  if (from.startsWith('.')) {
    return to === null || packageOf(to) === home ? null : 'another package is imported by its name'
  }
  const stranger = rules.others && !isTest(place) && !rules.others.some((name) => isPartOf(from, name))
  return stranger ? `${home} may import ${rules.others?.join(', ') || 'no package'} only` : null
}

/** From one package of ours to another. */
function ownBorder(place: string, home: string, ours: string): string | null {
  if (packages[home]?.ours.includes(ours) !== true) return `${home} may not import ${ours}`
  const elsewhere = narrow.some((rule) => rule.home === home && rule.ours === ours && !rule.only.test(place))
  return elsewhere ? `${home} may not import ${ours} here` : null
}

function layerBorder(place: string, { to }: Import): string | null {
  const [above, below] = [layerOf(place), layerOf(to)]
  if (above === null || below === null || layers.indexOf(above) >= layers.indexOf(below)) return null
  return `${above} may not import ${below}`
}

function doorBorder(place: string, { to }: Import): string | null {
  const [home, other] = [featureOf(place), featureOf(to)]
  if (to === null || other === null || home === other || to.endsWith(`/${other}/index.ts`)) return null
  return isTest(place) && home === null ? null : `a feature is imported by its door, features/${other}/index.ts`
}

function packageOf(place: string): string | null {
  return /^packages\/([a-z]+)\//.exec(place)?.[1] ?? null
}

function layerOf(place: string | null): (typeof layers)[number] | null {
  return layers.find((layer) => place?.startsWith(`packages/server/src/${layer}/`)) ?? null
}

function featureOf(place: string | null): string | null {
  return /^packages\/server\/src\/features\/([^/]+)\//.exec(place ?? '')?.[1] ?? null
}

function isPartOf(from: string, name: string): boolean {
  return from === name || from.startsWith(`${name}/`)
}

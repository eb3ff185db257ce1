import type { Finding } from '../check/findings.ts'
import type { Path } from './source.ts'

/**
 * The findings with the refused parts that alone brought them about: what referred to one of them, and what only they
 * made use of. A mistake of a part's own has none.
 * @param refused names of parts, such as `consents.visiting`
 * @param file what the profile says, as it was read
 */
export function withCauses(findings: readonly Finding[], refused: ReadonlySet<string>, file: object): Finding[] {
  return findings.map((finding) => {
    const causes = [...referredTo(finding, refused), ...usersOf(finding, refused, file)]
    return causes.length === 0 ? finding : { ...finding, because: causes }
  })
}

function referredTo({ refersTo = [] }: Finding, refused: ReadonlySet<string>): string[] {
  return refersTo.filter((part) => refused.has(part))
}

type Uses = (part: object, key: string) => boolean

/** By code: in which sections something is made use of, and how that is seen. */
const users: Partial<Record<Finding['code'], { sections: readonly string[]; uses: Uses }>> = {
  'category.without-processing': { sections: ['processings'], uses: (part, key) => says(part, ['categories'], key) },
  'purpose.unused': { sections: ['processings'], uses: (part, key) => says(part, ['purpose'], key) },
  'consent.without.use': {
    sections: ['processings', 'storage', 'mails', 'recipients'],
    uses: (part, key) => says(part, ['consent', 'trackingConsent'], key),
  },
}

function usersOf({ code, path = [] }: Finding, refused: ReadonlySet<string>, file: object): string[] {
  const { sections = [], uses } = users[code] ?? {}
  const key = String(path[1] ?? '')
  return [...refused].filter((name) => {
    const [section = ''] = name.split('.')
    const part = sections.includes(section) ? at(file, [section, name.slice(section.length + 1)]) : undefined
    return typeof part === 'object' && part !== null && uses !== undefined && uses(part, key)
  })
}

/** Whether a part says a key under one of these names, at any depth. */
function says(part: object, names: readonly string[], key: string): boolean {
  return Object.entries(part).some(([name, value]: [string, unknown]) => {
    if (names.includes(name) && (value === key || (Array.isArray(value) && value.includes(key)))) return true
    return typeof value === 'object' && value !== null && says(value, names, key)
  })
}

function at(value: object, [first, ...rest]: Path): unknown {
  const found: unknown = Object.entries(value).find(([name]) => name === String(first))?.[1]
  return rest.length === 0 || typeof found !== 'object' || found === null ? found : at(found, rest)
}

import type { Finding } from '../check/findings.ts'

/**
 * The findings with the refused parts that alone brought them about: what referred to one of them, and what only they
 * made use of. A mistake of a part's own has none.
 * @param refused names of parts, such as `consents.visiting`
 * @param file what the profile says, as it was read
 */
export function withCauses(findings: readonly Finding[], refused: ReadonlySet<string>, file: object): Finding[] {
  const uses = usesOf(refused, file)
  return findings.map((finding) => {
    const causes = [...referredTo(finding, refused), ...usersOf(finding, uses)]
    return causes.length === 0 ? finding : { ...finding, because: causes }
  })
}

function referredTo({ refersTo = [] }: Finding, refused: ReadonlySet<string>): string[] {
  return refersTo.filter((part) => refused.has(part))
}

/** By code: in which sections something is made use of, and under which names. */
const users: Partial<Record<Finding['code'], { sections: readonly string[]; names: readonly string[] }>> = {
  'category.without-processing': { sections: ['processings'], names: ['categories'] },
  'purpose.unused': { sections: ['processings'], names: ['purpose'] },
  'consent.without.use': {
    sections: ['processings', 'storage', 'mails', 'recipients'],
    names: ['consent', 'trackingConsent'],
  },
}

function usersOf({ code, path = [] }: Finding, uses: Uses): string[] {
  const { sections = [], names = [] } = users[code] ?? {}
  const key = String(path[1] ?? '')
  const parts = names.flatMap((name) => uses.get(saying(name, key)) ?? [])
  return [...new Set(parts)].filter((part) => sections.some((section) => part.startsWith(`${section}.`)))
}

/** Which refused parts say a key under a name, at any depth. Found once: a file can have as many mistakes as lines. */
type Uses = ReadonlyMap<string, readonly string[]>

const saying = (name: string, key: string): string => `${name} ${key}`

function usesOf(refused: ReadonlySet<string>, file: object): Uses {
  const uses = new Map<string, string[]>()
  for (const part of refused) {
    const [section = ''] = part.split('.', 1)
    const value = own(own(file, section), part.slice(section.length + 1))
    for (const said of saidIn(value)) {
      const parts = uses.get(said)
      if (parts === undefined) uses.set(said, [part])
      else parts.push(part)
    }
  }
  return uses
}

/** Every key that a part says, each once, under the name at which it stands. */
function saidIn(value: unknown): ReadonlySet<string> {
  const said = new Set<string>()
  const walk = (part: unknown): void => {
    if (typeof part !== 'object' || part === null) return
    for (const [name, inside] of Object.entries(part)) {
      for (const key of [inside].flat()) if (typeof key === 'string') said.add(saying(name, key))
      walk(inside)
    }
  }
  walk(value)
  return said
}

function own(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? Reflect.get(value, name)
    : undefined
}

import { databaseNames, storageKeys } from '@samtale/protocol'

/** What this page may keep in the browser, by store; a `*` stands for a part of a name that varies. */
export interface DeclaredStorage {
  /** Names and longest lives in seconds; null ends with the session. */
  readonly cookie: Readonly<Record<string, number | null>>
  readonly local: readonly string[]
  readonly session: readonly string[]
  readonly indexeddb: readonly string[]
  /** What is declared and needs a consent that isn't there: removed if found. */
  readonly withdrawn: { readonly [Store in 'cookie' | 'local' | 'session' | 'indexeddb']: readonly string[] }
}

const none = { cookie: [], local: [], session: [], indexeddb: [] } as const
/** What Samtale itself keeps, where no server filled in its policy: under Vite. */
const ownOnly: DeclaredStorage = {
  cookie: {},
  local: storageKeys,
  session: [],
  indexeddb: databaseNames,
  withdrawn: none,
}

/** What the server wrote into the page from the policy in force (`<meta name="samtale-storage">`). */
export function readDeclared(): DeclaredStorage {
  const content = document.querySelector('meta[name="samtale-storage"]')?.getAttribute('content') ?? ''
  if (content === '') return ownOnly
  // Our own server wrote it, in features/site.
  return JSON.parse(content) as DeclaredStorage
}

/** Whether a name is one of those declared. */
export function isDeclared(names: readonly string[], name: string): boolean {
  return declaredName(names, name) !== undefined
}

/** The declared name that a name falls under. */
export function declaredName(names: readonly string[], name: string): string | undefined {
  return names.find((pattern) => fits(pattern.split('*'), name))
}

// No regular expression is made of a name.
function fits([first = '', ...others]: readonly string[], name: string): boolean {
  const last = others.at(-1)
  if (last === undefined) return name === first
  if (!name.startsWith(first) || !name.endsWith(last)) return false
  let at = first.length
  for (const part of others.slice(0, -1)) {
    const found = name.indexOf(part, at + 1)
    if (found < 0) return false
    at = found + part.length
  }
  return name.length - last.length > at
}

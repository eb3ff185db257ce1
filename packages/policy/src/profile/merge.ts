import type { MediaPath } from '../media.ts'
import type { MailDeclaration } from '../notices.ts'
import type { Declarations, Policy } from '../policy.ts'
import type { Processing } from '../processing.ts'

/**
 * The policy in force: what the system declares of itself, and the profile over it. Where the profile says what is done
 * with a category, the system's own processing of it steps back; what the profile doesn't mention stays as the system
 * declares it, so that nothing runs undeclared.
 */
export function mergePolicy(system: Declarations, profile: Policy): Policy {
  const spoken = new Set(Object.values(profile.processings).flatMap(({ categories }) => categories))
  const processings = { ...withoutCategories(system.processings, spoken), ...profile.processings }
  const covered = new Set(Object.values(processings).flatMap(({ categories }) => categories))
  const served = new Set(Object.values(processings).map(({ purpose }) => purpose))
  const consents = { ...system.consents, ...profile.consents }
  // What the system could hold and nothing in this policy lets it: the feature sleeps, and the page doesn't speak of it.
  const asleep = (key: string) => !covered.has(key) && !Object.hasOwn(profile.categories, key)
  return {
    ...system,
    ...profile,
    inShort: profile.inShort.length > 0 ? profile.inShort : system.inShort,
    rights: [...profile.rights, ...system.rights],
    categories: { ...without(system.categories, asleep), ...profile.categories },
    purposes: { ...without(system.purposes, (key) => !served.has(key)), ...profile.purposes },
    recipients: { ...system.recipients, ...profile.recipients },
    events: { ...system.events, ...profile.events },
    consents,
    laws: { ...system.laws, ...profile.laws },
    processings,
    storage: { ...system.storage, ...profile.storage },
    mails: { ...awakeMails(system.mails, { served, consents }), ...profile.mails },
    media: system.media === undefined ? profile.media : { ...taken(profile.media, system.media), ...system.media },
    claims: { ...system.claims, ...profile.claims },
    documents: { ...system.documents, ...profile.documents },
    notices: profile.notices ?? system.notices,
    signals: profile.signals ?? system.signals,
    columns: awake(system.columns, asleep),
    live: system.live,
  }
}

function without<T>(parts: Readonly<Record<string, T>>, is: (key: string) => boolean): Record<string, T> {
  return Object.fromEntries(Object.entries(parts).filter(([key]) => !is(key)))
}

/** Mail is sent for purposes that are served, with consents that are asked for. */
function awakeMails(
  mails: Declarations['mails'] = {},
  { served, consents }: { served: ReadonlySet<string>; consents: Readonly<Record<string, unknown>> },
): Record<string, MailDeclaration> {
  return without(mails, (key) => {
    const { purpose = '', consent } = mails[key] ?? {}
    return !served.has(purpose) || (consent !== undefined && !Object.hasOwn(consents, consent))
  })
}

function awake(tables: Declarations['columns'], asleep: (category: string) => boolean): Declarations['columns'] {
  return Object.fromEntries(
    Object.entries(tables).map(([table, columns]) => [
      table,
      Object.fromEntries(
        Object.entries(columns).filter(([, binding]) => !('holds' in binding && asleep(binding.holds))),
      ),
    ]),
  )
}

function withoutCategories(
  processings: Declarations['processings'],
  spoken: ReadonlySet<string>,
): Record<string, Processing> {
  return Object.fromEntries(
    Object.entries(processings).flatMap(([key, processing]): [string, Processing][] => {
      const [first, ...rest] = processing.categories.filter((category) => !spoken.has(category))
      return first === undefined ? [] : [[key, { ...processing, categories: [first, ...rest] }]]
    }),
  )
}

/** How calls travel is a fact about the code: a profile can name ways that it has, and say none away. */
function taken(named: Policy['media'] = {}, has: NonNullable<Policy['media']>): NonNullable<Policy['media']> {
  const isTaken = ({ way, fewest = 1, most = Infinity }: MediaPath) =>
    Object.values(has).some(
      (path) => path.way === way && (path.fewest ?? 1) <= fewest && most <= (path.most ?? Infinity),
    )
  return Object.fromEntries(Object.entries(named).filter(([, path]) => isTaken(path)))
}

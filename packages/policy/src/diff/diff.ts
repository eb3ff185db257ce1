import { policyFacts } from '../hash.ts'
import type { Policy } from '../policy.ts'
import { languages, type Language, type Text } from '../text.ts'
import { gravest, type Change, type PolicyDiff } from './change.ts'
import { touchedConsents } from './consents.ts'
import type { Compare, FieldChange, Sides } from './rules/rule.ts'
import { listSections, mapSections, singleSections } from './sections.ts'
import { diffWords } from './words/diff-words-by-language.ts'
import type { Noun } from './words/diff-words.ts'

/**
 * What has changed from one policy to another: by meaning, so that other words for the same are told apart from another
 * use, recipient or time. Every change of what a policy says is seen; what machines can't judge counts as the graver.
 */
export function diffPolicies(before: Policy, after: Policy): PolicyDiff {
  const sides: Sides = { before: policyFacts(before), after: policyFacts(after) }
  const changes = [
    ...singles(sides),
    ...lists(sides),
    ...(Object.keys(mapSections) as (keyof typeof mapSections)[]).flatMap((section) => parts(section, sides)),
  ]
  return {
    class: gravest(changes.map((change) => change.class)),
    changes,
    consents: touchedConsents(changes, sides),
  }
}

interface AnyMap {
  readonly added: (part: unknown) => Change['class']
  readonly removed: (part: unknown) => Change['class']
  readonly compare: Compare<unknown>
  readonly title: (part: unknown) => Text | null
}

function parts(section: keyof typeof mapSections, sides: Sides): Change[] {
  // The table's types have matched each section with its rules; from here on they are handled alike.
  const rules = mapSections[section] as AnyMap
  const [old = {}, now = {}]: Readonly<Record<string, unknown>>[] = [
    sides.before[section] ?? {},
    sides.after[section] ?? {},
  ]
  const keys = [...new Set([...Object.keys(old), ...Object.keys(now)])]
  return keys.flatMap((key): Change[] => {
    const [was, is] = [own(old, key), own(now, key)]
    const part = `${section}.${key}`
    const title = rules.title(is ?? was) ?? same(key)
    if (was === undefined) return [whole(section, part, title, 'added', rules.added(is))]
    if (is === undefined) return [whole(section, part, title, 'removed', rules.removed(was))]
    return rules.compare(was, is, sides).map((change) => within(section, part, title, change))
  })
}

function own(among: Readonly<Record<string, unknown>>, key: string): unknown {
  return Object.hasOwn(among, key) ? among[key] : undefined
}

function singles(sides: Sides): Change[] {
  return (Object.keys(singleSections) as (keyof typeof singleSections)[]).flatMap((section): Change[] => {
    const rules = singleSections[section] as Omit<AnyMap, 'title' | 'added' | 'removed'> & {
      readonly added: () => Change['class']
      readonly removed: () => Change['class']
    }
    const [was, is] = [sides.before[section] ?? undefined, sides.after[section] ?? undefined]
    if (was === undefined) return is === undefined ? [] : [whole(section, section, null, 'added', rules.added())]
    if (is === undefined) return [whole(section, section, null, 'removed', rules.removed())]
    return rules.compare(was, is, sides).map((change) => within(section, section, null, change))
  })
}

function lists(sides: Sides): Change[] {
  const { before, after } = sides
  const at = (section: keyof typeof listSections, changes: readonly FieldChange[]) =>
    changes.map((change) => within(section, section, null, change))
  return [
    ...at('inShort', listSections.inShort(before.inShort, after.inShort, sides)),
    ...at('rights', listSections.rights(before.rights, after.rights, sides)),
    ...at('scope', listSections.scope(before.scope, after.scope, sides)),
    ...at('regions', listSections.regions(before.regions, after.regions, sides)),
  ]
}

function whole(
  noun: Noun,
  part: string,
  title: Text | null,
  kind: 'added' | 'removed',
  weight: Change['class'],
): Change {
  const says = inAll((language) => `${named(noun, title, language)}: ${diffWords[language].kinds[kind]}.`)
  return { part, field: null, kind, class: weight, says, before: null, after: null }
}

function within(noun: Noun, part: string, title: Text | null, change: FieldChange): Change {
  const says = inAll((language) => {
    const words = diffWords[language]
    const value = change.kind === 'added' ? change.after : change.kind === 'removed' ? change.before : null
    const what = value === null ? '' : `: ${value[language].replace(/\.$/, '')}`
    return `${named(noun, title, language)}, ${words.fields[change.field]}: ${words.kinds[change.kind]}${what}.`
  })
  return { part, ...change, says }
}

function named(noun: Noun, title: Text | null, language: Language): string {
  const words = diffWords[language]
  return title === null ? words.nouns[noun] : words.part(words.nouns[noun], title[language].replace(/\.$/, ''))
}

function inAll(say: (language: Language) => string): Text {
  return { en: say(languages[0]), nb: say(languages[1]), sv: say(languages[2]) }
}

function same(key: string): Text {
  return { en: key, nb: key, sv: key }
}

import type { Policy } from '../policy.ts'
import type { Change, PolicyDiff } from './change.ts'
import type { Sides } from './rules/rule.ts'

/**
 * Categories of data that material changes touch, so that those it is about are told; `all`, where a change is about
 * everybody, such as another controller, a promise that is gone, or other terms.
 */
export function touchedCategories({ changes }: PolicyDiff, { before, after }: Sides): readonly string[] | 'all' {
  const parts = changes.filter((change) => change.class === 'material')
  const touched = parts.map((change) => {
    const [of, is] = [categoriesOf(before, change), categoriesOf(after, change)]
    return of === 'all' || is === 'all' ? 'all' : [...of, ...is]
  })
  if (touched.includes('all')) return 'all'
  return [...new Set(touched.flat())].toSorted()
}

function categoriesOf(policy: Policy, { part }: Change): readonly string[] | 'all' {
  const [section = ''] = part.split('.')
  const key = part.slice(section.length + 1)
  const uses = Object.entries(policy.processings)
  const of = (is: (name: string, use: Policy['processings'][string]) => boolean) =>
    uses.flatMap(([name, use]) => (is(name, use) ? use.categories : []))
  switch (section) {
    case 'categories':
      return [key]
    case 'processings':
      return of((name) => name === key)
    case 'purposes':
      return of((_name, { purpose }) => purpose === key)
    case 'consents':
      return of((_name, { basis }) => basis.article === '6-1-a' && basis.consent === key)
    case 'laws':
      return of((_name, { basis, retention }) => retention.minimum === key || ('law' in basis && basis.law === key))
    case 'recipients':
      return [
        ...(own(policy.recipients, key)?.receives ?? []),
        ...of((_name, { recipients }) => recipients !== 'nobody' && recipients.includes(key)),
      ]
    case 'mails': {
      const purpose = own(policy.mails ?? {}, key)?.purpose
      return of((_name, use) => use.purpose === purpose)
    }
    case 'storage': {
      const holds = own(policy.storage, key)?.holds
      return holds === undefined ? [] : [holds]
    }
    case 'columns': {
      const columns = Object.values(own(policy.columns, key) ?? {})
      return columns.flatMap((binding) => ('holds' in binding ? [binding.holds] : []))
    }
    default:
      return 'all'
  }
}

function own<T>(parts: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(parts, key) ? parts[key] : undefined
}

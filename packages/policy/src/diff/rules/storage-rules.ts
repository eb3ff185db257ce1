import type { ColumnBinding, LiveBinding } from '../../bindings.ts'
import { durationInWords } from '../../render/phrases.ts'
import type { StorageKey } from '../../storage-key.ts'
import { burden, flag, guard, isSame, time, type Judge } from '../judges.ts'
import { yesOrNo } from './data-rules.ts'
import { fact, rule, text, titles, type Compare, type FieldChange, type Rules } from './rule.ts'

type Lifetime = StorageKey['lifetime']

/** A session ends soon; what stays until it is cleared stays longest. */
const lifetimes: Judge<Lifetime> = (before, after) => {
  const length = (lifetime: Lifetime) =>
    lifetime === 'session' ? 'PT0S' : lifetime === 'until-cleared' ? 'P1000Y' : lifetime
  const [verdict] = time({ more: 'material', less: 'minor' })(length(before), length(after))
  return verdict === undefined ? [] : [{ kind: verdict.kind, class: verdict.class, before, after }]
}

/** All kinds of storage as one: which lifetimes go with which is the language's concern. */
type AnyStorageKey = { readonly [Field in keyof StorageKey]: StorageKey[Field] }

export const storageRules: Rules<AnyStorageKey> = {
  store: fact('store', 'minor', (store, { say }) => say.storage.stores[store]),
  lifetime: rule('lifetime', lifetimes, (lifetime, { say, language }) =>
    lifetime === 'session'
      ? say.storage.session
      : lifetime === 'until-cleared'
        ? say.storage.untilCleared
        : durationInWords(lifetime, language),
  ),
  holds: fact('holds', 'material', titles('categories')),
  purpose: fact('purpose', 'material', titles('purposes')),
  description: text('description'),
  class: fact('class', 'material', (called, { say }) => say.storage.classes[called]),
  consent: rule('consent', guard(), titles('consents')),
  party: rule('party', burden(), titles('recipients')),
  uniqueId: rule('uniqueId', flag({ more: 'material', less: 'minor' }), yesOrNo),
}

type Bindings = Readonly<Record<string, ColumnBinding | LiveBinding>>

/** What a table or something in memory holds: what came, what went, and what lost its seal. */
export const compareBindings: Compare<Bindings> = (before, after) => {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])]
  return names.flatMap((name): FieldChange[] => {
    const [old, now] = [before[name], after[name]]
    if (isSame(old, now)) return []
    const shown = { before: old === undefined ? null : bare(name), after: now === undefined ? null : bare(name) }
    const kind = old === undefined ? 'added' : now === undefined ? 'removed' : 'changed'
    return [{ field: 'column', kind, class: weigh(old, now), ...shown }]
  })
}

function weigh(before: ColumnBinding | LiveBinding | undefined, after: ColumnBinding | LiveBinding | undefined) {
  const isSealed = (binding: ColumnBinding | LiveBinding | undefined) =>
    binding !== undefined && 'store' in binding && binding.store === 'sealed'
  if (isSealed(before) && after !== undefined && !isSealed(after)) return 'material'
  const meaning = (binding: ColumnBinding | LiveBinding | undefined) =>
    binding === undefined ? undefined : { ...binding, title: null }
  return isSame(meaning(before), meaning(after)) ? 'editorial' : 'minor'
}

function bare(name: string) {
  return { en: name, nb: name, sv: name }
}

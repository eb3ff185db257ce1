import type { Duration } from '../duration.ts'
import { canonicalJson } from '../hash.ts'
import { isSurelyLonger } from '../span.ts'
import type { Text } from '../text.ts'
import type { ChangeClass, ChangeKind } from './change.ts'

/** What a judge finds: how a value has changed, and what of it is to be shown. */
export interface Verdict<T> {
  readonly kind: ChangeKind
  readonly class: ChangeClass
  readonly before?: T | undefined
  readonly after?: T | undefined
}

/** Looks at a value before and after; nothing where it means the same. */
export type Judge<T> = (before: T, after: T) => readonly Verdict<T>[]

export function isSame(one: unknown, other: unknown): boolean {
  return canonicalJson({ value: one }) === canonicalJson({ value: other })
}

/** Any change at all is of one class. */
export function any<T>(weight: ChangeClass): Judge<T> {
  return (before, after) => {
    if (isSame(before, after)) return []
    const kind = before === undefined ? 'added' : after === undefined ? 'removed' : 'changed'
    return [{ kind, class: weight, before, after }]
  }
}

/** A text: other words, and the same meaning as far as a machine can tell. */
export const wording: Judge<Text | undefined> = (before, after) => {
  if (isSame(before, after)) return []
  if (before === undefined) return [{ kind: 'added', class: 'minor', after }]
  if (after === undefined) return [{ kind: 'removed', class: 'minor', before }]
  return [{ kind: 'reworded', class: 'editorial', before, after }]
}

interface Weights {
  readonly more: ChangeClass
  readonly less: ChangeClass
}

/** A list whose order means nothing: what came to it and what left it are judged apart. */
export function set<List extends readonly string[] | undefined>({ more, less }: Weights): Judge<List> {
  return (before, after) => {
    const [old, now] = [before ?? [], after ?? []]
    const came = now.filter((item) => !old.includes(item))
    const left = old.filter((item) => !now.includes(item))
    const isReordered = came.length + left.length === 0 && !isSame(before, after)
    return [
      ...(came.length === 0 ? [] : [{ kind: 'added', class: more, after: came as readonly string[] as List } as const]),
      ...(left.length === 0
        ? []
        : [{ kind: 'removed', class: less, before: left as readonly string[] as List } as const]),
      ...(isReordered ? [{ kind: 'reworded', class: 'editorial', before, after } as const] : []),
    ]
  }
}

/** A step up or down a ladder; what isn't said stands at `unsaid`. */
export function ladder<T extends string>(
  steps: readonly T[],
  unsaid: T | null,
  { more, less }: Weights,
): Judge<T | undefined> {
  const rank = (value: T | undefined) => steps.indexOf(value ?? unsaid ?? ('' as T))
  return (before, after) => {
    if (before === after) return []
    const step = rank(after) - rank(before)
    // Said for the first time, and the same as it was understood.
    if (step === 0) return [{ kind: 'reworded', class: 'editorial', before, after }]
    return [{ kind: step > 0 ? 'more' : 'less', class: step > 0 ? more : less, before, after }]
  }
}

/** Something switched on or off; off, where it isn't said. */
export function flag({ more, less }: Weights): Judge<boolean | undefined> {
  return (before, after) => {
    if (before === after) return []
    if ((before ?? false) === (after ?? false)) return [{ kind: 'reworded', class: 'editorial', before, after }]
    return [{ kind: after === true ? 'added' : 'removed', class: after === true ? more : less, before, after }]
  }
}

/** A number; where it isn't said, it is as `unsaid`. */
export function amount(unsaid: number, { more, less }: Weights): Judge<number | undefined> {
  return (before, after) => {
    if (before === after) return []
    const difference = (after ?? unsaid) - (before ?? unsaid)
    if (difference === 0) return [{ kind: 'reworded', class: 'editorial', before, after }]
    return [{ kind: difference > 0 ? 'more' : 'less', class: difference > 0 ? more : less, before, after }]
  }
}

/** A time. What can be either, by the month it is counted from, is taken for longer. */
export function time<T extends Duration | undefined>({ more, less }: Weights): Judge<T> {
  return (before, after) => {
    if (before === after) return []
    if (before === undefined) return [{ kind: 'added', class: more, after }]
    if (after === undefined) return [{ kind: 'removed', class: less, before }]
    if (isSurelyLonger([before], [after])) return [{ kind: 'shorter', class: less, before, after }]
    if (isSurelyLonger([after], [before])) return [{ kind: 'longer', class: more, before, after }]
    const isEqual = isSurelyLonger([after, 'PT1S'], [before]) && isSurelyLonger([before, 'PT1S'], [after])
    const kind = isEqual ? 'reworded' : 'changed'
    return [{ kind, class: isEqual ? 'editorial' : gravestOf(more, less), before, after }]
  }
}

function gravestOf(one: ChangeClass, other: ChangeClass): ChangeClass {
  return one === 'material' || other === 'material' ? 'material' : one === 'minor' || other === 'minor' ? 'minor' : one
}

/** Something that protects people, such as a consent: coming is well, going or another in its place is not. */
export function guard<T>(weight: ChangeClass = 'material'): Judge<T | undefined> {
  return (before, after) => {
    if (isSame(before, after)) return []
    if (before === undefined) return [{ kind: 'added', class: 'minor', after }]
    return after === undefined
      ? [{ kind: 'removed', class: weight, before }]
      : [{ kind: 'changed', class: weight, before, after }]
  }
}

/** Something that burdens people, such as somebody else who sets a cookie: going is well. */
export function burden<T>(weight: ChangeClass = 'material'): Judge<T | undefined> {
  return (before, after) => {
    if (isSame(before, after)) return []
    if (after === undefined) return [{ kind: 'removed', class: 'minor', before }]
    return before === undefined
      ? [{ kind: 'added', class: weight, after }]
      : [{ kind: 'changed', class: weight, before, after }]
  }
}

/** A list of texts. Of as many as before some are worded differently; of more or fewer some have come or gone. */
export function texts<List extends readonly Text[] | undefined>({ more, less }: Weights): Judge<List> {
  return (before, after) => {
    if (isSame(before, after)) return []
    const [old, now] = [before ?? [], after ?? []]
    const came = now.filter((item) => !old.some((other) => isSame(item, other)))
    const left = old.filter((item) => !now.some((other) => isSame(item, other)))
    const step = now.length - old.length
    const shown = { before: left as readonly Text[] as List, after: came as readonly Text[] as List }
    if (step === 0) return [{ kind: 'reworded', class: 'editorial', ...shown }]
    return [{ kind: step > 0 ? 'added' : 'removed', class: step > 0 ? more : less, ...shown }]
  }
}

import type { Policy } from '../../policy.ts'
import { isTracking } from '../../purpose.ts'

/** Decisions by a machine alone (art. 22). */
export function whyDecided(policy: Policy): string | null {
  const purpose = Object.entries(policy.purposes).find(([, { automatedDecision }]) => automatedDecision !== undefined)
  return purpose === undefined ? null : `${purpose[0]} decides by machine`
}

const profiling = /^(?:personalize|marketing\.advertising\.(?:profiling|(?:first|third)_party\.targeted))\b/

/** Profiles (art. 4(4)): named as a risk, or what the purpose is. */
export function whyProfiled(policy: Policy): string | null {
  const processing = Object.entries(policy.processings).find(
    ([, { purpose, risks = [] }]) =>
      risks.includes('profiling') || profiling.test(policy.purposes[purpose]?.fides ?? ''),
  )
  return processing === undefined ? null : `${processing[0]} makes profiles`
}

/** Following people: in the browser, in mails, or by what they are seen to do. */
export function whyTracked(policy: Policy): string | null {
  const stored = Object.entries(policy.storage).find(([, { class: called = 'essential', uniqueId, purpose }]) => {
    const isForTracking = isTracking(policy.purposes[purpose] ?? { fides: '' })
    const isNeeded = called === 'essential' || called === 'functional'
    return !isNeeded || isForTracking || (called === 'functional' && uniqueId === true)
  })
  if (stored !== undefined) return `${stored[0]} is kept in the browser for it`
  const processing = Object.entries(policy.processings).find(([, { purpose, categories }]) => {
    const isWatched = categories.some((key) => {
      const { source, identifies } = policy.categories[key] ?? {}
      return (source === 'observed' || source === 'derived') && identifies !== 'nobody'
    })
    return isWatched && isTracking(policy.purposes[purpose] ?? { fides: '' })
  })
  return processing === undefined ? whyMailWatched(policy) : `${processing[0]} watches what people do`
}

export function whyMailWatched(policy: Policy): string | null {
  const mail = Object.entries(policy.mails ?? {}).find(([, { tracked }]) => tracked === true)
  if (mail !== undefined) return `the mail ${mail[0]} is watched`
  const isDeclared = Object.values(policy.processings).some(({ categories }) => categories.includes('mail.behaviour'))
  return isDeclared ? 'what people do with mails is processed (mail.behaviour)' : null
}

import type { Policy } from '../policy.ts'
import type { Processing } from '../processing.ts'
import type { Change } from './change.ts'
import type { Sides } from './rules/rule.ts'

/**
 * Consents that material changes touch: whoever said yes or no to them did so about something else. Only those that are
 * asked both before and after; nobody has answered a new one, and nobody is asked one that is gone.
 */
export function touchedConsents(changes: readonly Change[], { before, after }: Sides): string[] {
  const parts = changes.filter((change) => change.class === 'material').map(({ part }) => part)
  const touched = new Set(parts.flatMap((part) => [...restingOn(before, part), ...restingOn(after, part)]))
  const asked = Object.keys(before.consents ?? {}).filter((key) => Object.hasOwn(after.consents ?? {}, key))
  return asked.filter((key) => touched.has(key)).toSorted()
}

/** Consents that a part of a policy rests on, is asked by, or is carried out under. */
function restingOn(policy: Policy, part: string): readonly string[] {
  const [section = ''] = part.split('.')
  const key = part.slice(section.length + 1)
  const storage = own(policy.storage, key)
  const mail = own(policy.mails ?? {}, key)
  switch (section) {
    case 'consents':
      return [key]
    case 'storage':
      return defined(storage?.consent)
    case 'mails':
      return defined(mail?.consent, mail?.trackingConsent)
    case 'processings':
      return consentsOf(policy, (_processing, name) => name === key)
    case 'purposes':
      return consentsOf(policy, ({ purpose }) => purpose === key)
    case 'categories':
      return consentsOf(policy, ({ categories }) => categories.includes(key))
    case 'laws':
      return consentsOf(policy, ({ retention }) => retention.minimum === key)
    case 'recipients':
      return ofRecipient(policy, key)
    case 'transfers':
      return defined(own(policy.transfers ?? {}, key)?.recipient).flatMap((recipient) => ofRecipient(policy, recipient))
    default:
      return []
  }
}

function ofRecipient(policy: Policy, key: string): readonly string[] {
  const used = consentsOf(policy, ({ recipients }) => recipients !== 'nobody' && recipients.includes(key))
  const stored = Object.values(policy.storage).flatMap(({ party, consent }) => (party === key ? defined(consent) : []))
  return [...used, ...stored, ...defined(own(policy.recipients, key)?.browser?.consent)]
}

function consentsOf(policy: Policy, is: (processing: Processing, name: string) => boolean): string[] {
  return Object.entries(policy.processings).flatMap(([name, processing]) =>
    processing.basis.article === '6-1-a' && is(processing, name) ? [processing.basis.consent] : [],
  )
}

function own<T>(parts: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(parts, key) ? parts[key] : undefined
}

function defined(...keys: readonly (string | undefined)[]): string[] {
  return keys.filter((key) => key !== undefined)
}

import type { Policy } from '../policy.ts'
import type { Path } from './source.ts'

/** The policy without the part that a path leads into; with it where that is none of a profile's parts. */
export function withoutPart(policy: Policy, [section, key]: Path): Policy {
  if (typeof section !== 'string' || key === undefined) return policy
  if (section === 'controller') return { ...policy, controller: null }
  const { regions: _regions, notices: _notices, signals: _signals, ...rest } = policy
  if (section === 'regions') return { ...policy, ...rest, regions: undefined }
  if (section === 'notices') return { ...policy, ...rest, notices: undefined }
  if (section === 'signals') return { ...policy, ...rest, signals: undefined }
  const held: unknown = Object.entries(policy).find(([name]) => name === section)?.[1]
  if (Array.isArray(held)) return { ...policy, [section]: held.filter((_, index) => index !== Number(key)) }
  if (typeof held !== 'object' || held === null) return policy
  return { ...policy, [section]: Object.fromEntries(Object.entries(held).filter(([name]) => name !== String(key))) }
}

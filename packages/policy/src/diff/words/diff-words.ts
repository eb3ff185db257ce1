import type { Policy } from '../../policy.ts'
import type { ChangeClass, ChangeKind } from '../change.ts'

/** What of a part can change. */
export const fieldNames = [
  'about',
  'address',
  'agreement',
  'asked',
  'assessment',
  'atLeastPeople',
  'basis',
  'breach',
  'browser',
  'byCategory',
  'categories',
  'class',
  'clause',
  'column',
  'consent',
  'country',
  'criteria',
  'dated',
  'deadline',
  'decision',
  'description',
  'dnt',
  'email',
  'every',
  'explicit',
  'extension',
  'form',
  'gpc',
  'group',
  'held',
  'holds',
  'hosts',
  'identifies',
  'items',
  'kind',
  'languages',
  'last',
  'lead',
  'lifetime',
  'measures',
  'minimum',
  'more',
  'name',
  'notice',
  'number',
  'officer',
  'party',
  'people',
  'phone',
  'policyChange',
  'policyUrl',
  'privacyContact',
  'profile',
  'provision',
  'purpose',
  'receives',
  'recipient',
  'recipients',
  'requests',
  'retention',
  'risks',
  'role',
  'source',
  'special',
  'store',
  'storedIn',
  'subjects',
  'subProcessors',
  'terms',
  'text',
  'then',
  'timeZone',
  'title',
  'told',
  'tool',
  'tracked',
  'transferOfBusiness',
  'uniqueId',
  'url',
  'validFor',
  'way',
  'ways',
  'when',
  'withdrawal',
] as const
export type FieldName = (typeof fieldNames)[number]

/** A section of a policy, as something that a part is one of. */
export type Noun = keyof Policy

/** The words of a diff. */
export interface DiffWords {
  /** “Use “Newsletter”” */
  part(noun: string, title: string): string
  nouns: Record<Noun, string>
  fields: Record<FieldName, string>
  kinds: Record<ChangeKind, string>
  classes: Record<ChangeClass, string>
  before: string
  after: string
  yes: string
  no: string
}

import type { NonEmpty } from '../../text.ts'

/** Sections of the policy page, in its order; their names are the ids that others link to. */
export const pageSections = [
  'inShort',
  'controller',
  'scope',
  'categories',
  'purposes',
  'processings',
  'recipients',
  'transfers',
  'storage',
  'consents',
  'mails',
  'media',
  'claims',
  'addresses',
  'notices',
  'rights',
  'reviews',
  'lists',
  'documents',
  'laws',
  'events',
  'document',
] as const
export type PageSection = (typeof pageSections)[number]

/** Words of the page's frame: headings, who answers, rights, and the page itself. */
export interface PageWords {
  title: string
  version(number: string, date: string): string
  headings: Record<PageSection, string>
  controller: {
    intro: string
    name: string
    address: string
    organisationNumber: string
    email: string
    phone: string
    privacyContact: string
    officer: string
    group: string
    /** Said in place of all the above while nobody is named. */
    nobody: NonEmpty<string>
  }
  rights: {
    list: NonEmpty<string>
    free: string
    complaint: string
    /** Said before the authorities, where the policy names them. */
    authorities: string
    lead: string
  }
  document: {
    number: string
    effective: string
    dated: string
    languages: string
    timeZone: string
    profile: string
    hash: string
    changes: string
  }
}

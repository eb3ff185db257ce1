import type { DataCategory } from '../category.ts'
import type { LegalBasis } from '../legal-basis.ts'
import type { RetentionRule } from '../retention.ts'
import type { StorageKey } from '../storage-key.ts'
import type { NonEmpty } from '../text.ts'

/** The words of a policy page that are the same for every policy. */
export interface Words {
  title: string
  version(number: string, date: string): string
  headings: Record<
    'inShort' | 'controller' | 'categories' | 'processings' | 'recipients' | 'storage' | 'rights' | 'document',
    string
  >
  /** A retention rule's joints: “until … , at the latest … after …”, “at the latest when …”. */
  until: string
  when: string
  after: string
  atTheLatest: string
  /** Begins the sentence that they end: “Exists until …, in working memory only.” */
  exists: string
  held: Record<RetentionRule['held'], string>
  controller: {
    intro: string
    name: string
    address: string
    organisationNumber: string
    email: string
    phone: string
    privacyContact: string
    /** Said in place of all the above while nobody is named. */
    nobody: NonEmpty<string>
  }
  category: { source: string; provision: string; sources: Record<DataCategory['source'], string> }
  processing: {
    categories: string
    basis: string
    recipients: string
    nobody: string
    objection: string
  }
  basis: Record<LegalBasis['article'], string>
  balance: string
  recipients: { nobody: string; nobodyElse: string }
  storage: {
    none: string
    intro: string
    noCookies: string
    head: NonEmpty<string>
    stores: Record<StorageKey['store'], string>
    session: string
    untilCleared: string
  }
  rights: { list: NonEmpty<string>; free: string; complaint: string }
  document: { number: string; effective: string; hash: string; changes: string }
}

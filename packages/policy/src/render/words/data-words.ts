import type { DataCategory, Identifiability, SubjectKind } from '../../category.ts'
import type { WayOfAsking } from '../../consent.ts'
import type { LegalBasis } from '../../legal-basis.ts'
import type { Processing } from '../../processing.ts'
import type { Deadline, RetentionRule } from '../../retention.ts'
import type { StorageClass, StorageKey } from '../../storage-key.ts'
import type { NonEmpty } from '../../text.ts'

/** Words of what is kept, why, how long, and in the browser. */
export interface DataWords {
  /** A retention rule's joints: “until … , at the latest … after …”, “at the latest when …”. */
  until: string
  when: string
  after: string
  atTheLatest: string
  /** Begins the sentence that they end: “Exists until …, in working memory only.” */
  exists: string
  held: Record<RetentionRule['held'], string>
  category: {
    source: string
    sources: Record<DataCategory['source'], string>
    provision: string
    provisions: Record<DataCategory['provision']['kind'], string>
    subjects: string
    subject: Record<SubjectKind, string>
    identifies: string
    identified: Record<Identifiability, string>
    atLeast(people: number): string
    special: string
    specials: Record<'art-9' | 'art-10', string>
    storedIn: string
    usedFor: string
  }
  purpose: { processor: string; decision: string }
  processing: {
    description: string
    categories: string
    basis: string
    only: string
    softOptIn: string
    recipients: string
    nobody: string
    objection: string
    minimum: string
    deadline: string
    within(count: number, unit: Deadline['unit']): string
    anonymised: string
    then: string
    notice: string
    ahead(time: string): string
    criteria: string
    decision: string
    consequence: string
    role: string
    risks: string
    risk: Record<NonNullable<Processing['risks']>[number], string>
    assessment: string
  }
  basis: Record<LegalBasis['article'], string>
  balance: string
  storage: {
    none: string
    intro: string
    noCookies: string
    head: NonEmpty<string>
    stores: Record<StorageKey['store'], string>
    /** How long a cookie without a lifetime stays, and an entry of the session storage. */
    sessionCookie: string
    session: string
    untilCleared: string
    classes: Record<StorageClass, string>
    uniqueId: string
    /** Joins the kind of an entry with who sets it. */
    setBy: string
    /** Who sets it, where that is this installation. */
    own: string
    /** What a consent column says where none is asked. */
    unasked: string
    heard: string
    unheard: string
    gpc: string
    dnt: string
  }
  consent: {
    intro: string
    asked: string
    ways: Record<WayOfAsking, string>
    validFor: string
    explicit: string
    carries: string
  }
}

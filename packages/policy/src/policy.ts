import type { ColumnBinding, LiveBinding } from './bindings.ts'
import type { DataCategory } from './category.ts'
import type { Claim } from './claim.ts'
import type { ConsentPurpose } from './consent.ts'
import type { Authority, Controller } from './controller.ts'
import type { Law } from './law.ts'
import type { MediaPath } from './media.ts'
import type { Listing } from './listing.ts'
import type { AddressForm, DocumentDeclaration, MailDeclaration, Notices, Review, Signals } from './notices.ts'
import type { Processing } from './processing.ts'
import type { Purpose } from './purpose.ts'
import type { Recipient, Transfer } from './recipient.ts'
import type { RetentionEvent } from './retention.ts'
import type { StorageKey } from './storage-key.ts'
import type { Language, NonEmpty, Text } from './text.ts'

/** What a policy says beyond what the system does with data: where, how it is told, what it claims. */
export interface Promises<
  Category extends string = string,
  PurposeKey extends string = string,
  RecipientKey extends string = string,
> {
  /** Countries that data stays in; `EEA` stands for the members of the European Economic Area. */
  readonly regions?: NonEmpty<string> | undefined
  readonly transfers?: Readonly<Record<string, Transfer<RecipientKey>>> | undefined
  readonly claims?: Readonly<Record<string, Claim<Category>>> | undefined
  readonly mails?: Readonly<Record<string, MailDeclaration<PurposeKey>>> | undefined
  /** How picture and sound travel. What the system says of itself here no profile can change. */
  readonly media?: Readonly<Record<string, MediaPath>> | undefined
  readonly documents?: Readonly<Record<string, DocumentDeclaration>> | undefined
  readonly reviews?: Readonly<Record<string, Review>> | undefined
  /** What is kept of network addresses, per place that writes them. */
  readonly addresses?: Readonly<Record<string, AddressForm>> | undefined
  readonly notices?: Notices | undefined
  readonly signals?: Signals | undefined
  /** Which law applies and which courts, principles, what the policy covers and what it doesn't. */
  readonly scope?: readonly Text[] | undefined
  readonly authorities?: Readonly<Record<string, Authority>> | undefined
  /** What else the text lists. */
  readonly lists?: Readonly<Record<string, Listing>> | undefined
}

interface Sections<
  Category extends string = string,
  PurposeKey extends string = string,
  RecipientKey extends string = string,
  Event extends string = string,
  Consent extends string = string,
  LawKey extends string = string,
> extends Promises<NoInfer<Category>, NoInfer<PurposeKey>, NoInfer<RecipientKey>> {
  readonly categories: Readonly<Record<Category, DataCategory>>
  readonly purposes: Readonly<Record<PurposeKey, Purpose>>
  readonly recipients: Readonly<Record<RecipientKey, Recipient<NoInfer<Category>>>>
  readonly events: Readonly<Record<Event, RetentionEvent>>
  readonly consents?: Readonly<Record<Consent, ConsentPurpose>> | undefined
  readonly laws?: Readonly<Record<LawKey, Law<NoInfer<Event>>>> | undefined
  readonly processings: Readonly<
    Record<
      string,
      Processing<
        NoInfer<Category>,
        NoInfer<PurposeKey>,
        NoInfer<RecipientKey>,
        NoInfer<Event>,
        NoInfer<Consent>,
        NoInfer<LawKey>
      >
    >
  >
  /** Database tables, by name. */
  readonly columns: Readonly<Record<string, Readonly<Record<string, ColumnBinding<NoInfer<Category>>>>>>
  /** What is held in memory, by what it is about. */
  readonly live: Readonly<Record<string, Readonly<Record<string, LiveBinding<NoInfer<Category>>>>>>
  /** Cookies and entries of browser storage, by name. */
  readonly storage: Readonly<Record<string, StorageKey<NoInfer<Category>, NoInfer<PurposeKey>>>>
}

/** Everything a policy says except who answers for it. Keys are names that its parts refer to each other by. */
export interface Declarations<
  Category extends string = string,
  PurposeKey extends string = string,
  RecipientKey extends string = string,
  Event extends string = string,
  Consent extends string = string,
  LawKey extends string = string,
> extends Sections<Category, PurposeKey, RecipientKey, Event, Consent, LawKey> {
  /** The few sentences that most readers stop after. */
  readonly inShort: NonEmpty<Text>
  /** How people use their rights here, beyond what the law says everywhere. */
  readonly rights: NonEmpty<Text>
}

/** Which text of the policy this is. */
export interface PolicyEdition {
  /** Name of the profile, such as `samtale`. */
  readonly profile: string
  readonly title: Text
  /** Languages that it is written in; texts in others repeat the first. */
  readonly languages: NonEmpty<Language>
  /** `YYYY-MM-DD`. */
  readonly effective: string
  /** IANA time zone in which days are counted. */
  readonly timeZone: string
}

/**
 * A whole policy. The controller is null while nobody is named. What comes from a file may have lost parts that were
 * refused, so its lists can be empty.
 */
export interface Policy extends Sections {
  readonly controller: Controller | null
  readonly inShort: readonly Text[]
  readonly rights: readonly Text[]
  readonly edition?: PolicyEdition | undefined
}

/** Checks at compile time that whatever is referred to is declared; gives the declarations back as they are. */
export function definePolicy<
  const Category extends string,
  const PurposeKey extends string,
  const RecipientKey extends string,
  const Event extends string,
  const Consent extends string = never,
  const LawKey extends string = never,
>(declarations: Declarations<Category, PurposeKey, RecipientKey, Event, Consent, LawKey>): Declarations {
  return declarations
}

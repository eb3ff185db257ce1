import type { ColumnBinding, LiveBinding } from './bindings.ts'
import type { DataCategory } from './category.ts'
import type { Controller } from './controller.ts'
import type { Processing, Recipient } from './processing.ts'
import type { Purpose } from './purpose.ts'
import type { RetentionEvent } from './retention.ts'
import type { StorageKey } from './storage-key.ts'
import type { NonEmpty, Text } from './text.ts'

/** Everything a policy says except who answers for it. Keys are names that its parts refer to each other by. */
export interface Declarations<
  Category extends string = string,
  PurposeKey extends string = string,
  RecipientKey extends string = string,
  Event extends string = string,
> {
  /** The few sentences that most readers stop after. */
  readonly inShort: NonEmpty<Text>
  readonly categories: Readonly<Record<Category, DataCategory>>
  readonly purposes: Readonly<Record<PurposeKey, Purpose>>
  readonly recipients: Readonly<Record<RecipientKey, Recipient>>
  readonly events: Readonly<Record<Event, RetentionEvent>>
  readonly processings: Readonly<
    Record<string, Processing<NoInfer<Category>, NoInfer<PurposeKey>, NoInfer<RecipientKey>, NoInfer<Event>>>
  >
  /** Database tables, by name. */
  readonly columns: Readonly<Record<string, Readonly<Record<string, ColumnBinding<NoInfer<Category>>>>>>
  /** What is held in memory, by what it is about. */
  readonly live: Readonly<Record<string, Readonly<Record<string, LiveBinding<NoInfer<Category>>>>>>
  /** Cookies and entries of browser storage, by name. */
  readonly storage: Readonly<Record<string, StorageKey<NoInfer<Category>, NoInfer<PurposeKey>>>>
  /** How people use their rights here, beyond what the law says everywhere. */
  readonly rights: NonEmpty<Text>
}

/** A whole policy. The controller is null while nobody is named. */
export interface Policy extends Declarations {
  readonly controller: Controller | null
}

/** Checks at compile time that whatever is referred to is declared; gives the declarations back as they are. */
export function definePolicy<
  const Category extends string,
  const PurposeKey extends string,
  const RecipientKey extends string,
  const Event extends string,
>(declarations: Declarations<Category, PurposeKey, RecipientKey, Event>): Declarations {
  return declarations
}

import type { Purposes } from '../db/db.ts'
import type { Sealed } from '../seals/sealed.ts'

/** Where a feature keeps addresses of people: read by the feature itself, for what it has them. */
export interface AddressSource<Tables> {
  /** Kind of the records, their category, and the purpose for which it is read. */
  readonly kind: string
  readonly category: string
  readonly purpose: string
  /** The table whose column `address` it is. */
  readonly table: string
  /** Those that may be written to, beyond a record, in the order of their ids. */
  page(database: Purposes<Tables>, after: string, most: number): Promise<AddressEntry[]>
  /** That of a record; undefined where it may not be read now. */
  find(database: Purposes<Tables>, record: string): Promise<AddressEntry | undefined>
}

export interface AddressEntry {
  readonly record_id: string
  readonly address: Sealed | null
  readonly language: string
}

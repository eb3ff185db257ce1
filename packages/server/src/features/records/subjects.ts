import type { Clock } from '../../platform/clock.ts'
import { newId } from '../../platform/ids.ts'
import type { BlindIndex } from '../../platform/seals/sealed.ts'
import { storagePurpose, type Transaction } from './facts.ts'
import { lookupStore, recordsById, recordStore, subjectStore, type StoredRecord } from './record-store.ts'

/** What addresses are looked up for: so that rights reach all that belongs to one person. */
export const lookupPurpose = 'rights'

/** A record that a feature makes. */
export interface NewRecord {
  /** Made by the feature: values are sealed under it before the transaction. */
  readonly id: string
  readonly kind: string
  /** Of the person's address, by `addressIndexOf`; null where nobody is known. */
  readonly addressIndex: BlindIndex | null
  readonly at: Date
}

/** People, each once in an installation, found by an index of their address; and the records that belong to them. */
export function createSubjects({ clock }: { clock: Pick<Clock, 'now'> }) {
  async function find(transaction: Transaction, index: BlindIndex): Promise<string | null> {
    return lookupStore(transaction.for(lookupPurpose)).find(index)
  }

  async function findOrMake(transaction: Transaction, index: BlindIndex): Promise<string> {
    const known = await find(transaction, index)
    if (known !== null) return known
    const id = newId(clock.now())
    await subjectStore(transaction.for(storagePurpose)).add(id, clock.now())
    if (await lookupStore(transaction.for(lookupPurpose)).add({ address_index: index, subject_id: id })) return id
    // Somebody else was first, and is done by now.
    await subjectStore(transaction.for(storagePurpose)).deleteWithoutRecords([id])
    return findOrMake(transaction, index)
  }

  return {
    /** Makes a record, due at once, for the person behind an address. */
    open: async (transaction: Transaction, { id, kind, addressIndex, at }: NewRecord): Promise<void> => {
      const subject = addressIndex === null ? null : await findOrMake(transaction, addressIndex)
      await addRecord(transaction, { id, kind, subject, at }, clock.now())
    },

    /** Makes a record, due at once, for a person who is known already; for nobody, where that is null. */
    openFor: (transaction: Transaction, record: RecordFor): Promise<void> =>
      addRecord(transaction, record, clock.now()),

    find,

    /** The person is found by another address too; false where that is somebody's already. */
    alsoAt: (transaction: Transaction, subject: string, index: BlindIndex): Promise<boolean> =>
      lookupStore(transaction.for(lookupPurpose)).add({ address_index: index, subject_id: subject }),

    /** The person isn't found by this address any more. */
    noLongerAt: (transaction: Transaction, subject: string, index: BlindIndex): Promise<void> =>
      forgetAddress(transaction, { subject, index, at: clock.now() }),

    /** Whose a record is; null where it is nobody's, or there is none. */
    subjectOf: async (transaction: Transaction, record: string): Promise<string | null> =>
      (await recordsById(transaction.for(storagePurpose), [record]))[0]?.subject_id ?? null,

    recordsOf: (transaction: Transaction, subject: string): Promise<StoredRecord[]> =>
      recordStore(transaction.for(storagePurpose)).ofSubject(subject),
  }
}

/** A record that is made for a person who is known already; for nobody, where that is null. */
type RecordFor = Omit<NewRecord, 'addressIndex'> & { readonly subject: string | null }

function addRecord(transaction: Transaction, { id, kind, subject, at }: RecordFor, now: Date): Promise<void> {
  const row = { id, kind, subject_id: subject, created_at: at, next_check_at: now }
  return recordStore(transaction.for(storagePurpose)).add(row)
}

/** The address becomes that of somebody of whom there is nothing else, and goes with them. */
async function forgetAddress(
  transaction: Transaction,
  { subject, index, at }: { readonly subject: string; readonly index: BlindIndex; readonly at: Date },
): Promise<void> {
  const nobody = newId(at)
  const subjects = subjectStore(transaction.for(storagePurpose))
  await subjects.add(nobody, at)
  await lookupStore(transaction.for(lookupPurpose)).give(index, subject, nobody)
  await subjects.deleteWithoutRecords([nobody])
}

import { createErasures } from '../../src/features/erasure/index.ts'
import { createRecordDesk } from '../../src/features/records/index.ts'
import { newId } from '../../src/platform/ids.ts'
import { Personal } from '../../src/platform/personal.ts'
import { openLetterInstallation } from '../correspondence/installation.ts'

/** For tests: an installation that takes letters, asks for consent and erases. */
export async function openErasureInstallation() {
  const letters = await openLetterInstallation()
  const { database, work, policy, writers, clock } = letters
  const { records, seals } = work
  const publication = { number: 3, hash: 'the-policy' }
  const erasures = createErasures({
    database,
    records,
    seals,
    policy,
    publication,
    publicUrl: new URL('https://skole.example'),
  })
  const desk = createRecordDesk({ database, records, seals, clock })
  const personal = (text: string) => new Personal('correspondence', text)
  return {
    ...letters,
    erasures,
    desk,
    records,
    /** Somebody writes. */
    write: (address: string, message = 'Hei') =>
      writers.begin({
        address: personal(address),
        name: personal(`Navn ${address}`),
        message: personal(message),
        language: 'nb',
      }),
    /** Somebody said yes to something: the law wants that to be kept. */
    agree: async (address: string): Promise<string> => {
      const at = clock.now()
      const id = newId(at)
      await database.transaction(async (transaction) => {
        const addressIndex = seals.index('subject.address', address)
        await records.subjects.open(transaction, { id, kind: 'consent', addressIndex, at })
        await records.facts.note(transaction, [{ kind: 'consent', record: id, consent: 'newsletter', given: true, at }])
      })
      await records.apply.records([id])
      return id
    },
    subjectOf: async (address: string): Promise<string> => {
      const subject = await desk.subjectOf(personal(address))
      if (subject === null) throw new Error('Nobody has this address.')
      return subject
    },
  }
}

import { openAudit } from '../../../src/app/organisations.ts'
import { openReports } from '../../../src/app/reports.ts'
import { claimCategory } from '../../../src/features/rights/tables.ts'
import { jobPurpose } from '../../../src/platform/jobs/job-database.ts'
import { mailPurpose } from '../../../src/platform/mail/tables.ts'
import { newId } from '../../../src/platform/ids.ts'
import { Personal } from '../../../src/platform/personal.ts'
import { addressOf } from './people.ts'
import type { Installation } from './seed.ts'
import { partsOf, together } from './together.ts'

const day = 86_400_000

/** Mails that wait for tomorrow, and as many that were given up. */
export async function makeMails({ work, clock }: Installation, people: readonly string[], count: number) {
  for (const part of partsOf(count, 100)) {
    const prepared = await Promise.all(
      part.map((number) =>
        work.mailer.prepare({
          kind: 'account.code',
          record: people[number % people.length] ?? '',
          occasion: newId(clock.now()),
          to: new Personal('account', addressOf(number % people.length)),
          language: 'nb',
          values: { code: '000000' },
        }),
      ),
    )
    await together(work, async ({ database }) => {
      await database.transaction(async (transaction) => {
        for (const mail of prepared) await work.mailer.queue(transaction, mail)
        const ids = prepared.map(({ row }) => row.id)
        const jobs = transaction.for(jobPurpose)
        await jobs
          .updateTable('job')
          .set({ due_at: new Date(clock.now().getTime() + day) })
          .where('about', 'in', ids)
          .execute()
        await transaction
          .for(mailPurpose)
          .updateTable('mail')
          .set({ failed_at: clock.now(), error_code: 'mail.refused' })
          .where(
            'id',
            'in',
            ids.filter((_, index) => index % 2 === 0),
          )
          .execute()
      })
    })
  }
}

/** Reports that nobody decided yet. */
export async function makeReports({ work, policy, publicUrl, clock }: Installation, count: number) {
  for (const part of partsOf(count, 50)) {
    await together(work, async (joined) => {
      const reports = openReports({ work: joined, policy, publicUrl, clock })
      for (const number of part) {
        const contact = number % 2 === 0 ? { contact: addressOf(number) } : {}
        const message = `Noen roper i rommet (${number}).`
        await reports?.take({ room: `rom-${number}`, where: 'call', reason: 'other', message, ...contact }, 'nb')
      }
    })
  }
}

/** What operators did. */
export async function makeActs({ work, policy, clock }: Installation, by: string, count: number) {
  for (const part of partsOf(count, 100)) {
    await together(work, async (joined) => {
      const audit = openAudit({ work: joined, policy, clock })
      for (const number of part)
        await audit?.write({
          ...{ organisation: null, by, what: 'report.read', why: `Sak ${number}` },
          about: { kind: 'report', id: newId(clock.now()) },
        })
    })
  }
}

/** Requests of people about their data, proved and not answered yet. */
export async function makeRequests({ work, rights, clock }: Installation, count: number) {
  if (rights === null) throw new Error('The default profile takes requests.')
  for (let person = 0; person < count; person += 1) {
    const address = new Personal(claimCategory, addressOf(person))
    await rights.ask({ kind: 'rectification', address, wish: new Personal(claimCategory, 'Navnet'), language: 'nb' })
    const claims = work.database.for('rights').selectFrom('rights_claim').select('record_id')
    const { record_id } = await claims
      .where('proved_at', 'is', null)
      .orderBy('asked_at', 'desc')
      .executeTakeFirstOrThrow()
    const token = work.tokens.sign('rights.prove', [record_id], new Date(clock.now().getTime() + day))
    if (typeof (await rights.prove(token, null)) === 'string') throw new Error('A request has no proof.')
  }
}

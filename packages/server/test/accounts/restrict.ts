import type { AccountInstallation } from './installation.ts'

/** For tests: restricts all of the person whose account is the newest (GDPR art. 18); from then on it isn't seen. */
export async function restrictNewest({ database, work: { records } }: AccountInstallation): Promise<void> {
  const accounts = database.for('account').selectFrom('account').select('record_id')
  const { record_id: account } = await accounts.orderBy('created_at', 'desc').limit(1).executeTakeFirstOrThrow()
  await database.transaction(async (transaction) => {
    const subject = await records.subjects.subjectOf(transaction, account)
    if (subject === null) throw new Error('The account is nobody’s.')
    await records.facts.restrict(transaction, subject, '18-1-a')
  })
  await records.apply.records([account])
}

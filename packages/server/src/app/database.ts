import type { Policy, TableBindings } from '@samtale/policy'
import { breachColumns, type BreachTables } from '../features/breach/index.ts'
import { accountColumns, accountTables, type AccountTables } from '../features/accounts/index.ts'
import { auditColumns, auditTables, type AuditTables } from '../features/audit/index.ts'
import { consentAnswerColumns, type ConsentTables } from '../features/consent/index.ts'
import { ticketColumns, ticketTables, type CorrespondenceTables } from '../features/correspondence/index.ts'
import { disclosureColumns, disclosureTables, type DisclosureTables } from '../features/disclosures/index.ts'
import { ledgerEntryColumns, type LedgerTables } from '../features/ledger/index.ts'
import { newsletterEntryColumns, waitingListEntryColumns, type ListTables } from '../features/lists/index.ts'
import { organisationColumns, organisationTables, type OrganisationTables } from '../features/organisations/index.ts'
import { policyColumns, policyTables, type PrivacyTables } from '../features/privacy/index.ts'
import { recordFactColumns, recordFactTables, type RecordTables } from '../features/records/index.ts'
import { staffReadColumns, staffReadTables, type StaffReadTables } from '../features/staff-reads/index.ts'
import { reportColumns, reportTables, type ReportTables } from '../features/reports/index.ts'
import { roomColumns, roomTables, type RoomTables } from '../features/rooms/index.ts'
import { suspensionColumns, suspensionTables, type SuspensionTables } from '../features/suspension/index.ts'
import { rightsColumns, rightsTables, type RightsTables } from '../features/rights/index.ts'
import type { BoundTables } from '../platform/db/access/bound-tables.ts'
import { accessPlan } from '../platform/db/access/plan.ts'
import { openDatabase, type Database } from '../platform/db/database.ts'
import type { FirstLook } from '../platform/db/first-look.ts'
import { jobColumns, type JobTables } from '../platform/jobs/tables.ts'
import { mailColumns, mailSuppressionColumns, suppressionRecord, type MailTables } from '../platform/mail/tables.ts'
import { complain } from '../platform/output.ts'
import { openDoorsInWords } from './open-doors.ts'
import { recordColumns, schemaMigrationColumns, subjectColumns, type PlatformTables } from '../platform/db/tables.ts'

/** Every table of the database. */
export interface DatabaseTables
  extends
    PlatformTables,
    JobTables,
    MailTables,
    RecordTables,
    LedgerTables,
    ConsentTables,
    ListTables,
    CorrespondenceTables,
    RightsTables,
    SuspensionTables,
    ReportTables,
    PrivacyTables,
    BreachTables,
    DisclosureTables,
    StaffReadTables,
    AuditTables,
    OrganisationTables,
    AccountTables,
    RoomTables {}

/** What every column of every table holds. One left out fails to compile; the live schema is compared at the start. */
export const columnBindings = {
  schema_migration: schemaMigrationColumns,
  subject: subjectColumns,
  record: recordColumns,
  job: jobColumns,
  mail: mailColumns,
  mail_suppression: mailSuppressionColumns,
  ...recordFactColumns,
  ledger_entry: ledgerEntryColumns,
  consent_answer: consentAnswerColumns,
  newsletter_entry: newsletterEntryColumns,
  waiting_list_entry: waitingListEntryColumns,
  ...ticketColumns,
  ...rightsColumns,
  ...suspensionColumns,
  ...reportColumns,
  ...policyColumns,
  ...breachColumns,
  ...disclosureColumns,
  ...staffReadColumns,
  ...accountColumns,
  ...auditColumns,
  ...organisationColumns,
  ...roomColumns,
} as const satisfies TableBindings<DatabaseTables>

/** The same, with what the tables are beside their columns: `record`, the kind of record, and `appendOnly`. */
export const tableBindings = {
  schema_migration: { columns: columnBindings.schema_migration },
  subject: { columns: columnBindings.subject },
  record: { columns: columnBindings.record },
  job: { columns: columnBindings.job },
  // Of records of every kind.
  mail: { columns: columnBindings.mail },
  mail_suppression: { record: suppressionRecord, columns: columnBindings.mail_suppression },
  ...recordFactTables,
  ledger_entry: { columns: columnBindings.ledger_entry, appendOnly: true },
  consent_answer: { record: 'consent', columns: columnBindings.consent_answer, appendOnly: true },
  newsletter_entry: { record: 'newsletter', columns: columnBindings.newsletter_entry },
  waiting_list_entry: { record: 'waiting-list', columns: columnBindings.waiting_list_entry },
  ...ticketTables,
  ...rightsTables,
  ...suspensionTables,
  ...reportTables,
  ...policyTables,
  breach: { columns: breachColumns.breach },
  breach_notice: { columns: breachColumns.breach_notice, appendOnly: true },
  ...disclosureTables,
  ...staffReadTables,
  ...accountTables,
  ...auditTables,
  ...organisationTables,
  ...roomTables,
} as const satisfies Record<keyof DatabaseTables, BoundTables[string]>

/**
 * Opens the installation's database, for the purposes of the processings of the policy in force, which is decided by what
 * the database has.
 * @throws StartupError any of `db.*`
 */
export async function openAppDatabase(
  place: { folder: string; serverUrl: string | null },
  policyIn: (look: FirstLook) => Promise<Pick<Policy, 'processings'>>,
): Promise<Database<DatabaseTables>> {
  const plan = async (look: FirstLook) => accessPlan(tableBindings, (await policyIn(look)).processings)
  const database = await openDatabase<DatabaseTables>({ ...place, bindings: tableBindings, plan })
  const open = openDoorsInWords(database.openDoors)
  if (open !== null) complain(`${open}\n`)
  return database
}

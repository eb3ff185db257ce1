import { accountRecord, digestRecord, signInRecord } from '../features/accounts/index.ts'
import { actRecord } from '../features/audit/index.ts'
import { recordKind as ticket } from '../features/correspondence/index.ts'
import { invitationRecord, organisationRecord } from '../features/organisations/index.ts'
import { defineRecordKinds } from '../features/records/index.ts'
import { reportRecord } from '../features/reports/index.ts'
import { roomInvitationRecord } from '../features/rooms/index.ts'
import { suspensionRecord } from '../features/suspension/index.ts'
import { claimRecord, requestRecord } from '../features/rights/index.ts'
import { staffReadRecord } from '../features/staff-reads/index.ts'
import { suppressionRecord } from '../platform/mail/tables.ts'
import { tableBindings } from './database.ts'

/** Every kind of record. A table of a kind that isn't here stops the start. */
export const recordKinds = defineRecordKinds(tableBindings, [
  'newsletter',
  'waiting-list',
  ticket,
  requestRecord,
  claimRecord,
  suspensionRecord,
  reportRecord,
  'consent',
  suppressionRecord,
  accountRecord,
  staffReadRecord,
  digestRecord,
  signInRecord,
  actRecord,
  organisationRecord,
  invitationRecord,
  roomInvitationRecord,
])

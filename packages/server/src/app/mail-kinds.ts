import { breachMailKinds } from '../features/breach/index.ts'
import { accountMailKinds } from '../features/accounts/index.ts'
import { correspondenceMailKinds } from '../features/correspondence/index.ts'
import { listMailKinds } from '../features/lists/index.ts'
import { organisationMailKinds } from '../features/organisations/index.ts'
import { policyMailKinds } from '../features/privacy/index.ts'
import { retentionMailKinds } from '../features/retention/index.ts'
import { reportMailKinds } from '../features/reports/index.ts'
import { rightsMailKinds } from '../features/rights/index.ts'
import { roomMailKinds } from '../features/rooms/index.ts'
import { suspensionMailKinds } from '../features/suspension/index.ts'
import { defineMailKinds } from '../platform/mail/kinds.ts'

/** Every kind of mail that is sent: those of the features. One that isn't here can't be queued. */
export const mailKinds = defineMailKinds({
  ...listMailKinds,
  ...correspondenceMailKinds,
  ...rightsMailKinds,
  ...reportMailKinds,
  ...retentionMailKinds,
  ...policyMailKinds,
  ...breachMailKinds,
  ...accountMailKinds,
  ...organisationMailKinds,
  ...roomMailKinds,
  ...suspensionMailKinds,
})

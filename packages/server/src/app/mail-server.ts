import type { Policy } from '@samtale/policy'
import { addressKind } from '../platform/address-kind.ts'
import type { MailSettings } from '../platform/config/mail-settings.ts'
import { mailCategory } from '../platform/mail/tables.ts'
import { StartupError } from '../platform/startup-error.ts'

/**
 * Refuses to hand mail to somebody whom the policy doesn't name: who runs the mail server sees whom it is sent to and what
 * it says (GDPR art. 4(9), 28).
 * @throws StartupError `mail.server-undeclared`
 */
export function assertMailServerDeclared(
  { smtp, runByUs }: Pick<MailSettings, 'smtp' | 'runByUs'>,
  { recipients, processings }: Pick<Policy, 'recipients' | 'processings'>,
): void {
  if (smtp === null || runByUs || ['loopback', 'private'].includes(addressKind(smtp.host))) return
  const named = Object.values(processings)
    .filter(({ categories }) => categories.includes(mailCategory))
    .flatMap((processing) => (processing.recipients === 'nobody' ? [] : processing.recipients))
  const host = smtp.host.toLowerCase()
  if (named.some((key) => recipients[key]?.hosts?.some((known) => known.toLowerCase() === host) === true)) return
  throw new StartupError('mail.server-undeclared', `The policy names nobody who runs ${host} and gets mail on its way.`)
}

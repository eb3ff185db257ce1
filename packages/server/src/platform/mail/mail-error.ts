/**
 * Why a mail could not be queued or delivered. `docs/errors.md` is compared with this table by a test. A code may stand in
 * the log and in the database; what it is about may not.
 */
export const mailErrors = {
  'mail.kind-undeclared': {
    means: 'No mail of this kind is declared.',
    nextStep: 'Declare the kind, with its purpose and its texts.',
  },
  'mail.kind-mismatch': {
    means: 'A mail for marketing has no way to unsubscribe, or another kind of mail has one.',
    nextStep: 'Give every mail for marketing the link, and no other.',
  },
  'mail.value-missing': {
    means: 'A value that the kind declares is missing, or one is there that it doesn’t declare.',
    nextStep: 'Give exactly the values that the kind declares.',
  },
  'mail.value-unsafe': {
    means: 'A value has a line break or a control character where a mail can have none.',
    nextStep: 'Refuse such a value where it enters.',
  },
  'mail.link-foreign': {
    means: 'A link leads to another server than this one.',
    nextStep: 'Link to pages of this installation only.',
  },
  'mail.address-invalid': {
    means: 'The address is none that mail can be sent to.',
    nextStep: 'Refuse such an address where it enters.',
  },
  'mail.outbox-failed': {
    means: 'The mail could not be written to the outbox; it is tried again.',
    nextStep: 'Check that the data folder can be written and that the disk has room.',
  },
  'mail.server-away': {
    means: 'The mail server can’t be reached; it is tried again for about five days.',
    nextStep: 'Check SAMTALE_SMTP_URL, the network and the mail server.',
  },
  'mail.server-busy': {
    means: 'The mail server asks to try again later; it is tried again for about five days.',
    nextStep: 'Nothing, unless it goes on: then read the mail server’s log.',
  },
  'mail.tls-failed': {
    means: 'The mail server offers no encryption, or its certificate can’t be verified; nothing was sent.',
    nextStep: 'Give the mail server a certificate for the name in SAMTALE_SMTP_URL.',
  },
  'mail.login-refused': {
    means: 'The mail server refuses the name or the password.',
    nextStep: 'Correct SAMTALE_SMTP_URL.',
  },
  'mail.sender-refused': {
    means: 'The mail server doesn’t let us send from the address.',
    nextStep: 'Correct SAMTALE_MAIL_FROM, or let the mail server accept it.',
  },
  'mail.refused': {
    means: 'The mail server refuses the mail or its address for good.',
    nextStep: 'Read the mail server’s log; where it was wrong, samtale mail retry sends the mail again.',
  },
  'mail.expired': {
    means: 'The mail waited for longer than the policy keeps it.',
    nextStep: 'See why mail waits: the log names an earlier error.',
  },
  'mail.given-up': {
    means: 'An operator decided that the mail is not sent.',
    nextStep: 'Nothing.',
  },
  'mail.unreadable': {
    means: 'The key of the mail is gone: it was deleted before it was sent.',
    nextStep: 'Nothing.',
  },
} as const satisfies Record<string, { means: string; nextStep: string }>

export type MailErrorCode = keyof typeof mailErrors

/** A mail that can't be made. Carries a code and its sentence, never a value. */
export class MailRefused extends Error {
  readonly code: MailErrorCode

  constructor(code: MailErrorCode) {
    super(mailErrors[code].means)
    this.name = 'MailRefused'
    this.code = code
  }
}

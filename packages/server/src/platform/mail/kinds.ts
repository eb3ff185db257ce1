import type { MailDeclaration, Text } from '@samtale/policy'

/**
 * What a value of a mail may be. `text`: one line. `name`: what somebody called themselves or a thing of theirs, which
 * becomes no link. `lines`: what somebody wrote, kept as it is. `link`: a page of this installation.
 */
export type ValueShape = 'text' | 'name' | 'lines' | 'link'

/** A part of a mail. Texts take values of one line, as in `Hello {name}`. */
export type MailBlock =
  | { readonly paragraph: Text }
  /** The name of a value of several lines. */
  | { readonly lines: string }
  /** A button, and the name of the link it opens. */
  | { readonly button: Text; readonly link: string }
  /** Advertises something. Only mail for marketing may. */
  | { readonly offer: Text }

/** A kind of mail: why it is sent, whether people can refuse it, and its words. */
export interface MailKind {
  /** What the policy page calls it. */
  readonly title: Text
  /** The purpose of the policy that it serves. */
  readonly purpose: string
  /**
   * Service mail comes with what somebody asked for or has. Other mail comes with consent, named by its key in the policy,
   * or to customers who have not said no (ePrivacy art. 13(2)).
   */
  readonly basis: 'service' | 'soft-opt-in' | { readonly consent: string }
  /** Direct marketing (GDPR art. 21(2)–(3)): it always has a way to unsubscribe. */
  readonly marketing: boolean
  readonly stream: MailStream
  /** Somebody waits at a page for it: it goes before mail to many that was queued in the hour before it. */
  readonly awaited?: true
  /** RFC 3834 §5: an answer to a message, made by a machine, made by a person. */
  readonly autoSubmitted: 'auto-replied' | 'auto-generated' | 'no'
  /** Why the reader gets it, as a sentence under the mail. */
  readonly reason: Text
  readonly values: Readonly<Record<string, ValueShape>>
  readonly subject: Text
  readonly body: readonly [MailBlock, ...MailBlock[]]
}

/** Mail of different weight comes from addresses of its own, so that complaints about one don't hold up another. */
export type MailStream = 'transactional' | 'news' | 'breach'

export type MailKinds = Readonly<Record<string, MailKind>>

/** Declares kinds of mail; what isn't declared can't be sent. */
export function defineMailKinds<const Kinds extends MailKinds>(kinds: Kinds): Kinds {
  return kinds
}

/** The kinds as the policy declares them. */
export function mailDeclarations<Purpose extends string>(
  kinds: Readonly<Record<string, MailKind & { readonly purpose: Purpose }>>,
): Readonly<Record<string, MailDeclaration<Purpose>>> {
  return Object.fromEntries(Object.entries(kinds).map(([key, kind]) => [key, declarationOf(kind)]))
}

function declarationOf<Purpose extends string>(
  kind: MailKind & { readonly purpose: Purpose },
): MailDeclaration<Purpose> {
  const { title, purpose, basis, marketing } = kind
  const consent = typeof basis === 'object' ? { consent: basis.consent } : {}
  return { title, purpose, kind: marketing ? 'marketing' : 'service', ...consent, tracked: false }
}

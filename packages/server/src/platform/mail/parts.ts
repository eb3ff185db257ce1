import type { Language, Text } from '@samtale/policy'
import type { MailKind, ValueShape } from './kinds.ts'
import { MailRefused } from './mail-error.ts'
import { namedText, oneLine, severalLines, unturned } from './safe-text.ts'
import { mailWords } from './words.ts'

/** A mail in words, before it is text or HTML. */
export interface MailParts {
  readonly language: Language
  readonly subject: string
  readonly body: readonly Part[]
  readonly foot: readonly Part[]
}

export type Part =
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'lines'; readonly text: string }
  | { readonly kind: 'button' | 'link'; readonly text: string; readonly to: string }

export interface Wording {
  language: Language
  values: Readonly<Record<string, string>>
  /** Who sends it, as people know them. */
  senderName: string
  /** Address of this installation: links lead nowhere else. */
  publicUrl: URL
  /** Where one click unsubscribes; null where the kind can't be refused. */
  unsubscribe: string | null
}

/**
 * The words of a mail in one language, with its values.
 * @throws MailRefused `mail.value-missing`, `mail.value-unsafe`, `mail.link-foreign`, `mail.kind-mismatch`
 */
export function mailParts(kind: MailKind, wording: Wording): MailParts {
  const { language, publicUrl, senderName, unsubscribe } = wording
  const values = checkValues(kind.values, wording.values, publicUrl)
  if ((unsubscribe !== null) !== (kind.basis !== 'service')) throw new MailRefused('mail.kind-mismatch')
  const say = (text: Text) => fillIn(text[language], values)
  const link = (text: Text, to: string): Part => ({ kind: 'link', text: text[language], to: ownLink(to, publicUrl) })
  return {
    language,
    subject: oneLine(say(kind.subject)),
    body: kind.body.map((block): Part => {
      if ('paragraph' in block) return { kind: 'paragraph', text: say(block.paragraph) }
      if ('offer' in block) return { kind: 'paragraph', text: say(block.offer) }
      if ('lines' in block) return { kind: 'lines', text: values[block.lines] ?? '' }
      return { kind: 'button', text: say(block.button), to: values[block.link] ?? '' }
    }),
    foot: [
      { kind: 'paragraph', text: oneLine(senderName) },
      { kind: 'paragraph', text: say(kind.reason) },
      ...(unsubscribe === null ? [] : [link(mailWords.unsubscribe, unsubscribe)]),
      link(mailWords.privacy, new URL('/privacy', publicUrl).href),
    ],
  }
}

function checkValues(
  shapes: Readonly<Record<string, ValueShape>>,
  values: Readonly<Record<string, string>>,
  publicUrl: URL,
): Record<string, string> {
  const known = Object.entries(shapes)
  if (known.length !== Object.keys(values).length) throw new MailRefused('mail.value-missing')
  return Object.fromEntries(
    known.map(([name, shape]) => {
      const value = Object.hasOwn(values, name) ? values[name] : undefined
      if (value === undefined) throw new MailRefused('mail.value-missing')
      if (shape === 'link') return [name, ownLink(value, publicUrl)]
      return [name, shaped[shape](value)]
    }),
  )
}

const shaped: Readonly<Record<Exclude<ValueShape, 'link'>, (value: string) => string>> = {
  text: (value) => unturned(oneLine(value)),
  name: namedText,
  lines: severalLines,
}

/** A page of this installation; nobody else learns from a link that somebody opened it. */
function ownLink(to: string, publicUrl: URL): string {
  const url = URL.parse(oneLine(to))
  if (url === null || url.origin !== publicUrl.origin || /@|%40/i.test(url.href))
    throw new MailRefused('mail.link-foreign')
  return url.href
}

// Once, so that a value that looks like a placeholder stays what it is.
function fillIn(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(/\{(\w+)\}/g, (_whole, name: string) => values[name] ?? '')
}

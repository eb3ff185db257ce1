import { escapeHtml, languages, type Finding, type Language } from '@samtale/policy'
import type { MailKind, ValueShape } from './kinds.ts'
import { MailRefused } from './mail-error.ts'
import { mailParts } from './parts.ts'
import { renderHtml, renderText } from './render.ts'

const publicUrl = new URL('https://samtale.example')
const unsubscribe = new URL('/unsubscribe/x', publicUrl).href

/** What somebody with ill will would put into a value. */
const samples: Readonly<Record<ValueShape, string>> = {
  text: '<b>Ola</b> & "Kari"',
  name: "Rom <img src=x onerror='x'>",
  lines: 'a\n<script>x</script>',
  link: new URL('/page/x', publicUrl).href,
}

/**
 * What is wrong with the two parts that a kind of mail becomes, in each language: both say the same words, the HTML
 * fetches and runs nothing and leads nowhere but to this installation, and only what can be refused says how.
 */
export function checkParts(key: string, kind: MailKind): Finding[] {
  return languages.flatMap((language) =>
    wrongsIn(kind, language).map((message): Finding => ({ code: 'mail.kind.mismatch', at: `mails.${key}`, message })),
  )
}

function wrongsIn(kind: MailKind, language: Language): string[] {
  const refusable = kind.basis === 'service' ? null : unsubscribe
  const values = Object.fromEntries(Object.entries(kind.values).map(([name, shape]) => [name, samples[shape]]))
  const wording = { language, values, senderName: 'Samtale <x>', publicUrl, unsubscribe: refusable }
  try {
    const parts = mailParts(kind, wording)
    return checkRendered(renderText(parts), renderHtml(parts), { language, refusable })
  } catch (error) {
    // A value without a name, or a name without a value: said already, where the texts are looked at.
    if (error instanceof MailRefused) return []
    throw error
  }
}

/** The same of two parts that are there. */
export function checkRendered(
  text: string,
  html: string,
  { language, refusable }: { language: Language; refusable: string | null },
): string[] {
  const tags = html.match(/<[^>]*>/g) ?? []
  const links = tags.flatMap((tag) => [...tag.matchAll(/\shref="([^"]*)"/g)].map(([, to]) => to ?? ''))
  const foreign = links.filter((to) => URL.parse(unescaped(to))?.origin !== publicUrl.origin)
  const checks: readonly (readonly [boolean, string])[] = [
    [wordsOf(html) !== wordsOf(escapeHtml(text)), 'Its HTML says other words than its text.'],
    [tags.some((tag) => !allowed.test(tag)), 'Its HTML has something in it that is no text, link or style.'],
    [
      tags.some((tag) => /\s(?:on\w+|src|srcset|background|action)\s*=/i.test(tag)),
      'Its HTML runs or fetches something.',
    ],
    [/url\s*\(|@import|expression\s*\(/i.test(html), 'Its styles fetch something.'],
    [foreign.length > 0, 'Its HTML leads away from this installation.'],
    [!html.includes(`<html lang="${language}">`), 'Its HTML doesn’t say its language.'],
    [
      links.includes(unsubscribe) !== (refusable !== null),
      'It can be refused and doesn’t say how, or the other way round.',
    ],
  ]
  return checks.filter(([wrong]) => wrong).map(([, message]) => message)
}

const allowed = /^<(?:!doctype html|\/?(?:html|head|title|style|body|div|p|a)(?:\s[^>]*)?|(?:meta|br)(?:\s[^>]*)?)>$/i

/** The words that somebody reads: without tags and links, which stand in the text and behind words in HTML. */
function wordsOf(html: string): string {
  const body = html.replace(/<head>[\s\S]*<\/head>/, '').replace(/<[^>]*>/g, ' ')
  return body
    .replace(/^-- $/m, ' ')
    .replace(/:\nhttps:\S+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
}

function unescaped(text: string): string {
  return text.replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&amp;', '&')
}

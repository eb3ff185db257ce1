import { localeOf, type Language, type Text } from '@samtale/policy'
import type { Email } from 'postal-mime'
import type { OutboxFile } from '../../platform/mail/outbox.ts'
import { markup, type Markup, type Page } from '../pages/index.ts'
import { outboxWords as words } from './words.ts'

/** A mail of the outbox, read. */
export interface ReadMail {
  readonly file: OutboxFile
  readonly mail: Email
}

export interface ListOptions {
  readonly mails: readonly ReadMail[]
  readonly more: boolean
  /** Whether mail goes to a mail server now. */
  readonly hasServer: boolean
  titleOf(kind: string): Text | null
}

/** All mail, newest first. */
export function listPage({ mails, more, hasServer, titleOf }: ListOptions, language: Language): Page {
  const lead = hasServer ? words.leadWithServer : words.lead
  const body = markup`<article class="page outbox">
<h1>${words.title[language]}</h1>
<p class="lead">${lead[language]}</p>
${mails.length === 0 ? markup`<p>${words.empty[language]}</p>` : markup`<ul class="mails">${mails.map((one) => item(one, titleOf, language))}</ul>`}
${more && markup`<p>${words.more[language]}</p>`}
<p><a href="/outbox?lang=${language}">${words.again[language]}</a></p>
</article>`
  return { title: words.title[language], body }
}

function item({ file, mail }: ReadMail, titleOf: ListOptions['titleOf'], language: Language): Markup {
  const title = titleOf(file.kind)?.[language] ?? file.kind
  return markup`<li><a href="${pathOf(file)}?lang=${language}">
<span class="subject">${mail.subject || words.noSubject[language]}</span>
<span class="to">${addresses(mail.to)}</span>
<span class="about">${title} · ${time(file.queuedAt, language)}</span>
</a></li>`
}

/** One mail: what it says as it looks, as text, and its headers. */
export function mailPage({ file, mail }: ReadMail, titleOf: ListOptions['titleOf'], language: Language): Page {
  const facts = [
    [words.from, addresses(mail.from === undefined ? [] : [mail.from])],
    [words.to, addresses(mail.to)],
    [words.queued, time(file.queuedAt, language)],
    [words.kind, titleOf(file.kind)?.[language] ?? file.kind],
  ] as const
  const subject = mail.subject || words.noSubject[language]
  const headers = mail.headers.map(({ originalKey, value }) => `${originalKey}: ${value}`).join('\n')
  const body = markup`<article class="page outbox">
<p><a href="/outbox?lang=${language}">← ${words.back[language]}</a></p>
<h1>${subject}</h1>
<dl>${facts.map(([term, text]) => markup`<div><dt>${term[language]}</dt><dd>${text}</dd></div>`)}</dl>
<h2>${words.asHtml[language]}</h2>
<iframe class="shown" sandbox="allow-popups allow-popups-to-escape-sandbox" title="${subject}" src="${pathOf(file)}/html"></iframe>
<details class="entry"><summary><h3>${words.asText[language]}</h3></summary><pre tabindex="0">${mail.text ?? ''}</pre></details>
<details class="entry"><summary><h3>${words.headers[language]}</h3></summary><pre tabindex="0">${headers}</pre></details>
</article>`
  return { title: subject, body }
}

/** Where a mail was that has been deleted. */
export function gonePage(language: Language): Page {
  const body = markup`<article class="page outbox">
<h1>${words.gone[language]}</h1>
<p>${words.goneWhy[language]}</p>
<p><a href="/outbox?lang=${language}">${words.back[language]}</a></p>
</article>`
  return { title: words.gone[language], body, status: 404 }
}

function pathOf({ name }: OutboxFile): string {
  return `/outbox/${encodeURIComponent(name)}`
}

function addresses(all: Email['to'] = []): string {
  return all.map(({ name, address }) => (name === '' ? (address ?? '') : `${name} <${address ?? ''}>`)).join(', ')
}

function time(at: Date, language: Language): string {
  return new Intl.DateTimeFormat(localeOf(language), { dateStyle: 'medium', timeStyle: 'short' }).format(at)
}

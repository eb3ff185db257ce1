import type { Language, Text } from '@samtale/policy'
import { markup, type Markup, type Page } from '../pages/index.ts'

export const stylesheetLink = markup`<link rel="stylesheet" href="/accounts.css">`

/** What takes a room's secret along (`#…`), and what passkeys need. Browsers run a module once, however often it is named. */
export const script = markup`<script type="module" src="/accounts.js"></script>`

/** A form that is one button. */
export function press(action: string, { language, label, hidden = {}, plain = true }: PressOptions): Markup {
  const fields = Object.entries(hidden).map(
    ([name, value]) => markup`<input type="hidden" name="${name}" value="${value}">`,
  )
  return markup`<form method="post" action="${action}?lang=${language}" class="press">${fields}<button type="submit" ${plain && markup`class="plain"`}>${label}</button></form>`
}

interface PressOptions {
  readonly language: Language
  readonly label: string
  readonly hidden?: Readonly<Record<string, string>>
  readonly plain?: boolean
}

/** What passkeys need: hidden where the browser has none; without script nobody sees it. */
export function passkeyButton(
  kind: 'sign-in' | 'add' | 'set-up',
  { language, label, failed, next, plain = true }: PasskeyOptions,
): Markup {
  const answer =
    kind === 'set-up' &&
    markup`<form method="post" action="/sign-in/factor/passkey?lang=${language}"><input type="hidden" name="next" value="${next}"><input type="hidden" name="answer"></form>`
  return markup`<div class="passkey" hidden data-passkey="${kind}" data-next="${next}?lang=${language}" data-failed="${failed[language]}"><button type="button" ${plain && markup`class="plain"`}>${label[language]}</button><p role="status"></p>${answer}</div>
${script}`
}

interface PasskeyOptions {
  readonly language: Language
  readonly label: Text
  readonly failed: Text
  readonly next: string
  readonly plain?: boolean
}

/** A page that says one thing. */
export function messagePage(title: Text, text: Text, language: Language, after: Markup | null = null): Page {
  const body = markup`${stylesheetLink}<div class="page"><h1>${title[language]}</h1><p role="status">${text[language]}</p>${after}</div>`
  return { title: title[language], body }
}

import type { Language, Text } from '@samtale/policy'
import { markup, type Markup, type Page } from '../pages/index.ts'

export const stylesheetLink = markup`<link rel="stylesheet" href="/accounts.css">`

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
  kind: 'sign-in' | 'add',
  { language, label, failed, next }: { language: Language; label: Text; failed: Text; next: string },
): Markup {
  return markup`<div class="passkey" hidden data-passkey="${kind}" data-next="${next}?lang=${language}" data-failed="${failed[language]}"><button type="button" class="plain">${label[language]}</button><p role="status"></p></div>
<script type="module" src="/accounts.js"></script>`
}

/** A page that says one thing. */
export function messagePage(title: Text, text: Text, language: Language, after: Markup | null = null): Page {
  const body = markup`${stylesheetLink}<div class="page"><h1>${title[language]}</h1><p role="status">${text[language]}</p>${after}</div>`
  return { title: title[language], body }
}

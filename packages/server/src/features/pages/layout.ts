import { languages, type Language, type Text } from '@samtale/policy'
import { markup, type Markup } from './markup.ts'
import { menuMarkup, type Menu, type Person } from './menu.ts'
import { languageNames, pageWords } from './words.ts'

/** A page's own part. */
export interface Page {
  readonly title: string
  readonly body: Markup
  /** HTTP status; 200, where it isn't said. */
  readonly status?: number
}

export interface FooterLink {
  readonly href: string
  readonly label: Text
}

/** Something that stands at the head of every page, for as long as it is so. */
export interface Notice {
  readonly text: Text
  readonly link?: FooterLink
}

/** What surrounds every page. */
export interface Surround {
  readonly notices?: readonly Notice[]
  readonly footer: readonly FooterLink[]
  /** Put in the head of every page: what the consent banner needs; nothing, where nothing needs consent. */
  readonly head?: Markup
  /** Said above every page, for as long as there is something to say. */
  readonly notice?: (language: Language) => Markup | null
  /** Where people who are signed in go; there is none where the policy has no accounts. */
  readonly menu?: Menu
}

/** Where a page is, so that its language can be changed: path and query, without `lang`. */
export interface Place {
  readonly path: string
  readonly query: URLSearchParams
  readonly language: Language
}

/** A whole HTML document: it needs no script, and its one stylesheet is our own. */
export function documentOf(page: Page, place: Place, surround: Surround, person: Person | null = null): string {
  const { language } = place
  const theme = person === null || person.theme === 'system' ? null : person.theme
  const choices = languages.map((choice) =>
    choice === language
      ? markup`<li><span aria-current="true" lang="${choice}">${languageNames[choice]}</span></li>`
      : markup`<li><a href="${inLanguage(place, choice)}" hreflang="${choice}" lang="${choice}">${languageNames[choice]}</a></li>`,
  )
  const links = surround.footer.map(
    ({ href, label }) => markup`<li><a href="${href}?lang=${language}">${label[language]}</a></li>`,
  )
  const notices = (surround.notices ?? []).map(
    ({ text, link }) =>
      markup`<aside class="site-notice"><p>${text[language]}${link !== undefined && markup` <a href="${link.href}?lang=${language}">${link.label[language]}</a>`}</p></aside>`,
  )
  return markup`<!doctype html>
<html lang="${language}"${theme !== null && markup` data-theme="${theme}"`}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="${theme ?? 'light dark'}">
${themeColours(theme)}
<title>${page.title} – Samtale</title>
<link rel="icon" href="/favicon.svg" type="image/svg+xml">
<link rel="manifest" href="/manifest.webmanifest">
<link rel="apple-touch-icon" href="/icons/apple-touch.png">
<link rel="stylesheet" href="/pages.css">
${surround.head ?? null}
</head>
<body>
<header class="top">
<a class="home" href="/" aria-label="${pageWords.start[language]}">${mark}<span>Samtale</span></a>
${surround.menu !== undefined && menuMarkup(surround.menu, person, place)}
<nav aria-label="${pageWords.languages[language]}"><ul class="languages">${choices}</ul></nav>
</header>
${notices}
${surround.notice?.(language) ?? null}
<main>
${page.body}
</main>
<footer class="bottom"><nav aria-label="${pageWords.more[language]}"><ul>${links}</ul></nav></footer>
</body>
</html>
`.toString()
}

/** What a phone paints around the page: the ground of pages.css. */
function themeColours(theme: 'light' | 'dark' | null): Markup {
  const colours = { light: '#f3f6f8', dark: '#10161c' }
  if (theme !== null) return markup`<meta name="theme-color" content="${colours[theme]}">`
  return markup`<meta name="theme-color" content="${colours.light}" media="(prefers-color-scheme: light)">
<meta name="theme-color" content="${colours.dark}" media="(prefers-color-scheme: dark)">`
}

const mark = markup`<svg viewBox="0 0 32 32" aria-hidden="true"><path class="mark-one" d="M14.5 8v18a9 9 0 0 1 0-18z"/><path class="mark-other" d="M17.5 6v18a9 9 0 0 0 0-18z"/></svg>`

function inLanguage({ path, query }: Place, language: Language): string {
  const other = new URLSearchParams(query)
  other.set('lang', language)
  return `${path}?${other.toString()}`
}

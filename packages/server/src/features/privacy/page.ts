import { escapeHtml, languages, renderHtml, renderPolicyPage, type Language } from '@samtale/policy'
import type { PublishedPolicy } from './publish.ts'

const names: Record<Language, string> = { en: 'English', nb: 'Norsk bokmål', sv: 'Svenska' }
const words: Record<Language, { languages: string; start: string }> = {
  en: { languages: 'Language', start: 'Samtale, to the start page' },
  nb: { languages: 'Språk', start: 'Samtale, til forsiden' },
  sv: { languages: 'Språk', start: 'Samtale, till startsidan' },
}

const mark =
  '<svg viewBox="0 0 32 32" aria-hidden="true"><path class="mark-one" d="M14.5 8v18a9 9 0 0 1 0-18z"/><path class="mark-other" d="M17.5 6v18a9 9 0 0 0 0-18z"/></svg>'

/** The policy as a whole HTML document: it needs no script, and its one stylesheet is our own. */
export function policyPage({ policy, publication }: PublishedPolicy, language: Language): string {
  const document = renderPolicyPage(policy, language, publication)
  const choices = languages.map((choice) =>
    choice === language
      ? `<li><span aria-current="true" lang="${choice}">${names[choice]}</span></li>`
      : `<li><a href="/privacy?lang=${choice}" hreflang="${choice}" lang="${choice}">${names[choice]}</a></li>`,
  )
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escapeHtml(document.title)} – Samtale</title>
<link rel="icon" href="/favicon.svg" type="image/svg+xml">
<link rel="stylesheet" href="/privacy.css">
</head>
<body>
<header class="top">
<a class="home" href="/" aria-label="${words[language].start}">${mark}<span>Samtale</span></a>
<nav aria-label="${words[language].languages}"><ul class="languages">${choices.join('')}</ul></nav>
</header>
<main>
${renderHtml(document)}
</main>
</body>
</html>
`
}

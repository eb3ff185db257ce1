import { useState } from 'react'
import { I18nProvider } from 'react-aria-components/I18nProvider'
import { showTheme } from '../browser/theme.ts'
import { showLanguage } from '../texts/language.ts'
import { useTexts } from '../texts/use-texts.ts'
import { states } from './states.tsx'

const asked = new URLSearchParams(location.search)
const theme = asked.get('theme')
const language = asked.get('language')
if (theme === 'light' || theme === 'dark') showTheme(theme)
if (language === 'nb' || language === 'sv') await showLanguage(language)

/** Every page and state of the app, with drawn people: `/gallery?state=five&theme=dark&language=nb`. `npm run dev` only. */
export function Gallery() {
  const [state] = useState(() => states[asked.get('state') ?? '']?.())
  return <I18nProvider locale={useTexts().locale}>{state ?? <Contents />}</I18nProvider>
}

function Contents() {
  return (
    <main>
      <h1>Gallery</h1>
      <ul>
        {Object.keys(states).map((name) => (
          <li key={name}>
            <a href={`/gallery?state=${name}`}>{name}</a>
          </li>
        ))}
      </ul>
    </main>
  )
}

import { renderHtml, renderPolicyPage, type Language, type Text } from '@samtale/policy'
import { alreadySafe, markup, type Page } from '../pages/index.ts'
import { archiveWords } from './archive/words.ts'
import type { PublishedPolicy } from './publish.ts'
import { documentPaths } from './text-pages.ts'

const also: Text = { en: 'Made from the same policy', nb: 'Laget av samme erklæring', sv: 'Gjort av samma policy' }

/** Documents beside the page, for whoever wants to know more. */
const documents: readonly { readonly href: string; readonly label: Text }[] = [
  {
    href: '/privacy/record',
    label: { en: 'Record of processing', nb: 'Behandlingsprotokoll', sv: 'Register över behandling' },
  },
  {
    href: '/privacy/storage',
    label: { en: 'What is kept in browsers', nb: 'Hva som ligger i nettlesere', sv: 'Vad som finns i webbläsare' },
  },
  { href: '/privacy/recipients', label: { en: 'Who gets data', nb: 'Hvem som får data', sv: 'Vilka som får data' } },
  {
    href: '/privacy/consents',
    label: { en: 'What you can be asked', nb: 'Hva du kan bli spurt om', sv: 'Vad du kan bli tillfrågad om' },
  },
]

/** The policy as a page. */
export function policyPage(
  { policy, publication }: Pick<PublishedPolicy, 'policy' | 'publication'>,
  language: Language,
): Page {
  const document = renderPolicyPage(policy, language, publication)
  const texts = Object.values(policy.documents ?? {}).map(({ kind, title: label }) => ({
    href: documentPaths[kind],
    label,
  }))
  const earlier = { href: '/privacy/versions', label: archiveWords.earlier }
  const links = [earlier, ...texts, ...documents].map(
    ({ href, label }) => markup`<li><a href="${href}?lang=${language}">${label[language]}</a></li>`,
  )
  const body = markup`${alreadySafe(renderHtml(document))}
<nav class="also" aria-labelledby="also"><h2 id="also">${also[language]}</h2><ul>${links}</ul></nav>`
  return { title: document.title, body }
}

import { dateInWords, type Language } from '@samtale/policy'
import { markup, type Markup } from '../../pages/index.ts'
import type { ArchivedVersion } from './archive.ts'
import { archiveWords, fill } from './words.ts'

/** Since when a version counts, or did, or will, as a sentence. */
export function standingInWords({ standing, from, until, madeAt }: ArchivedVersion, language: Language): string {
  const day = (date: Date | null) => (date === null ? '' : dateInWords(date, language))
  const values = { from: day(from), until: day(until), made: day(madeAt) }
  switch (standing) {
    case 'in-force':
      return fill(archiveWords.since[language], values)
    case 'upcoming':
      return fill(archiveWords.from[language], values)
    case 'former':
      return fill(archiveWords.between[language], values)
    case 'withdrawn':
      return fill(archiveWords.never[language], values)
  }
}

/** Above a version that doesn't count: that it doesn't, when it did or will, and where the one is that does. */
export function standingNotice(version: ArchivedVersion, language: Language, current = '/privacy'): Markup | null {
  if (version.standing === 'in-force') return null
  return markup`<aside class="standing" role="note">
<p><strong>${archiveWords.notThis[language]}</strong> ${standingInWords(version, language)}
<a href="${current}?lang=${language}">${archiveWords.toCurrent[language]}</a></p>
</aside>`
}

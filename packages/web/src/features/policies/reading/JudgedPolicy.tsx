import { useHash, useSearch } from '../../../browser/navigation.ts'
import { useLanguage } from '../../../texts/use-texts.ts'
import type { Judgement } from '../judge/judgement.ts'
import { shownLanguage } from '../parts/shown-language.ts'
import { usePoliciesTexts } from '../texts/use-policies-texts.ts'
import { FilterLinks } from './FilterLinks.tsx'
import { LineList } from './LineList.tsx'
import { filterIn, shownLines } from './lines.ts'
import { OtherFindings } from './OtherFindings.tsx'
import { placeIn, type View } from './place.ts'
import { RenderedPolicy } from './RenderedPolicy.tsx'
import { SourceView } from './SourceView.tsx'
import { usePlace } from './use-place.ts'

const views: readonly View[] = ['lines', 'page', 'file']

/**
 * A judged policy: its lines, and beside them (in a small window: in their place) the page made from it, or its file.
 * The address says which, and which part of it: `#R06`, `#processings.newsletter`, `#line-120`.
 */
export function JudgedPolicy({ judgement, text }: { judgement: Judgement; text: string }) {
  const texts = usePoliciesTexts().reading
  const place = placeIn(useHash())
  const filter = filterIn(useSearch())
  const shown = shownLines(judgement.lines, filter, place.view === 'lines' ? place.id : null)
  const language = shownLanguage(judgement.languages, useLanguage())
  const page = language === undefined ? undefined : judgement.pages[language]
  usePlace(place)
  return (
    <div className="reading" data-view={place.view}>
      <nav className="reading-views" aria-label={texts.views}>
        {views.map((view) => (
          <a
            key={view}
            href={`#${view}`}
            className="reading-view"
            data-view={view}
            aria-current={place.view === view ? 'true' : undefined}
          >
            {texts.view[view]}
          </a>
        ))}
      </nav>
      <section className="reading-lines" aria-label={texts.regions.lines}>
        <FilterLinks counts={judgement.counts} filter={filter} />
        <p className="reading-count" role="status">
          {judgement.lines.length === 0 ? texts.noLines : texts.shown(shown.length, judgement.lines.length)}
        </p>
        <LineList lines={shown} language={language} named={place.id} />
        <OtherFindings findings={judgement.otherFindings} />
      </section>
      <div className="reading-beside">
        {place.view === 'file' ? (
          <SourceView text={text} findings={judgement.findings} named={place.id} />
        ) : (
          <RenderedPolicy page={page} hint={texts.pageHint} />
        )}
      </div>
    </div>
  )
}

import { useState } from 'react'
import { useHash } from '../../../browser/navigation.ts'
import { useLanguage } from '../../../texts/use-texts.ts'
import type { Judgement } from '../judge/judgement.ts'
import { CountMarks } from '../parts/CountMarks.tsx'
import { FileLines } from '../parts/file-lines.ts'
import { foundInWords } from '../parts/found-in-words.ts'
import { shownLanguage } from '../parts/shown-language.ts'
import { LineList } from '../reading/LineList.tsx'
import { placeIn } from '../reading/place.ts'
import { RenderedPolicy } from '../reading/RenderedPolicy.tsx'
import { usePlace } from '../reading/use-place.ts'
import { usePoliciesTexts } from '../texts/use-policies-texts.ts'
import { CheckFindings } from './CheckFindings.tsx'
import type { LiveView } from './live-check.ts'

/** What became of the text: counts, findings, its lines, and the page that it makes. */
export function CheckResult({ view, onLine }: { view: LiveView; onLine: (line: number) => void }) {
  const texts = usePoliciesTexts().check
  const { judgement, state } = view
  return (
    <section className="check-result" aria-label={texts.results}>
      <p className="check-status" role="status" data-state={state}>
        <Status view={view} />
      </p>
      {judgement === null ? null : (
        <FileLines value={onLine}>
          <Views judgement={judgement} />
        </FileLines>
      )}
    </section>
  )
}

function Status({ view: { state, judgement } }: { view: LiveView }) {
  const texts = usePoliciesTexts()
  if (state === 'empty') return texts.check.empty
  if (state === 'judging') return texts.check.judging
  if (state === 'gave-up') return texts.check.gaveUp
  if (state === 'no-system' || judgement === null) return texts.check.noSystem
  return foundInWords(judgement.findingCounts, texts)
}

const views = ['findings', 'lines', 'page'] as const
type View = (typeof views)[number]

/**
 * Buttons switch between the views, since browsers ask the server for the page's icon when its address changes; links
 * within a view lead to another by their fragment.
 */
function Views({ judgement }: { judgement: Judgement }) {
  const texts = usePoliciesTexts()
  const hash = useHash()
  const place = placeIn(hash)
  const [chosen, choose] = useState<{ view: View; hash: string }>({ view: 'findings', hash })
  const shown = chosen.hash === hash || place.view === 'file' ? chosen.view : place.view
  const language = shownLanguage(judgement.languages, useLanguage())
  usePlace(place)
  return (
    <>
      <CountMarks counts={judgement.counts} />
      <div className="reading-views check-views" role="group" aria-label={texts.reading.views}>
        {views.map((view) => (
          <button
            key={view}
            type="button"
            className="reading-view"
            aria-pressed={shown === view}
            onClick={() => choose({ view, hash })}
          >
            {texts.check.views[view]}
          </button>
        ))}
      </div>
      {shown === 'findings' ? <CheckFindings judgement={judgement} /> : null}
      {shown === 'lines' ? <LineList lines={judgement.lines} language={language} named={place.id} /> : null}
      {shown === 'page' ? (
        <RenderedPolicy page={language && judgement.pages[language]} hint={texts.reading.pageHint} />
      ) : null}
    </>
  )
}

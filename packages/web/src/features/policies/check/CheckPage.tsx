import { Lock } from 'lucide-react'
import { useMemo } from 'react'
import { usePageTitle } from '../../../browser/page-title.ts'
import { useArrival } from '../../../browser/use-arrival.ts'
import { useView } from '../../../browser/use-view.ts'
import { Note } from '../../../ui/Note.tsx'
import type { Judgement } from '../judge/judgement.ts'
import type { Library } from '../library/library.ts'
import { PaperPage } from '../parts/PaperPage.tsx'
import { usePoliciesTexts } from '../texts/use-policies-texts.ts'
import './check-page.css'
import { CheckResult } from './CheckResult.tsx'
import { draft } from './draft.ts'
import { Editor } from './Editor.tsx'
import { EditorActions } from './EditorActions.tsx'
import type { Mark } from './Gutter.tsx'
import { useLiveCheck } from './use-live-check.ts'
import { useLosing } from './use-losing.ts'
import { useWritten } from './use-written.ts'

/** A box for a policy of one's own, and beside it what the compiler says of it, while it is written. */
export function CheckPage({ library }: { library: Library }) {
  const texts = usePoliciesTexts().check
  const check = useLiveCheck(library)
  const view = useView(check)
  const written = useWritten(library, check)
  const { problem } = written
  const heading = useArrival<HTMLHeadingElement>()
  const marks = useMemo(() => marksOf(view.judgement), [view.judgement])
  usePageTitle(`${texts.title} · Samtale`)
  useLosing()
  return (
    <PaperPage>
      <h1 className="paper-title" ref={heading} tabIndex={-1}>
        {texts.title}
      </h1>
      <p className="paper-intro">{texts.intro}</p>
      <div className="check">
        <section className="check-text" aria-label={texts.editor}>
          <EditorActions
            library={library}
            onSample={written.openSample}
            onFile={written.openFile}
            onDownload={() => written.save(view.judgement?.name ?? null)}
            onPutBack={written.canPutBack ? written.putBack : null}
          />
          <Editor
            label={texts.editor}
            dropHint={texts.drop}
            firstText={draft.text}
            marks={marks}
            onText={written.write}
            onFile={written.openFile}
            onTooLarge={written.refusePaste}
            handle={written.editor}
          />
          {problem === null ? null : (
            <p className="check-problem" role="alert">
              {texts.problems[problem]}
            </p>
          )}
          <Note icon={<Lock size={18} aria-hidden />}>{texts.privacy}</Note>
        </section>
        <CheckResult view={view} onLine={(line) => written.editor.current?.goToLine(line)} />
      </div>
    </PaperPage>
  )
}

function marksOf(judgement: Judgement | null): ReadonlyMap<number, Mark> {
  const marks = new Map<number, Mark>()
  for (const { line, isError } of judgement?.findings ?? []) {
    if (isError || !marks.has(line)) marks.set(line, isError ? 'refused' : 'warned')
  }
  return marks
}

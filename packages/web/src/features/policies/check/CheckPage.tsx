import { Lock } from 'lucide-react'
import { useEffect, useMemo, useRef, useState } from 'react'
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
import { Editor, type EditorHandle } from './Editor.tsx'
import { EditorActions } from './EditorActions.tsx'
import type { Mark } from './Gutter.tsx'
import { readTextFile, type FileProblem } from './read-file.ts'
import { useLiveCheck } from './use-live-check.ts'

type Problem = FileProblem | 'paste-too-large' | 'sample-failed'

/** A box for a policy of one's own, and beside it what the compiler says of it, while it is written. */
export function CheckPage({ library }: { library: Library }) {
  const texts = usePoliciesTexts().check
  const check = useLiveCheck(library)
  const view = useView(check)
  const editor = useRef<EditorHandle>(null)
  const heading = useArrival<HTMLHeadingElement>()
  const [replaced, setReplaced] = useState('')
  const [problem, setProblem] = useState<Problem | null>(null)
  const marks = useMemo(() => marksOf(view.judgement), [view.judgement])
  usePageTitle(`${texts.title} · Samtale`)
  useLosing()
  const written = (text: string) => {
    draft.text = text
    setProblem(null)
    check.write(text)
  }
  const replaceBy = (text: string) => {
    setReplaced(draft.text === draft.elsewhere ? '' : draft.text)
    draft.elsewhere = text
    editor.current?.setText(text)
  }
  const putBack = () => {
    editor.current?.setText(replaced)
    setReplaced('')
  }
  const openFile = async (file: File) => {
    const read = await readTextFile(file)
    if ('text' in read) replaceBy(read.text)
    else setProblem(read.problem)
  }
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
            onSample={replaceBy}
            onSampleFailed={() => setProblem('sample-failed')}
            onFile={(file) => void openFile(file)}
            onPutBack={replaced === '' ? null : putBack}
            name={view.judgement?.name ?? null}
          />
          <Editor
            id="check-editor"
            label={texts.editor}
            dropHint={texts.drop}
            firstText={draft.text}
            marks={marks}
            onText={written}
            onFile={(file) => void openFile(file)}
            onTooLarge={() => setProblem('paste-too-large')}
            handle={editor}
          />
          {problem === null ? null : (
            <p className="check-problem" role="alert">
              {problem === 'sample-failed' ? texts.sampleFailed : texts.files[problem]}
            </p>
          )}
          <Note icon={<Lock size={18} aria-hidden />}>{texts.privacy}</Note>
        </section>
        <CheckResult view={view} onLine={(line) => editor.current?.goToLine(line)} />
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

/** Asks before the tab is closed with something in it that there is nowhere else; a file dropped beside the box opens nothing. */
function useLosing(): void {
  useEffect(() => {
    const leaving = (event: BeforeUnloadEvent) => {
      if (draft.text !== draft.elsewhere && draft.text !== '') event.preventDefault()
    }
    const beside = (event: DragEvent) => event.preventDefault()
    addEventListener('beforeunload', leaving)
    addEventListener('dragover', beside)
    addEventListener('drop', beside)
    return () => {
      removeEventListener('beforeunload', leaving)
      removeEventListener('dragover', beside)
      removeEventListener('drop', beside)
    }
  }, [])
}

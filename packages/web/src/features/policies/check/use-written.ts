import { useRef, useState, type RefObject } from 'react'
import type { Library } from '../library/library.ts'
import { download } from './download.ts'
import { draft } from './draft.ts'
import type { EditorHandle } from './Editor.tsx'
import type { LiveCheck } from './live-check.ts'
import { readTextFile, type FileProblem } from './read-file.ts'

/** What kept a text from coming into the box. */
export type TextProblem = FileProblem | 'paste-too-large' | 'sample-failed'

/** What is written in the box, where it comes from and where it goes. */
export interface Written {
  readonly editor: RefObject<EditorHandle | null>
  readonly problem: TextProblem | null
  /** Whether something was replaced that can be put back. */
  readonly canPutBack: boolean
  write(text: string): void
  openSample(key: string): void
  openFile(file: File): void
  putBack(): void
  refusePaste(): void
  /** @param name what the policy calls itself */
  save(name: string | null): void
}

export function useWritten(library: Library, check: LiveCheck): Written {
  const editor = useRef<EditorHandle>(null)
  const [replaced, setReplaced] = useState('')
  const [problem, setProblem] = useState<TextProblem | null>(null)
  const replaceBy = (text: string) => {
    setReplaced(draft.text === draft.elsewhere ? '' : draft.text)
    draft.elsewhere = text
    editor.current?.setText(text)
  }
  return {
    editor,
    problem,
    canPutBack: replaced !== '',
    write: (text) => {
      draft.text = text
      setProblem(null)
      check.write(text)
    },
    openSample: (key) => {
      library.textOf(key).then(replaceBy, () => setProblem('sample-failed'))
    },
    openFile: (file) => {
      void readTextFile(file).then((read) => ('text' in read ? replaceBy(read.text) : setProblem(read.problem)))
    },
    putBack: () => {
      editor.current?.setText(replaced)
      setReplaced('')
    },
    refusePaste: () => setProblem('paste-too-large'),
    save: (name) => {
      download(draft.text, `${name ?? 'policy'}.yaml`)
      draft.elsewhere = draft.text
    },
  }
}

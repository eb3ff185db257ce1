import { useImperativeHandle, useRef, useState, type ClipboardEvent, type DragEvent, type Ref } from 'react'
import { lineCount, lineRange } from './editor-lines.ts'
import { Gutter, type Mark } from './Gutter.tsx'
import { mostCharacters } from './read-file.ts'
import './editor.css'

/** What others may do with the text box. */
export interface EditorHandle {
  setText(text: string): void
  /** Puts the caret on a line, marks the line and shows it. */
  goToLine(line: number): void
}

interface EditorProps {
  label: string
  dropHint: string
  firstText: string
  marks: ReadonlyMap<number, Mark>
  onText: (text: string) => void
  onFile: (file: File) => void
  onTooLarge: () => void
  handle: Ref<EditorHandle>
}

/**
 * A box for a policy's text, with line numbers. The browser keeps, completes and corrects nothing in it: spelling services
 * would send what is written to others.
 */
export function Editor(props: EditorProps) {
  const area = useRef<HTMLTextAreaElement>(null)
  const [lines, setLines] = useState(() => lineCount(props.firstText))
  const { isOver, handlers } = useDropping(props)
  const changed = (text: string) => {
    setLines(lineCount(text))
    props.onText(text)
  }
  useImperativeHandle(props.handle, () => ({
    setText: (text) => {
      if (area.current === null) return
      area.current.value = text
      area.current.scrollTo(0, 0)
      changed(text)
    },
    goToLine: (line) => goToLine(area.current, line),
  }))
  return (
    <div className="editor" data-over={isOver || undefined}>
      <Gutter area={area} lines={lines} marks={props.marks} />
      <textarea
        {...handlers}
        ref={area}
        className="editor-text"
        aria-label={props.label}
        defaultValue={props.firstText}
        wrap="off"
        spellCheck={false}
        autoComplete="off"
        autoCorrect="off"
        autoCapitalize="off"
        translate="no"
        onChange={(event) => changed(event.target.value)}
      />
      {isOver ? <p className="editor-drop">{props.dropHint}</p> : null}
    </div>
  )
}

/** Takes a file that is dropped in place of its name, and no paste that is larger than a policy can be. */
function useDropping({ onFile, onTooLarge }: Pick<EditorProps, 'onFile' | 'onTooLarge'>) {
  const [isOver, setOver] = useState(false)
  const handlers = {
    onPaste: (event: ClipboardEvent) => {
      if (event.clipboardData.getData('text/plain').length <= mostCharacters) return
      event.preventDefault()
      onTooLarge()
    },
    onDrop: (event: DragEvent) => {
      setOver(false)
      const [file] = event.dataTransfer.files
      if (file === undefined) return
      event.preventDefault()
      onFile(file)
    },
    onDragOver: (event: DragEvent) => {
      if (!event.dataTransfer.types.includes('Files')) return
      event.preventDefault()
      setOver(true)
    },
    onDragLeave: () => setOver(false),
  }
  return { isOver, handlers }
}

function goToLine(area: HTMLTextAreaElement | null, line: number): void {
  if (area === null) return
  const { start, end } = lineRange(area.value, line)
  area.focus({ preventScroll: true })
  area.setSelectionRange(start, end)
  const lineHeight = Number.parseFloat(getComputedStyle(area).lineHeight)
  area.scrollTo({ top: (line - 1) * lineHeight - area.clientHeight / 3, left: 0 })
  area.scrollIntoView({ block: 'nearest' })
}

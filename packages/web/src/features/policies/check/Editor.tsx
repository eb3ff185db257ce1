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

/**
 * A box for a policy's text, with line numbers. The browser keeps, completes and corrects nothing in it: spelling services
 * would send what is written to others.
 */
export function Editor(props: {
  id: string
  label: string
  dropHint: string
  firstText: string
  marks: ReadonlyMap<number, Mark>
  onText: (text: string) => void
  onFile: (file: File) => void
  onTooLarge: () => void
  handle: Ref<EditorHandle>
}) {
  const area = useRef<HTMLTextAreaElement>(null)
  const [lines, setLines] = useState(() => lineCount(props.firstText))
  const [isOver, setOver] = useState(false)
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
  const drop = (event: DragEvent) => {
    setOver(false)
    const [file] = event.dataTransfer.files
    if (file === undefined) return
    event.preventDefault()
    props.onFile(file)
  }
  const paste = (event: ClipboardEvent) => {
    if (event.clipboardData.getData('text/plain').length <= mostCharacters) return
    event.preventDefault()
    props.onTooLarge()
  }
  return (
    <div className="editor" data-over={isOver || undefined}>
      <Gutter area={area} lines={lines} marks={props.marks} />
      <textarea
        ref={area}
        id={props.id}
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
        onPaste={paste}
        onDrop={drop}
        onDragOver={(event) => {
          if (!event.dataTransfer.types.includes('Files')) return
          event.preventDefault()
          setOver(true)
        }}
        onDragLeave={() => setOver(false)}
      />
      {isOver ? <p className="editor-drop">{props.dropHint}</p> : null}
    </div>
  )
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

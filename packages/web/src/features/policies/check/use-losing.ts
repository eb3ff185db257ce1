import { useEffect } from 'react'
import { draft } from './draft.ts'

/** Asks before the tab is closed with something in it that there is nowhere else; a file dropped beside the box opens nothing. */
export function useLosing(): void {
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

import { useEffect } from 'react'

/** Names the page in the browser's tab; the last one rendered holds. */
export function usePageTitle(title: string): void {
  useEffect(() => {
    document.title = title
  }, [title])
}

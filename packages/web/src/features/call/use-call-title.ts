import { usePageTitle } from '../../browser/page-title.ts'
import { useTexts } from '../../texts/use-texts.ts'

/** The room in the browser's tab, with the number of unread messages before it. */
export function useCallTitle(room: string, unread: number): void {
  const texts = useTexts().titles
  const title = `${texts.calling(room)} · Samtale`
  usePageTitle(unread === 0 ? title : texts.unread(unread, title))
}

import type { SupportProblem } from '@samtale/client'
import { MonitorX } from 'lucide-react'
import { goTo } from '../../browser/navigation.ts'
import { usePageTitle } from '../../browser/page-title.ts'
import { useTexts } from '../../texts/use-texts.ts'
import { Button } from '../../ui/Button.tsx'
import { MessagePage } from '../pages/MessagePage.tsx'

export type Lacking = SupportProblem

/** The browser, or the way the page was opened, can't hold a call. */
export function UnsupportedPage(props: { lacking: Lacking }) {
  const texts = useTexts()
  const { heading, text } = texts.support[props.lacking]
  usePageTitle(`${heading} · Samtale`)
  return (
    <MessagePage
      role="alert"
      icon={<MonitorX size={28} />}
      heading={heading}
      text={text}
      actions={
        <>
          <Button kind="primary" onPress={() => location.reload()}>
            {texts.common.tryAgain}
          </Button>
          <Button onPress={() => goTo('/')}>{texts.common.startPage}</Button>
        </>
      }
    />
  )
}

import { Hourglass } from 'lucide-react'
import { usePageTitle } from '../../browser/page-title.ts'
import { useTexts } from '../../texts/use-texts.ts'
import { Button } from '../../ui/Button.tsx'
import { MessagePage } from '../pages/MessagePage.tsx'

/** A fifth person, while the router is being made ready. They come in by themselves. */
export function WaitingPage(props: { secondsLeft: number | null; onStop: () => void }) {
  const texts = useTexts().waiting
  usePageTitle(`${texts.heading} · Samtale`)
  return (
    <MessagePage
      role="status"
      icon={<Hourglass size={28} />}
      heading={texts.heading}
      text={texts.text}
      detail={
        <p className="message-detail">
          {props.secondsLeft === null ? texts.timeUnknown : texts.timeLeft(props.secondsLeft)}
        </p>
      }
      actions={<Button onPress={props.onStop}>{texts.stop}</Button>}
    />
  )
}

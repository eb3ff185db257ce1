import type { Phase } from '@samtale/client'
import { Hourglass } from 'lucide-react'
import { usePageTitle } from '../../browser/page-title.ts'
import { useDoorTexts } from '../door/texts/use-door-texts.ts'
import { useTexts } from '../../texts/use-texts.ts'
import { Button } from '../../ui/Button.tsx'
import { MessagePage } from '../pages/MessagePage.tsx'

/**
 * Somebody for whom the router is being made ready, or who waits for a place in a small room. They come in by themselves.
 */
export function WaitingPage(props: { phase: Extract<Phase, { name: 'waiting' }>; onStop: () => void }) {
  const { waiting } = useTexts()
  const { smallWaiting } = useDoorTexts()
  const { code, secondsLeft } = props.phase
  const isSmall = code === 'room.full-small'
  const { heading, text } = isSmall ? smallWaiting : waiting
  usePageTitle(`${heading} · Samtale`)
  return (
    <MessagePage
      role="status"
      icon={<Hourglass size={28} />}
      heading={heading}
      text={text}
      detail={
        isSmall ? null : (
          <p className="message-detail">{secondsLeft === null ? waiting.timeUnknown : waiting.timeLeft(secondsLeft)}</p>
        )
      }
      actions={<Button onPress={props.onStop}>{waiting.stop}</Button>}
    />
  )
}

import { Ellipsis, Hand, Lock, LockOpen, Settings, Users } from 'lucide-react'
import { useDoorTexts } from '../../door/texts/use-door-texts.ts'
import { useTexts } from '../../../texts/use-texts.ts'
import { Bubble } from '../../../ui/Bubble.tsx'
import { Button } from '../../../ui/Button.tsx'
import { CopyLink } from '../../link/CopyLink.tsx'
import { RoundButton } from '../../../ui/RoundButton.tsx'
import type { Openings } from './ControlBar.tsx'
import type { Controls } from './controls.ts'
import './more-bubble.css'

/** What a small window has no room for, one tap away. */
export function MoreBubble(props: { controls: Controls; openings: Openings; link: string }) {
  const { controls, openings } = props
  const texts = useTexts().controls
  const { hosting } = useDoorTexts()
  const { lock } = controls
  return (
    <Bubble
      label={texts.more}
      button={<RoundButton label={texts.more} short={texts.more} icon={<Ellipsis />} state="on" />}
    >
      {(close) => {
        const then = (act: () => void) => () => {
          close()
          act()
        }
        return (
          <div className="more">
            <Button kind="quiet" icon={<Hand size={20} aria-hidden />} onPress={then(controls.toggleHand)}>
              {controls.hand ? texts.lowerHand : texts.raiseHand}
            </Button>
            <Button
              kind="quiet"
              icon={<Users size={20} aria-hidden />}
              onPress={then(() => openings.toggle('participants'))}
            >
              {texts.participants}
            </Button>
            {lock === null ? null : (
              <Button
                kind="quiet"
                icon={lock.locked ? <LockOpen size={20} aria-hidden /> : <Lock size={20} aria-hidden />}
                onPress={then(lock.toggle)}
              >
                {lock.locked ? hosting.unlock : hosting.lock}
              </Button>
            )}
            <Button kind="quiet" icon={<Settings size={20} aria-hidden />} onPress={then(openings.openSettings)}>
              {texts.settings}
            </Button>
            <CopyLink link={props.link} />
          </div>
        )
      }}
    </Bubble>
  )
}

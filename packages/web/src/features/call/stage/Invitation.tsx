import { Users } from 'lucide-react'
import { useTexts } from '../../../texts/use-texts.ts'
import { Button } from '../../../ui/Button.tsx'
import { CopyLink } from '../../link/CopyLink.tsx'
import { LinkField } from '../../link/LinkField.tsx'
import './invitation.css'
import type { Place } from './stage-layout.ts'

/** Stands where a second person would, while one is alone. */
export function Invitation(props: { link: string; place: Place; onTryAlone: () => void }) {
  const texts = useTexts().alone
  const { place } = props
  return (
    <section
      className="invitation"
      aria-label={texts.heading}
      style={{ translate: `${place.x}px ${place.y}px`, width: place.width, height: place.height }}
    >
      <div className="invitation-inside">
        <h2 className="invitation-heading">{texts.heading}</h2>
        <p>{texts.text}</p>
        <div className="invitation-link">
          <LinkField label={texts.link} link={props.link} />
          <CopyLink link={props.link} kind="primary" />
        </div>
        <div className="invitation-try">
          <Button icon={<Users size={18} aria-hidden />} onPress={props.onTryAlone}>
            {texts.try}
          </Button>
          <p className="invitation-hint">{texts.tryHint}</p>
        </div>
      </div>
    </section>
  )
}

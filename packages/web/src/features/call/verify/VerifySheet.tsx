import type { Meeting, MeetingView, SafetyView } from '@samtale/client'
import { useMemo, useState } from 'react'
import { renderSVG } from 'uqr'
import { useTexts } from '../../../texts/use-texts.ts'
import { Button } from '../../../ui/Button.tsx'
import { Sheet } from '../../../ui/Sheet.tsx'
import { Switch } from '../../../ui/Switch.tsx'
import { useVerifyTexts } from './texts/use-verify-texts.ts'
import './verify.css'

/** The number that everybody sees alike, what changed it, and whether this browser is to be recognised. */
export function VerifySheet(props: { view: MeetingView; meeting: Meeting; onClose: () => void }) {
  const texts = useVerifyTexts()
  const { view, meeting } = props
  return (
    <Sheet title={texts.title} size="tall" onClose={props.onClose}>
      <div className="verify">
        <p>{texts.state[view.encryption.state]}</p>
        <section className="verify-number" aria-label={texts.title}>
          <Number safety={view.safety} />
        </section>
        {view.door.sealed ? <p className="verify-soft">{texts.roomSealed}</p> : null}
        <Changes changes={view.changes} />
        <Remembering isRemembered={view.remembered} meeting={meeting} />
      </div>
    </Sheet>
  )
}

function Number({ safety }: { safety: SafetyView | null }) {
  const texts = useVerifyTexts()
  const picture = useMemo(() => {
    // Black on white in the dark too, as cameras want it.
    const svg = safety === null ? '' : renderSVG(safety.code, { border: 2 })
    return `data:image/svg+xml,${encodeURIComponent(svg)}`
  }, [safety])
  if (safety === null) return <p role="status">{texts.waiting}</p>
  if (safety.members < 2) return <p role="status">{texts.alone}</p>
  return (
    <>
      <p className="verify-explain">{texts.explain}</p>
      <h3 className="visually-hidden">{texts.words}</h3>
      <ol className="verify-words" translate="no" lang="en">
        {safety.words.map((word, at) => (
          <li key={at}>{word}</li>
        ))}
      </ol>
      <div className="verify-other">
        <img className="verify-code" src={picture} alt={texts.code} width={148} height={148} />
        <div>
          <h3 className="verify-heading">{texts.digits}</h3>
          <p className="verify-digits" translate="no">
            {safety.digits}
          </p>
          <p className="verify-soft">{texts.codeHint}</p>
          <p className="verify-soft">{texts.people(safety.members)}</p>
        </div>
      </div>
    </>
  )
}

function Changes({ changes }: Pick<MeetingView, 'changes'>) {
  const texts = useVerifyTexts()
  const { nameless } = useTexts().call
  const named = (name: string) => (name === '' ? nameless : name)
  return (
    <section aria-label={texts.changes}>
      <h3 className="verify-heading">{texts.changes}</h3>
      {changes.length === 0 ? <p className="verify-soft">{texts.noChanges}</p> : null}
      <ul className="verify-changes">
        {changes.toReversed().map(({ key, what, name, by }) => (
          <li key={key}>
            {by === null
              ? texts[what === 'came' ? 'cameByYou' : 'leftByYou'](named(name))
              : texts[what](named(name), named(by))}
          </li>
        ))}
      </ul>
    </section>
  )
}

function Remembering({ isRemembered, meeting }: { isRemembered: boolean; meeting: Meeting }) {
  const texts = useVerifyTexts()
  const [said, setSaid] = useState('')
  const remember = (on: boolean) =>
    void meeting.rememberIdentity(on).then((done) => setSaid(done ? '' : texts.rememberFailed))
  const forget = () => void meeting.forgetIdentity().then(() => setSaid(texts.forgotten))
  return (
    <div className="verify-remember">
      <Switch
        label={texts.remember}
        hint={isRemembered ? texts.rememberOn : texts.rememberOff}
        isOn={isRemembered}
        onChange={remember}
      />
      {isRemembered ? (
        <Button kind="quiet" onPress={forget}>
          {texts.forget}
        </Button>
      ) : null}
      <p role="status" className="verify-soft">
        {said}
      </p>
    </div>
  )
}

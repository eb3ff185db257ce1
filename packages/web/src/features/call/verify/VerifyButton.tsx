import type { EncryptionView } from '@samtale/client'
import { Shield, ShieldCheck, ShieldOff } from 'lucide-react'
import { useId, type ReactNode } from 'react'
import { Button as AriaButton } from 'react-aria-components/Button'
import './verify.css'
import { useVerifyTexts } from './texts/use-verify-texts.ts'

const icons: Record<EncryptionView['state'], ReactNode> = {
  on: <ShieldCheck size={16} aria-hidden />,
  starting: <Shield size={16} aria-hidden />,
  off: <ShieldOff size={16} aria-hidden />,
}

/** How the encryption does, as a small mark that opens the safety number. */
export function VerifyButton(props: { encryption: EncryptionView; onPress: () => void }) {
  const texts = useVerifyTexts()
  const stateId = useId()
  const { state } = props.encryption
  return (
    <>
      <AriaButton className="verify-button" data-state={state} aria-describedby={stateId} onPress={props.onPress}>
        {icons[state]}
        <span>{texts.verify}</span>
      </AriaButton>
      <span id={stateId} hidden>
        {texts.state[state]}
      </span>
    </>
  )
}

import type { Meeting, MeetingView } from '@samtale/client'
import { ShieldAlert, ShieldOff } from 'lucide-react'
import { useTexts } from '../../../texts/use-texts.ts'
import { Button } from '../../../ui/Button.tsx'
import { Notice } from '../notices/Notices.tsx'
import { useVerifyTexts } from './texts/use-verify-texts.ts'

/** Why nothing of oneself is sent, and who has another key than one knows of them. */
export function EncryptionNotices(props: { view: MeetingView; meeting: Meeting; onCompare: () => void }) {
  const texts = useVerifyTexts()
  const { nameless } = useTexts().call
  const { encryption, others } = props.view
  const changed = others.filter(({ verified }) => verified === 'changed')
  const [only] = changed
  const named = (name: string) => (name === '' ? nameless : name)
  return (
    <>
      {encryption.state === 'off' ? (
        <div role="alert">
          <Notice icon={<ShieldOff size={18} aria-hidden />} text={texts.off[encryption.why ?? 'other']} />
        </div>
      ) : null}
      {only === undefined ? null : (
        <div role="alert">
          <Notice
            icon={<ShieldAlert size={18} aria-hidden />}
            text={texts.changedNotice(changed.map(({ name }) => named(name)))}
          >
            <Button kind="primary" onPress={props.onCompare}>
              {texts.compare}
            </Button>
            <Button kind="quiet" onPress={() => void props.meeting.trustPerson(only.id)}>
              {texts.trust(named(only.name))}
            </Button>
          </Notice>
        </div>
      )}
    </>
  )
}

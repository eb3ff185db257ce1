import type { FailureCode } from '@samtale/client'
import { CircleAlert } from 'lucide-react'
import { goTo } from '../../browser/navigation.ts'
import { usePageTitle } from '../../browser/page-title.ts'
import { useDoorTexts } from '../door/texts/use-door-texts.ts'
import { useTexts } from '../../texts/use-texts.ts'
import { signInPath } from '../../routes.ts'
import { Button } from '../../ui/Button.tsx'
import { MessagePage } from '../pages/MessagePage.tsx'
import { failureKinds, remedies } from './failures.ts'

/** The call did not begin, or ended unasked: what happened, and what to do. */
export function FailurePage(props: { code: FailureCode; room: string; onAgain: () => void }) {
  const texts = useTexts()
  const { door } = useDoorTexts()
  const kind = failureKinds[props.code]
  const { heading, text } = texts.failures[kind]
  const remedy = remedies[kind]
  usePageTitle(`${heading} · Samtale`)
  return (
    <MessagePage
      role="alert"
      icon={<CircleAlert size={28} />}
      heading={heading}
      text={text}
      detail={<p className="message-detail">{texts.failureCode(props.code)}</p>}
      actions={
        <>
          {remedy === 'again' ? (
            <Button kind="primary" onPress={props.onAgain}>
              {texts.common.tryAgain}
            </Button>
          ) : null}
          {remedy === 'sign-in' ? (
            <Button kind="primary" onPress={() => location.assign(signInPath(props.room, location.hash))}>
              {door.signIn}
            </Button>
          ) : null}
          {remedy === 'reload' ? (
            <Button kind="primary" onPress={() => location.reload()}>
              {texts.common.reload}
            </Button>
          ) : null}
          <Button kind={remedy === 'start' ? 'primary' : 'secondary'} onPress={() => goTo('/')}>
            {texts.common.startPage}
          </Button>
        </>
      }
    />
  )
}

import { DoorOpen } from 'lucide-react'
import { goTo } from '../../browser/navigation.ts'
import { usePageTitle } from '../../browser/page-title.ts'
import { useTexts } from '../../texts/use-texts.ts'
import { Button } from '../../ui/Button.tsx'
import { MessagePage } from '../pages/MessagePage.tsx'

export function LeftPage(props: { room: string; onAgain: () => void }) {
  const texts = useTexts()
  usePageTitle(`${texts.titles.left(props.room)} · Samtale`)
  return (
    <MessagePage
      role="status"
      icon={<DoorOpen size={28} />}
      heading={texts.left.heading}
      text={texts.left.text(props.room)}
      actions={
        <>
          <Button kind="primary" onPress={props.onAgain}>
            {texts.left.joinAgain}
          </Button>
          <Button onPress={() => goTo('/')}>{texts.common.startPage}</Button>
        </>
      }
    />
  )
}

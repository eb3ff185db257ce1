import { Signpost } from 'lucide-react'
import { goTo } from '../../browser/navigation.ts'
import { usePageTitle } from '../../browser/page-title.ts'
import { useTexts } from '../../texts/use-texts.ts'
import { Button } from '../../ui/Button.tsx'
import { MessagePage } from './MessagePage.tsx'

export function NotARoomPage() {
  const texts = useTexts().notARoom
  usePageTitle(`${texts.heading} · Samtale`)
  return (
    <MessagePage
      icon={<Signpost size={28} />}
      heading={texts.heading}
      text={texts.text}
      actions={
        <Button kind="primary" onPress={() => goTo('/')}>
          {texts.action}
        </Button>
      }
    />
  )
}

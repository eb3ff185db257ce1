import { TriangleAlert } from 'lucide-react'
import { Component, type ReactNode } from 'react'
import { MessagePage } from '../features/pages/MessagePage.tsx'
import { useTexts } from '../texts/use-texts.ts'
import { Button } from '../ui/Button.tsx'

/** Where a part of the page fails, or could not be loaded because the server has newer ones: a way on, not a blank page. */
export class Mishap extends Component<{ children: ReactNode }, { hasFailed: boolean }> {
  override state = { hasFailed: false }

  static getDerivedStateFromError() {
    return { hasFailed: true }
  }

  override render() {
    return this.state.hasFailed ? <MishapPage /> : this.props.children
  }
}

function MishapPage() {
  const texts = useTexts()
  return (
    <MessagePage
      role="alert"
      icon={<TriangleAlert size={28} />}
      heading={texts.mishap.heading}
      text={texts.mishap.text}
      actions={
        <Button kind="primary" onPress={() => location.reload()}>
          {texts.common.reload}
        </Button>
      }
    />
  )
}

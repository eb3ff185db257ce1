import type { PathView } from '@samtale/client'
import { ArrowLeftRight, CircleDashed, Unplug, Waypoints } from 'lucide-react'
import { Button as AriaButton } from 'react-aria-components/Button'
import type { ReactNode } from 'react'
import type { Texts } from '../../../texts/en.ts'
import { useTexts } from '../../../texts/use-texts.ts'
import { Bubble } from '../../../ui/Bubble.tsx'
import { Button } from '../../../ui/Button.tsx'
import './path-mark.css'

const icons: Record<PathView, ReactNode> = {
  direct: <ArrowLeftRight size={16} aria-hidden />,
  router: <Waypoints size={16} aria-hidden />,
  interrupted: <Unplug size={16} aria-hidden />,
  none: <CircleDashed size={16} aria-hidden />,
}

/** How the call travels: a small mark that opens to what it means. */
export function PathMark(props: { path: PathView; onKnowledge: () => void }) {
  const texts = useTexts().path
  return (
    <Bubble
      label={texts.title}
      placement="top start"
      button={
        <AriaButton className="path-mark" data-path={props.path}>
          {icons[props.path]}
          <span>{texts[props.path]}</span>
        </AriaButton>
      }
    >
      {(close) => (
        <>
          <h2 className="path-heading">{texts.title}</h2>
          <p>{sentenceFor(props.path, texts)}</p>
          <Button
            onPress={() => {
              close()
              props.onKnowledge()
            }}
          >
            {texts.knowledge}
          </Button>
        </>
      )}
    </Bubble>
  )
}

function sentenceFor(path: PathView, texts: Texts['path']): string {
  switch (path) {
    case 'direct':
      return texts.directText
    case 'router':
      return texts.routerText
    case 'interrupted':
      return texts.interruptedText
    case 'none':
      return texts.noneText
  }
}

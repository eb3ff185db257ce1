import type { ReactNode } from 'react'
import { Link } from '../../app/Link.tsx'
import { useTexts } from '../../texts/use-texts.ts'
import { Mark } from '../../ui/Mark.tsx'
import { PageFooter } from './PageFooter.tsx'
import './quiet-page.css'
import { Scene } from './Scene.tsx'

/** The frame of every page outside a call: the mark above, a horizon below, and much air between. */
export function QuietPage(props: { children: ReactNode }) {
  const texts = useTexts()
  return (
    <div className="quiet">
      <header className="quiet-header">
        <Link to="/" className="quiet-home" label={`Samtale, ${texts.common.startPage}`}>
          <Mark />
          <span>Samtale</span>
        </Link>
      </header>
      <main className="quiet-main">{props.children}</main>
      <Scene />
      <PageFooter />
    </div>
  )
}

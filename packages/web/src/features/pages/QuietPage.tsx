import type { ReactNode } from 'react'
import { HomeLink } from './HomeLink.tsx'
import { PageFooter } from './PageFooter.tsx'
import './quiet-page.css'
import { Scene } from './Scene.tsx'

/** The frame of every page outside a call: the mark above, a horizon below, and much air between. */
export function QuietPage(props: { children: ReactNode }) {
  return (
    <div className="quiet">
      <header className="quiet-header">
        <HomeLink />
      </header>
      <main className="quiet-main">{props.children}</main>
      <Scene />
      <PageFooter />
    </div>
  )
}

import { ArrowLeft } from 'lucide-react'
import type { ReactNode } from 'react'
import { policyPath } from '../../../routes.ts'
import { Link } from '../../../ui/Link.tsx'
import { HomeLink } from '../../pages/HomeLink.tsx'
import { PageFooter } from '../../pages/PageFooter.tsx'
import { usePoliciesTexts } from '../texts/use-policies-texts.ts'
import './paper-page.css'

/** The frame of pages that are read: wide, quiet, and with a way back to the list. */
export function PaperPage(props: { children: ReactNode }) {
  const texts = usePoliciesTexts()
  return (
    <div className="paper">
      <header className="paper-header">
        <HomeLink />
        <Link to={policyPath()} className="paper-back">
          <ArrowLeft size={18} aria-hidden />
          {texts.allPolicies}
        </Link>
      </header>
      <main className="paper-main">{props.children}</main>
      <PageFooter />
    </div>
  )
}

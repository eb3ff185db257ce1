import { policyPath } from '../../routes.ts'
import { useTexts } from '../../texts/use-texts.ts'
import { Link } from '../../ui/Link.tsx'
import { LanguageSelect, ThemeSelect } from '../appearance/AppearanceSelects.tsx'
import './page-footer.css'

export function PageFooter() {
  const texts = useTexts()
  return (
    <footer className="page-footer">
      <LanguageSelect isCompact />
      <ThemeSelect isCompact />
      <a className="page-footer-link" href="/privacy">
        {texts.common.privacy}
      </a>
      <Link className="page-footer-link" to={policyPath()}>
        {texts.common.policies}
      </Link>
      <a className="page-footer-link" href="/consent">
        {texts.common.consent}
      </a>
    </footer>
  )
}

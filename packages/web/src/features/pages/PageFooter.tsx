import { useTexts } from '../../texts/use-texts.ts'
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
      <a className="page-footer-link" href="/consent">
        {texts.common.consent}
      </a>
    </footer>
  )
}

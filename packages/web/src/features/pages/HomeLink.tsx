import { useTexts } from '../../texts/use-texts.ts'
import { Link } from '../../ui/Link.tsx'
import { Mark } from '../../ui/Mark.tsx'
import './home-link.css'

/** The mark and the name, at the top of pages outside a call. */
export function HomeLink() {
  const texts = useTexts().common
  return (
    <Link to="/" className="home-link" label={`Samtale, ${texts.startPage}`}>
      <Mark />
      <span>Samtale</span>
    </Link>
  )
}

import { Check, Copy } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useTexts } from '../../texts/use-texts.ts'
import { Button } from '../../ui/Button.tsx'

const saidForMs = 3_000

/** Copies a room's link, and says that it did. */
export function CopyLink(props: { link: string; kind?: 'secondary' | 'primary' | 'quiet' }) {
  const texts = useTexts().common
  const [outcome, setOutcome] = useState<'linkCopied' | 'copyFailed' | null>(null)
  useEffect(() => {
    if (outcome === null) return
    const timer = setTimeout(() => setOutcome(null), saidForMs)
    return () => clearTimeout(timer)
  }, [outcome])
  const copy = () => {
    navigator.clipboard.writeText(props.link).then(
      () => setOutcome('linkCopied'),
      () => setOutcome('copyFailed'),
    )
  }
  return (
    <>
      <Button
        kind={props.kind ?? 'quiet'}
        icon={outcome === 'linkCopied' ? <Check size={18} aria-hidden /> : <Copy size={18} aria-hidden />}
        className="copy-link"
        onPress={copy}
      >
        {texts[outcome ?? 'copyLink']}
      </Button>
      <span className="visually-hidden" role="status">
        {outcome === null ? '' : texts[outcome]}
      </span>
    </>
  )
}

import { Check, Copy } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useTexts } from '../../texts/use-texts.ts'
import { Button } from '../../ui/Button.tsx'

const sayCopiedMs = 2_500

/** Copies a room's link, and says that it did. */
export function CopyLink(props: { link: string; kind?: 'secondary' | 'primary' | 'quiet' }) {
  const texts = useTexts().common
  const [isCopied, setCopied] = useState(false)
  useEffect(() => {
    if (!isCopied) return
    const timer = setTimeout(() => setCopied(false), sayCopiedMs)
    return () => clearTimeout(timer)
  }, [isCopied])
  const copy = () => {
    void navigator.clipboard.writeText(props.link).then(() => setCopied(true))
  }
  return (
    <>
      <Button
        kind={props.kind ?? 'quiet'}
        icon={isCopied ? <Check size={18} aria-hidden /> : <Copy size={18} aria-hidden />}
        className="copy-link"
        onPress={copy}
      >
        {isCopied ? texts.linkCopied : texts.copyLink}
      </Button>
      <span className="visually-hidden" role="status">
        {isCopied ? texts.linkCopied : ''}
      </span>
    </>
  )
}

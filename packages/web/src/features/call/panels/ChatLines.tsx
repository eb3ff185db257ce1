import type { ChatLine } from '@samtale/client'
import { useTexts } from '../../../texts/use-texts.ts'
import { linkParts } from './links.ts'

const sameBreathMs = 120_000

/** Messages in order; who writes several in a row is named once. */
export function ChatLines({ lines }: { lines: readonly ChatLine[] }) {
  const texts = useTexts()
  const time = new Intl.DateTimeFormat(texts.locale, { hour: '2-digit', minute: '2-digit' })
  return lines.map((line, index) => {
    const before = lines[index - 1]
    const goesOn = before?.from === line.from && before.fromSelf === line.fromSelf && line.at - before.at < sameBreathMs
    return (
      <div
        key={line.key}
        className="chat-line"
        data-own={line.fromSelf || undefined}
        data-goes-on={goesOn || undefined}
      >
        {goesOn ? null : (
          <p className="chat-who">
            <span className="chat-name">{line.fromSelf ? texts.chat.fromYou : line.from || texts.call.nameless}</span>
            <time dateTime={new Date(line.at).toISOString()}>{time.format(line.at)}</time>
          </p>
        )}
        <p className="chat-text">
          <Linked text={line.text} />
        </p>
      </div>
    )
  })
}

/** Addresses become links, and show whole where they lead. Nothing is fetched before somebody follows one; they learn no referrer. */
function Linked({ text }: { text: string }) {
  return linkParts(text).map((part, index) =>
    part.isLink ? (
      <a key={index} href={part.text} target="_blank" rel="external noopener noreferrer nofollow">
        {part.text}
      </a>
    ) : (
      part.text
    ),
  )
}

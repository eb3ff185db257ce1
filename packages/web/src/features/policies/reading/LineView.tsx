import type { Line, Link } from '@samtale/policy'

/** A line of a rendered policy, with its links. */
export function LineView({ line }: { line: Line }) {
  if (typeof line === 'string') return line
  return line.map((part, index) => (typeof part === 'string' ? part : <LinkView key={index} link={part} />))
}

// Within the page or the site, to a mail, or to another site; nowhere that runs anything.
const leadsSomewhere = /^(?:#|\/(?!\/)|mailto:|https?:\/\/)/i

/** Who is about to leave for another site sees its name first, and that site isn't told where from. */
function LinkView({ link: { text, href } }: { link: Link }) {
  if (!leadsSomewhere.test(href)) return text
  const host = /^https?:/i.test(href) && URL.canParse(href) ? new URL(href).host : null
  if (host === null) return <a href={href}>{text}</a>
  return (
    <>
      <a href={href} rel="external noreferrer" target="_blank">
        {text}
      </a>
      {text.includes(host) ? null : <small> ({host})</small>}
    </>
  )
}

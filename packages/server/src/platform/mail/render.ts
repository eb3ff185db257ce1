import { escapeHtml } from '@samtale/policy'
import type { MailParts, Part } from './parts.ts'

/** The mail as plain text; each link on a line of its own. */
export function renderText({ body, foot }: MailParts): string {
  return `${body.map(partText).join('\n\n')}\n\n-- \n${foot.map(partText).join('\n')}\n`
}

function partText(part: Part): string {
  return 'to' in part ? `${part.text}:\n${part.to}` : part.text
}

/**
 * The mail as HTML: no image, no script, no font or style from anywhere. It reads in order, names its language, fits a
 * phone, and takes the reader's light or dark.
 */
export function renderHtml({ language, subject, body, foot }: MailParts): string {
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>${escapeHtml(subject)}</title>
<style>
${darkStyle}
</style>
</head>
<body class="ground" style="${styles.ground}">
<div class="mail" lang="${language}" style="${styles.mail}">
<div class="body" style="${styles.body}">
${body.map((part, index) => partHtml(part, index === body.length - 1 ? styles.last : styles.part)).join('\n')}
</div>
<div class="foot" style="${styles.foot}">
${foot.map((part) => partHtml(part, styles.small)).join('\n')}
</div>
</div>
</body>
</html>
`
}

function partHtml(part: Part, style: string): string {
  const text = escapeHtml(part.text)
  switch (part.kind) {
    case 'paragraph':
      return `<p style="${style}">${text}</p>`
    case 'lines':
      return `<p class="lines" style="${style} ${styles.lines}">${text.replaceAll('\n', '<br>\n')}</p>`
    case 'button':
      return `<p style="${style}"><a class="button" style="${styles.button}" href="${escapeHtml(part.to)}">${text}</a></p>`
    case 'link':
      return `<p style="${style}"><a style="${styles.link}" href="${escapeHtml(part.to)}">${text}</a></p>`
  }
}

// The web app's colours, on each element, since programs drop a style sheet before they drop these.
const styles = {
  ground: 'margin: 0; padding: 24px 12px; background: #f3f6f8; color: #15202a;',
  mail: 'max-width: 560px; margin: 0 auto; font: 16px/1.6 system-ui, -apple-system, Segoe UI, Roboto, Helvetica, Arial, sans-serif; overflow-wrap: anywhere; word-break: break-word;',
  body: 'padding: 24px; border-radius: 12px; background: #ffffff;',
  foot: 'padding: 16px 24px; color: #4a5967; font-size: 14px;',
  part: 'margin: 0 0 16px;',
  last: 'margin: 0;',
  small: 'margin: 0 0 4px;',
  lines: 'padding-left: 16px; border-left: 3px solid #d8dfe5;',
  link: 'display: inline-block; padding: 2px 0; color: #0f5c68;',
  button:
    'display: inline-block; padding: 12px 20px; border-radius: 12px; background: #0f5c68; color: #ffffff; font-weight: 600; text-decoration: none;',
} as const

// Only what a style on an element can't say. A program that drops it shows the light colours.
const darkStyle = `:root { color-scheme: light dark; supported-color-schemes: light dark; }
@media (prefers-color-scheme: dark) {
.ground { background: #10161c !important; color: #eaf0f4 !important; }
.body { background: #18212a !important; }
.foot { color: #abb9c5 !important; }
.lines { border-color: #2b3742 !important; }
a { color: #7cc4ca !important; }
.button { background: #7cc4ca !important; color: #06282d !important; }
}`

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
 * The mail as HTML: no image, no script, no font or style from anywhere. It reads in order, names its language, and takes
 * the reader's light or dark.
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
${style}
</style>
</head>
<body>
<div class="mail" lang="${language}">
<div class="body">
${body.map(partHtml).join('\n')}
</div>
<div class="foot">
${foot.map(partHtml).join('\n')}
</div>
</div>
</body>
</html>
`
}

function partHtml(part: Part): string {
  const text = escapeHtml(part.text)
  switch (part.kind) {
    case 'paragraph':
      return `<p>${text}</p>`
    case 'lines':
      return `<p class="lines">${text.replaceAll('\n', '<br>\n')}</p>`
    case 'button':
      return `<p><a class="button" href="${escapeHtml(part.to)}">${text}</a></p>`
    case 'link':
      return `<p><a href="${escapeHtml(part.to)}">${text}</a></p>`
  }
}

// The web app's colours. Programs that drop the styles show the same text in the same order.
const style = `:root { color-scheme: light dark; supported-color-schemes: light dark; }
body { margin: 0; padding: 24px 16px; background: #f3f6f8; color: #15202a; }
.mail { max-width: 560px; margin: 0 auto; font: 16px/1.6 system-ui, -apple-system, 'Segoe UI', Roboto, Helvetica, Arial, sans-serif; overflow-wrap: anywhere; }
.body { padding: 24px; border-radius: 12px; background: #ffffff; }
.foot { padding: 16px 24px; color: #4a5967; font-size: 14px; }
p { margin: 0 0 16px; }
.body p:last-child, .foot p { margin-bottom: 0; }
.lines { padding-left: 16px; border-left: 3px solid #d8dfe5; }
a { color: #0f5c68; }
.button { display: inline-block; padding: 12px 20px; border-radius: 12px; background: #0f5c68; color: #ffffff; font-weight: 600; text-decoration: none; }
@media (prefers-color-scheme: dark) {
body { background: #10161c; color: #eaf0f4; }
.body { background: #18212a; }
.foot { color: #abb9c5; }
.lines { border-color: #2b3742; }
a { color: #7cc4ca; }
.button { background: #7cc4ca; color: #06282d; }
}`

import { escapeHtml, renderHtml, type PolicyDocument } from '@samtale/policy'

/** Enough to read and print a document by, in a file that stands alone. */
const style = `
:root { color-scheme: light dark }
body { max-width: 46rem; margin: 0 auto; padding: 2rem 1.25rem 4rem; font: 1rem/1.55 system-ui, sans-serif }
h1, h2, h3 { line-height: 1.2 }
h3, summary p { margin: 0 0 .25rem }
section { margin-top: 2.5rem }
nav ol { columns: 2 16rem; padding-left: 1.25rem }
.entry { margin-top: .75rem; padding: 1rem 1.25rem; border: 1px solid #8886; border-radius: .5rem; break-inside: avoid }
summary { cursor: pointer }
dl > div { display: grid; grid-template-columns: 11rem 1fr; gap: .25rem 1.25rem; padding: .5rem 0; border-top: 1px solid #8884 }
dt { opacity: .75 }
dd { margin: 0; overflow-wrap: anywhere }
table { width: 100%; border-collapse: collapse }
th, td { padding: .5rem .75rem .5rem 0; border-top: 1px solid #8884; text-align: left; vertical-align: top; overflow-wrap: anywhere }
tr { break-inside: avoid }
@media print {
  nav { display: none }
  details::details-content { block-size: auto; content-visibility: visible }
}
`

/** A document as one HTML file without script: nothing is fetched to show it. */
export function printablePage(document: PolicyDocument): string {
  return `<!doctype html>
<html lang="${document.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(document.title)}</title>
<style>${style}</style>
</head>
<body>
${renderHtml(document)}
</body>
</html>
`
}

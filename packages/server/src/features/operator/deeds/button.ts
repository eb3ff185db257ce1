import type { Language } from '@samtale/policy'
import { markup, type Markup, type Sent } from '../../pages/index.ts'

/** A deed as one button in a list. */
export function button(
  path: string,
  deed: string,
  { language, label, fields }: { language: Language; label: string; fields: Sent },
): Markup {
  const hidden = Object.entries(fields).map(
    ([name, value]) => markup`<input type="hidden" name="${name}" value="${value}">`,
  )
  return markup`<form method="post" class="press" action="${path}/${deed}?lang=${language}">${hidden}<button type="submit" class="plain">${label}</button></form>`
}

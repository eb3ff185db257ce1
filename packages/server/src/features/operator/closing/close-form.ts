import type { Language } from '@samtale/policy'
import { form, markup, type Markup } from '../../pages/index.ts'
import type { TargetKind } from '../../suspension/index.ts'
import { shellWords } from '../shell/words.ts'
import { closingWords as words } from './words.ts'

/** The form that closes something. */
export function closeForm(kind: TargetKind, target: string, { language }: { language: Language }): Markup {
  const given = form({
    action: '/admin/suspensions/place',
    language,
    fields: [{ name: 'reason', label: shellWords.reason, kind: 'long', longest: 5_000 }],
    submit: words.close,
    hidden: { kind, target },
  })
  return markup`<details class="deed danger"><summary>${words.closeTitle[language]}</summary><div><p class="hint">${words.closeHint[language]}</p>${given}</div></details>`
}

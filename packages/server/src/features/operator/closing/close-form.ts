import type { Language } from '@samtale/policy'
import { form, markup, type Markup } from '../../pages/index.ts'
import type { TargetKind } from '../../suspension/index.ts'
import { shellWords } from '../shell/words.ts'
import { closingWords as words } from './words.ts'

interface Closing {
  readonly language: Language
  /** Whether who asks has shown lately that it is them: else they do, on the way to the form. */
  readonly fresh: boolean
}

/** The form that closes something, or the way to it. */
export function closeForm(kind: TargetKind, target: string, { language, fresh }: Closing): Markup {
  if (!fresh)
    return markup`<p><a class="button plain" href="/admin/close/${kind}/${encodeURIComponent(target)}?lang=${language}">${words.closeTitle[language]}</a></p>`
  return markup`<details class="deed danger"><summary>${words.closeTitle[language]}</summary><div>${bareCloseForm(kind, target, language)}</div></details>`
}

/** The same, open. */
export function bareCloseForm(kind: TargetKind, target: string, language: Language): Markup {
  const given = form({
    action: '/admin/suspensions/place',
    language,
    fields: [{ name: 'reason', label: shellWords.reason, kind: 'long', longest: 5_000 }],
    submit: words.close,
    hidden: { kind, target },
  })
  return markup`<p class="hint">${words.closeHint[language]}</p>${given}`
}

import type { MailDeclaration } from '../../notices.ts'
import type { Block, Line } from '../document.ts'
import { capitalised } from '../phrases.ts'
import { entry, fact, linkTitle, type PageContext } from './page-context.ts'

export function mails(context: PageContext): Block[] {
  const {
    policy,
    language,
    say: { mail: say },
  } = context
  return Object.entries(policy.mails ?? {}).map(([key, mail]) =>
    entry(`mails.${key}`, mail.title[language], capitalised(say.kinds[mail.kind]), [
      { term: say.purpose, text: [linkTitle(context, 'purposes', mail.purpose)] },
      ...fact(say.consent, mail.consent === undefined ? undefined : [linkTitle(context, 'consents', mail.consent)]),
      ...fact(say.tracked, tracking(context, mail)),
    ]),
  )
}

function tracking(context: PageContext, { tracked, consent, trackingConsent }: MailDeclaration): Line | undefined {
  const { mail: say } = context.say
  if (tracked !== true) return undefined
  const asked = trackingConsent ?? consent
  return asked === undefined
    ? capitalised(say.trackedYes)
    : [`${capitalised(say.trackedOn)} `, linkTitle(context, 'consents', asked)]
}

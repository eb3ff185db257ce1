import type { Recipient } from '../../recipient.ts'
import type { Block, Fact, Line, Link } from '../document.ts'
import { capitalised, countryInWords } from '../phrases.ts'
import { entry, fact, linked, linkTitle, linkTitles, paragraph, type PageContext } from './page-context.ts'

export function recipients(context: PageContext): Block[] {
  const { policy, language, say } = context
  const all = Object.entries(policy.recipients)
  const entries = all.map(([key, recipient]) =>
    entry(
      `recipients.${key}`,
      recipient.title[language],
      capitalised(recipient.description[language]),
      recipientFacts(context, key, recipient),
    ),
  )
  if (all.some(([, { kind }]) => kind !== 'participant')) return entries
  return [...entries, paragraph(all.length === 0 ? say.recipients.nobody : say.recipients.nobodyElse)]
}

/** What a recipient gets and for what: declared of it, or by the processings that name it. */
export function recipientFacts(context: PageContext, key: string, recipient: Recipient): Fact[] {
  const {
    say: { recipients: say },
    policy,
    language,
  } = context
  const uses = Object.entries(policy.processings).filter(
    ([, { recipients: its }]) => its !== 'nobody' && its.includes(key),
  )
  const gets = [...new Set([...(recipient.receives ?? []), ...uses.flatMap(([, { categories }]) => categories)])]
  const processings = uses.map(([name]) => name)
  return [
    { term: say.kind, text: capitalised(say.kinds[recipient.kind]) },
    ...fact(say.legalName, recipient.byCategory === true ? say.byCategory : recipient.legalName),
    ...fact(say.country, recipient.country && countryInWords(recipient.country, language)),
    ...fact(say.receives, linkTitles(context, 'categories', gets)),
    ...fact(say.usedFor, linkTitles(context, 'processings', processings)),
    ...fact(say.subProcessors, linkTitles(context, 'recipients', recipient.subProcessors ?? [])),
    ...fact(say.agreement, recipient.agreement && linked(recipient.agreement)),
    ...fact(say.policy, recipient.policyUrl && linked(recipient.policyUrl)),
    ...fact(say.hosts, (recipient.hosts ?? []).join(', ')),
    ...fact(say.browser, browserLine(context, recipient)),
    ...fact(say.requests, recipient.requests && capitalised(say.passedOn[recipient.requests])),
  ]
}

function browserLine(context: PageContext, { browser }: Recipient): Line | undefined {
  const { recipients: say } = context.say
  if (browser === undefined) return undefined
  const { hosts, consent, onClick } = browser
  const asked: (string | Link)[] =
    consent === undefined ? [] : [`${say.afterConsent} `, linkTitle(context, 'consents', consent)]
  const clicked = onClick === true ? [say.onClick] : []
  const first =
    asked.length + clicked.length === 0
      ? [say.atOnce]
      : [...clicked, ...(clicked.length > 0 && asked.length > 0 ? [', '] : []), ...asked]
  return [`${hosts.join(', ')}: `, ...first]
}

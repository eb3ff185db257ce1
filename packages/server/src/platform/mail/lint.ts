import { isMarketing, languages, type Finding, type Policy, type Text } from '@samtale/policy'
import type { MailBlock, MailKind, MailKinds } from './kinds.ts'
import { checkParts } from './lint-parts.ts'

/**
 * What is wrong with kinds of mail, by themselves and against the policy in force. Empty where each is what the policy
 * says of it: its purpose and consent agree, mail for marketing can be refused, and no other advertises.
 */
export function checkMailKinds(kinds: MailKinds, policy: Policy): Finding[] {
  return Object.entries(kinds).flatMap(([key, kind]) => [
    ...checkMarketing(key, kind),
    ...checkDeclared(key, kind, policy),
    ...checkPurpose(key, kind, policy),
    ...checkTexts(key, kind),
    ...checkParts(key, kind),
  ])
}

/** The kinds that the policy in force says the same of. The others are not there: nothing of theirs can be queued. */
export function agreedKinds<Kinds extends MailKinds>(kinds: Kinds, policy: Policy): Kinds {
  const agreed = Object.entries(kinds).filter(([key, kind]) => checkMailKinds({ [key]: kind }, policy).length === 0)
  // Which are missing is known at run time only; `prepare` refuses them as undeclared.
  return Object.fromEntries(agreed) as Kinds
}

type Check = readonly [wrong: boolean, message: string]

function mismatches(key: string, checks: readonly Check[]): Finding[] {
  return checks
    .filter(([wrong]) => wrong)
    .map(([, message]) => ({ code: 'mail.kind.mismatch', at: `mails.${key}`, message }))
}

function checkMarketing(key: string, { marketing, basis, stream, autoSubmitted, body }: MailKind): Finding[] {
  const advertises = body.some((block) => 'offer' in block)
  return mismatches(key, [
    [marketing && basis === 'service', 'Marketing is sent as service mail, which nobody can refuse.'],
    [!marketing && basis === 'soft-opt-in', 'Only marketing can rest on a customer not having said no.'],
    [!marketing && advertises, 'It advertises and is not declared as marketing.'],
    [marketing !== (stream === 'news'), 'Marketing, and nothing else, is sent from the address for news.'],
    [marketing && autoSubmitted === 'auto-replied', 'Marketing is sent as an answer.'],
  ])
}

function checkDeclared(key: string, kind: MailKind, { mails = {} }: Policy): Finding[] {
  const declared = Object.hasOwn(mails, key) ? mails[key] : undefined
  if (declared === undefined) return mismatches(key, [[true, 'The policy declares no such mail.']])
  const consent = typeof kind.basis === 'object' ? kind.basis.consent : undefined
  return mismatches(key, [
    [declared.purpose !== kind.purpose, `It serves ${kind.purpose}; the policy says ${declared.purpose}.`],
    [
      declared.kind !== (kind.marketing ? 'marketing' : 'service'),
      `The policy declares it as ${declared.kind} mail, and it is not.`,
    ],
    [declared.consent !== consent, 'It rests on another consent than the policy says.'],
    [declared.tracked === true, 'The policy says that opening it is tracked, and no mail of ours can be.'],
  ])
}

function checkPurpose(key: string, { purpose, basis, marketing }: MailKind, policy: Policy): Finding[] {
  const declared = Object.hasOwn(policy.purposes, purpose) ? policy.purposes[purpose] : undefined
  if (declared === undefined) {
    return [{ code: 'reference.broken', at: `mails.${key}.purpose`, message: `There is no purpose ${purpose}.` }]
  }
  const bases = Object.values(policy.processings)
    .filter((processing) => processing.purpose === purpose)
    .map((processing) => processing.basis)
  const consents = bases.flatMap((one) => (one.article === '6-1-a' ? [one.consent] : []))
  const softly = bases.some((one) => one.article === '6-1-f' && one.softOptIn === true)
  return mismatches(key, [
    [isMarketing(declared) !== marketing, `Its purpose ${purpose} is ${marketing ? 'not ' : ''}marketing.`],
    [basis === 'service' && consents.length === bases.length, `Its purpose ${purpose} rests on consent alone.`],
    [basis === 'soft-opt-in' && !softly, `Its purpose ${purpose} doesn't rest on a customer not having said no.`],
    [
      typeof basis === 'object' && !consents.includes(basis.consent),
      `Its purpose ${purpose} doesn't rest on the consent that it names.`,
    ],
  ])
}

function checkTexts(key: string, kind: MailKind): Finding[] {
  const at = `mails.${key}`
  const texts = [kind.title, kind.reason, kind.subject, ...kind.body.flatMap(textsOf)]
  const missing = texts.flatMap((text) => languages.filter((language) => text[language].trim() === ''))
  const used = new Set([
    ...[kind.subject, kind.reason, ...kind.body.flatMap(textsOf)].flatMap(placeholders),
    ...kind.body.flatMap(named),
  ])
  const unused = Object.keys(kind.values).filter((name) => !used.has(name))
  return [
    ...missing.map((language): Finding => ({ code: 'text.missing', at, message: `A text is empty in ${language}.` })),
    ...texts.filter(unequal).map((text): Finding => broken(at, `The languages of “${text.en}” take different values.`)),
    ...texts
      .filter(leadsOut)
      .map((text): Finding => broken(at, `“${text.en}” has an address in it; links are values.`)),
    ...misused(kind).map((name): Finding => broken(at, `It has no value {${name}} of that shape.`)),
    ...unused.map((name): Finding => broken(at, `Its value {${name}} is used nowhere.`)),
  ]
}

function broken(at: string, message: string): Finding {
  return { code: 'reference.broken', at, message }
}

function misused({ values, subject, reason, title, body }: MailKind): string[] {
  const inline = [reason, subject, ...body.flatMap(textsOf)].flatMap(placeholders)
  const lines = body.flatMap((block) => ('lines' in block ? [block.lines] : []))
  const links = body.flatMap((block) => ('button' in block ? [block.link] : []))
  return [
    // The title stands on the policy page, where no mail gives it a value.
    ...placeholders(title),
    ...inline.filter((name) => values[name] !== 'text' && values[name] !== 'name'),
    ...lines.filter((name) => values[name] !== 'lines'),
    ...links.filter((name) => values[name] !== 'link'),
  ]
}

function textsOf(block: MailBlock): Text[] {
  if ('paragraph' in block) return [block.paragraph]
  if ('offer' in block) return [block.offer]
  return 'button' in block ? [block.button] : []
}

function named(block: MailBlock): string[] {
  if ('lines' in block) return [block.lines]
  return 'link' in block ? [block.link] : []
}

function placeholders(text: Text): string[] {
  return languages.flatMap((language) => placeholdersIn(text[language]))
}

function placeholdersIn(text: string): string[] {
  return [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '')
}

function unequal(text: Text): boolean {
  const [first, ...others] = languages.map((language) => placeholdersIn(text[language]).sort().join())
  return others.some((other) => other !== first)
}

function leadsOut(text: Text): boolean {
  return languages.some((language) => /\b(?:https?:|mailto:|www\.)|\S@\S/i.test(text[language]))
}

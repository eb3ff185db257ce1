import { consentText } from '../../consent-record/consent-text.ts'
import type { Policy } from '../../policy.ts'
import { languages, type Language } from '../../text.ts'
import { anchorOf } from '../anchor.ts'
import type { Block, Fact, PolicyDocument, Publication } from '../document.ts'
import { capitalised, languageInWords } from '../phrases.ts'
import { contextOf, entry, fact, paragraph, titleOf, type PageContext } from '../sections/page-context.ts'
import { recipientFacts } from '../sections/recipients.ts'
import { storage } from '../sections/storage.ts'
import { documentOf } from './document-of.ts'

/** What is kept in the browser, by itself: every cookie and entry with its kind, who sets it, and how long (ePrivacy art. 5(3)). */
export function renderCookieTable(policy: Policy, asked: Language, publication: Publication): PolicyDocument {
  const context = contextOf(policy, asked, publication, false)
  const { headings, cookies } = context.say
  return documentOf(context, cookies.title, publication, [
    { id: 'storage', heading: headings.storage, blocks: storage(context) },
  ])
}

/** Who works with data on instructions, each with those it passes data on to (GDPR art. 28(2)–(3)). */
export function renderProcessorList(policy: Policy, asked: Language, publication: Publication): PolicyDocument {
  const context = contextOf(policy, asked, publication, false)
  const say = context.say.processors
  const all = Object.entries(policy.recipients).filter(([, { kind }]) => kind === 'processor')
  const blocks: Block[] = all.map(([key, recipient]) =>
    entry(
      `recipients.${key}`,
      recipient.title[context.language],
      capitalised(recipient.description[context.language]),
      [...recipientFacts(context, key, recipient), ...fact(say.for, passedOnFor(context, key))],
    ),
  )
  return documentOf(context, say.title, publication, [
    { id: 'processors', heading: say.heading, blocks: blocks.length === 0 ? [paragraph(say.none)] : blocks },
  ])
}

/** Processors that a sub-processor works for. */
function passedOnFor(context: PageContext, key: string): string {
  return Object.entries(context.policy.recipients)
    .filter(([, { subProcessors = [] }]) => subProcessors.includes(key))
    .map(([name]) => titleOf(context, 'recipients', name))
    .join('; ')
}

/**
 * What people are asked, word for word in every language of the policy, each with the hash that a record of an answer
 * keeps. Uses Web Crypto.
 */
export async function renderConsentTexts(
  policy: Policy,
  asked: Language,
  publication: Publication,
): Promise<PolicyDocument> {
  const context = contextOf(policy, asked, publication, false)
  const say = context.say.consentTexts
  const keys = Object.keys(policy.consents ?? {})
  const blocks = await Promise.all(keys.map((key) => consentBlock(context, key)))
  return documentOf(context, say.title, publication, [
    { id: 'consents', heading: say.asked, blocks: blocks.length === 0 ? [] : [paragraph(say.intro), ...blocks] },
  ])
}

async function consentBlock(context: PageContext, key: string): Promise<Block> {
  const { policy, language, say } = context
  const spoken = policy.edition?.languages ?? languages
  const texts = await Promise.all(spoken.map((code) => consentText(policy, key, code)))
  const facts = texts.flatMap((text): Fact[] =>
    text === null
      ? []
      : [
          { term: languageInWords(text.language, language), text: `${text.title}: ${text.text}` },
          { term: say.consentTexts.hash, text: text.hash, id: anchorOf(`consents.${key}.${text.language}`) },
        ],
  )
  return entry(`consents.${key}`, titleOf(context, 'consents', key), '', facts)
}

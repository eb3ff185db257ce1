import { dateInWords, type Language } from '@samtale/policy'
import { newId } from '../../../platform/ids.ts'
import type { PreparedMail } from '../../../platform/mail/mailer.ts'
import { reveal, type Personal } from '../../../platform/personal.ts'
import { memberStore } from '../member-store.ts'
import { organisationStore } from '../organisation-store.ts'
import type { Organisation } from '../organisation.ts'
import type { Acting, OrganisationParts } from '../parts.ts'
import { mayDo } from '../role-policy.ts'
import { organisationCategory as category } from '../tables.ts'
import {
  agreementAsText,
  packed,
  unpacked,
  versionInWords,
  type AgreementSection,
  type AgreementVersion,
} from './agreement-text.ts'
import { agreementStore } from '../agreement-store.ts'

/** The agreement under the policy in force. */
export type AgreementText = () => AgreementVersion

/** An acceptance. */
export interface Agreement {
  readonly id: string
  readonly version: string
  readonly name: Personal<string>
  readonly title: Personal<string>
  readonly language: Language
  readonly at: Date
}

/**
 * How it stands. `missing`: nobody accepted one. `changed`: what was accepted says something else about data than the
 * policy in force does. `accepted` otherwise, also where only words are others.
 */
export type AgreementState = 'missing' | 'changed' | 'accepted'

/** Who accepts, for whom they may speak. */
export interface Acceptance {
  /** Hash of the text that they were shown. */
  readonly version: string
  readonly name: Personal<string>
  readonly title: Personal<string>
  readonly language: Language
}

/**
 * `changed`: the text became another while it was read. `unnamed`: the organisation has said no legal name or contact, or
 * whoever runs the service hasn't said who they are.
 */
export type AcceptOutcome = 'done' | 'not-allowed' | 'changed' | 'unnamed'

interface AgreementParts extends OrganisationParts {
  get(organisation: string): Promise<Organisation | null>
}

/** The agreement of an organisation, as the controller, with the operator as its processor (GDPR art. 28(3)). */
export function createAgreements(parts: AgreementParts, textOf: AgreementText) {
  const store = agreementStore(parts.database)
  return {
    /** What there is to accept now. */
    current: textOf,

    history: (organisation: string): Promise<Agreement[]> => history(parts, organisation),

    state: async (organisation: string): Promise<AgreementState> => {
      const [last] = await store.of(organisation)
      if (last === undefined) return 'missing'
      const [text] = await store.texts([last.version])
      return text?.facts_hash === textOf().factsHash ? 'accepted' : 'changed'
    },

    /** A text that this organisation accepted, or the one of now; null for any other. */
    text: async (
      organisation: string,
      version: string,
      language: Language,
    ): Promise<readonly AgreementSection[] | null> => {
      const now = textOf()
      if (version === now.hash) return now.texts[language]
      const accepted = await store.of(organisation)
      if (!accepted.some((one) => one.version === version)) return null
      const row = await store.text(version)
      return row === undefined ? null : unpacked(row.texts[language])
    },

    /** Somebody accepts it in the organisation's name; a copy goes to them by mail. */
    accept: async (acting: Acting, asked: Acceptance): Promise<AcceptOutcome> => {
      const now = textOf()
      if (asked.version !== now.hash) return 'changed'
      const about = await parts.get(acting.organisation)
      if (about === null) return 'not-allowed'
      if (!now.isNamed || reveal(about.legalName) === '' || reveal(about.privacyContact) === '') return 'unnamed'
      return accept(parts, acting, { ...asked, now, about })
    },
  }
}

async function history({ database, seals }: AgreementParts, organisation: string): Promise<Agreement[]> {
  const rows = await agreementStore(database).of(organisation)
  const opener = await seals.forOpening([organisation], [category])
  return rows.flatMap(({ id, version, name, title, language, accepted_at: at }) => {
    if (name === null || title === null) return []
    const open = (column: 'name' | 'title', value: typeof name) =>
      opener.open({ table: 'organisation_agreement', column, record: organisation, category }, value)
    return [{ id, version, name: open('name', name), title: open('title', title), language, at }]
  })
}

type Accepting = Acceptance & { readonly now: AgreementVersion; readonly about: Organisation }

async function accept(parts: AgreementParts, acting: Acting, accepting: Accepting): Promise<AcceptOutcome> {
  const { database, audit, mailer, clock } = parts
  const { now } = accepting
  const at = clock.now()
  const row = await rowOf(parts, accepting, at)
  const mail = await copyOf(parts, acting, accepting, row)
  const act = await audit.prepare({ ...acting, what: 'agreement.accepted', detail: versionInWords(now.hash) })
  return database.transaction(async (transaction): Promise<AcceptOutcome> => {
    if ((await organisationStore(transaction).lock(acting.organisation)) === null) return 'not-allowed'
    const role = await memberStore(transaction).roleOf(acting.by, acting.organisation)
    if (role === null || !mayDo(role, { action: 'accept-agreement' })) return 'not-allowed'
    const kept = agreementStore(transaction)
    await kept.keepText({ hash: now.hash, facts_hash: now.factsHash, texts: packed(now), made_at: at })
    await kept.add(row)
    await mailer.queue(transaction, mail)
    await audit.note(transaction, act)
    return 'done'
  })
}

async function rowOf({ seals }: AgreementParts, { now, about, name, title, language }: Accepting, at: Date) {
  const organisation = about.id
  const sealer = await seals.forSealing([organisation], [category])
  const seal = (column: 'name' | 'title', value: Personal<string>) =>
    sealer.seal({ table: 'organisation_agreement', column, record: organisation, category }, reveal(value))
  return {
    id: newId(at),
    record_id: organisation,
    version: now.hash,
    name: seal('name', name),
    title: seal('title', title),
    language,
    accepted_at: at,
  }
}

/** The copy; to the organisation's own address where whoever accepted has none. */
async function copyOf(
  { mailer, peopleOf, publicUrl }: AgreementParts,
  { by }: Acting,
  { now, about, name, title, language }: Accepting,
  { id, accepted_at: at }: { readonly id: string; readonly accepted_at: Date },
): Promise<PreparedMail> {
  const email = (await peopleOf([by])).get(by)?.email
  return mailer.prepare({
    kind: 'organisation.agreement',
    record: about.id,
    occasion: id,
    to: email === undefined || reveal(email) === '' ? about.privacyContact : email,
    language,
    values: {
      organisation: about.legalName,
      name,
      position: title,
      at: dateInWords(at, language),
      version: versionInWords(now.hash),
      text: agreementAsText(now.texts[language]),
      page: new URL(`/organisations/${about.id}/agreement?lang=${language}`, publicUrl).href,
    },
  })
}

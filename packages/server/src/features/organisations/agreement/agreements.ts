import type { Language } from '@samtale/policy'
import { dateInWords } from '@samtale/policy'
import { newId } from '../../../platform/ids.ts'
import { reveal, type Personal } from '../../../platform/personal.ts'
import { memberStore } from '../members/member-store.ts'
import { organisationStore } from '../organisation-store.ts'
import type { Organisation } from '../organisations.ts'
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
import { agreementStore } from './agreement-store.ts'

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

/** The agreement of an organisation, as the controller, with the operator as its processor (GDPR art. 28(3)). */
export function createAgreements(
  parts: OrganisationParts & { get(organisation: string): Promise<Organisation | null> },
  textOf: AgreementText,
) {
  const { database, seals, audit, clock, peopleOf } = parts
  const store = agreementStore(database)

  async function history(organisation: string): Promise<Agreement[]> {
    const rows = await store.of(organisation)
    const opener = await seals.forOpening([organisation], [category])
    return rows.flatMap(({ id, version, name, title, language, accepted_at: at }) => {
      if (name === null || title === null) return []
      const open = (column: 'name' | 'title', value: typeof name) =>
        opener.open({ table: 'organisation_agreement', column, record: organisation, category }, value)
      return [{ id, version, name: open('name', name), title: open('title', title), language, at }]
    })
  }

  return {
    /** What there is to accept now. */
    current: textOf,

    history,

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
    accept: async ({ organisation, by }: Acting, asked: Acceptance): Promise<AcceptOutcome> => {
      const now = textOf()
      if (asked.version !== now.hash) return 'changed'
      const about = await parts.get(organisation)
      const person = (await peopleOf([by])).get(by)
      if (about === null || person === undefined) return 'not-allowed'
      if (!now.isNamed || reveal(about.legalName) === '' || reveal(about.privacyContact) === '') return 'unnamed'
      const at = clock.now()
      const id = newId(at)
      const sealer = await seals.forSealing([organisation], [category])
      const seal = (column: 'name' | 'title', value: Personal<string>) =>
        sealer.seal({ table: 'organisation_agreement', column, record: organisation, category }, reveal(value))
      const act = await audit.prepare({
        organisation,
        by,
        what: 'agreement.accepted',
        detail: versionInWords(now.hash),
      })
      const mail = await parts.mailer.prepare({
        kind: 'organisation.agreement',
        record: organisation,
        occasion: id,
        to: person.email,
        language: asked.language,
        values: {
          organisation: about.legalName,
          name: asked.name,
          position: asked.title,
          at: dateInWords(at, asked.language),
          version: versionInWords(now.hash),
          text: agreementAsText(now.texts[asked.language]),
          page: new URL(`/organisations/${organisation}/agreement?lang=${asked.language}`, parts.publicUrl).href,
        },
      })
      const row = {
        id,
        record_id: organisation,
        version: now.hash,
        name: seal('name', asked.name),
        title: seal('title', asked.title),
        language: asked.language,
        accepted_at: at,
      }
      return database.transaction(async (transaction): Promise<AcceptOutcome> => {
        if ((await organisationStore(transaction).lock(organisation)) === null) return 'not-allowed'
        const role = await memberStore(transaction).roleOf(by, organisation)
        if (role === null || !mayDo(role, { action: 'accept-agreement' })) return 'not-allowed'
        const kept = agreementStore(transaction)
        await kept.keepText({ hash: now.hash, facts_hash: now.factsHash, texts: packed(now), made_at: at })
        await kept.add(row)
        await parts.mailer.queue(transaction, mail)
        await audit.note(transaction, act)
        return 'done'
      })
    },
  }
}

import type { Language, RowBindings } from '@samtale/policy'
import type { OrganisationRole } from '../../platform/http/routes.ts'
import type { BlindIndex, Sealed } from '../../platform/seals/sealed.ts'

/** What an organisation is, for the policy, and who agreed for it. */
export const organisationCategory = 'organisation'
/** That somebody is in an organisation, and as what. */
export const memberCategory = 'organisation.member'
/** Whom an organisation has invited. */
export const invitationCategory = 'organisation.invitation'
/** What all three are read and written for. */
export const purpose = 'organisation'
/** Kinds of the records that hold them; a membership is part of an account's. */
export const organisationRecord = 'organisation'
export const invitationRecord = 'organisation-invitation'

/** Table `organisation`. */
export interface OrganisationRow {
  record_id: string
  name: Sealed<typeof organisationCategory> | null
  /** Name of the controller that it is, as its agreements have it. */
  legal_name: Sealed<typeof organisationCategory> | null
  /** Address for questions about privacy. */
  privacy_contact: Sealed<typeof organisationCategory> | null
  created_at: Date
  updated_at: Date
  /** When it is deleted because nobody owns it. */
  ends_at: Date | null
  /** How many days its log is kept, and the counts of its rooms; null where that is as the policy has it. */
  log_days: number | null
  usage_days: number | null
}

/** Table `organisation_member`. */
export interface OrganisationMemberRow {
  id: string
  /** The account. */
  record_id: string
  organisation_id: string
  role: OrganisationRole | null
  joined_at: Date
}

/** Table `organisation_invitation`. */
export interface OrganisationInvitationRow {
  record_id: string
  organisation_id: string
  address: Sealed<typeof invitationCategory> | null
  address_index: BlindIndex | null
  token_index: BlindIndex | null
  role: OrganisationRole
  /** Of the mail. */
  language: Language
  /** Account. */
  invited_by: string
  created_at: Date
  sent_at: Date
  expires_at: Date
  used_at: Date | null
}

/** Table `agreement_version`: a text of the agreement, as it was when somebody accepted it. */
export interface AgreementVersionRow {
  hash: string
  /** Of what it says about data: where that is another, the agreement is asked for again. */
  facts_hash: string
  texts: Readonly<Record<Language, string>>
  made_at: Date
}

/** Table `organisation_agreement`: who accepted which version. */
export interface OrganisationAgreementRow {
  id: string
  record_id: string
  version: string
  name: Sealed<typeof organisationCategory> | null
  title: Sealed<typeof organisationCategory> | null
  /** In which they read it. */
  language: Language
  accepted_at: Date
}

export interface OrganisationTables {
  organisation: OrganisationRow
  organisation_member: OrganisationMemberRow
  organisation_invitation: OrganisationInvitationRow
  agreement_version: AgreementVersionRow
  organisation_agreement: OrganisationAgreementRow
}

const record = { nothingPersonal: 'random number of the record' } as const
const id = { nothingPersonal: 'random id of the row' } as const
const organisation = { nothingPersonal: 'random number of the organisation' } as const

/** What every column of the organisations' tables holds. */
export const organisationColumns = {
  organisation: {
    record_id: record,
    name: {
      holds: organisationCategory,
      store: 'sealed',
      title: { en: 'Name of the organisation', nb: 'Navnet på organisasjonen', sv: 'Organisationens namn' },
    },
    legal_name: {
      holds: organisationCategory,
      store: 'sealed',
      title: { en: 'Its legal name', nb: 'Det juridiske navnet', sv: 'Dess juridiska namn' },
    },
    privacy_contact: {
      holds: organisationCategory,
      store: 'sealed',
      title: {
        en: 'Its address for questions about privacy',
        nb: 'Adressen for spørsmål om personvern',
        sv: 'Dess adress för frågor om integritet',
      },
    },
    created_at: { nothingPersonal: 'when it was made' },
    updated_at: { nothingPersonal: 'when it was changed' },
    ends_at: { nothingPersonal: 'when it ends because nobody owns it' },
    log_days: { nothingPersonal: 'how many days its log is kept' },
    usage_days: { nothingPersonal: 'how many days the counts of its rooms are kept' },
  },
  organisation_member: {
    id,
    record_id: record,
    organisation_id: organisation,
    role: {
      holds: memberCategory,
      title: {
        en: 'Your role in an organisation',
        nb: 'Rollen din i en organisasjon',
        sv: 'Din roll i en organisation',
      },
    },
    joined_at: { nothingPersonal: 'when they joined' },
  },
  organisation_invitation: {
    record_id: record,
    organisation_id: organisation,
    address: {
      holds: invitationCategory,
      store: 'sealed',
      title: { en: 'Address that is invited', nb: 'Adressen som er invitert', sv: 'Adressen som är inbjuden' },
    },
    address_index: {
      holds: invitationCategory,
      store: 'index',
      title: {
        en: 'A number by which the address is found',
        nb: 'Et tall som adressen finnes ved',
        sv: 'Ett tal som adressen hittas med',
      },
    },
    token_index: {
      holds: invitationCategory,
      store: 'index',
      title: {
        en: 'Keyed hash of the link in the invitation',
        nb: 'Et avtrykk av lenken i invitasjonen',
        sv: 'Ett avtryck av länken i inbjudan',
      },
    },
    role: { nothingPersonal: 'which of four roles is offered' },
    language: { nothingPersonal: 'language of the mail' },
    invited_by: { nothingPersonal: 'random number of the account that invites' },
    created_at: { nothingPersonal: 'when it was made' },
    sent_at: { nothingPersonal: 'when it was sent the last time' },
    expires_at: { nothingPersonal: 'until when it counts' },
    used_at: { nothingPersonal: 'when it was accepted' },
  },
  agreement_version: {
    hash: { nothingPersonal: 'hash of the text' },
    facts_hash: { nothingPersonal: 'hash of what it says about data' },
    texts: { nothingPersonal: 'the text in each language, which names nobody', paths: ['en', 'nb', 'sv'] },
    made_at: { nothingPersonal: 'when it was first accepted' },
  },
  organisation_agreement: {
    id,
    record_id: record,
    version: { nothingPersonal: 'hash of the text' },
    name: {
      holds: organisationCategory,
      store: 'sealed',
      title: { en: 'Who accepted for it', nb: 'Hvem som godtok for den', sv: 'Vem som godkände för den' },
    },
    title: {
      holds: organisationCategory,
      store: 'sealed',
      title: { en: 'Their position in it', nb: 'Stillingen deres der', sv: 'Deras befattning där' },
    },
    language: { nothingPersonal: 'in which language it was read' },
    accepted_at: { nothingPersonal: 'when it was accepted' },
  },
} as const satisfies { [Table in keyof OrganisationTables]: RowBindings<OrganisationTables[Table]> }

/** The same as the database's rights have it. */
export const organisationTables = {
  organisation: { record: organisationRecord, columns: organisationColumns.organisation },
  organisation_member: { record: 'account', columns: organisationColumns.organisation_member },
  organisation_invitation: { record: invitationRecord, columns: organisationColumns.organisation_invitation },
  agreement_version: { columns: organisationColumns.agreement_version, appendOnly: true },
  organisation_agreement: {
    record: organisationRecord,
    columns: organisationColumns.organisation_agreement,
    appendOnly: true,
  },
} as const

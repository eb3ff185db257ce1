import type { DataCategory, Policy } from '@samtale/policy'
import { invitationCategory, memberCategory, organisationCategory, purpose } from './tables.ts'

/** What organisations can hold. Whether there are any, and how long one lives, the profile in force says. */
export const organisationCategories = {
  [organisationCategory]: {
    fides: 'user.contact.organization',
    dpv: 'pd:Professional',
    title: { en: 'Organisation', nb: 'Organisasjon', sv: 'Organisation' },
    description: {
      en: 'Its name and legal name, its address for questions about privacy, and the name and position of whoever accepted the data processing agreement for it.',
      nb: 'Navnet og det juridiske navnet, adressen for spørsmål om personvern, og navnet og stillingen til den som godtok databehandleravtalen på vegne av den.',
      sv: 'Namnet och det juridiska namnet, adressen för frågor om integritet, och namn och befattning på den som godkände personuppgiftsbiträdesavtalet för den.',
    },
    subjects: ['user'],
    source: 'subject',
    provision: {
      kind: 'prerequisite',
      consequence: {
        en: 'A name, yes; the rest before the organisation accepts an agreement with us.',
        nb: 'Navnet, ja; resten før organisasjonen godtar en avtale med oss.',
        sv: 'Namnet, ja; resten innan organisationen godkänner ett avtal med oss.',
      },
    },
  },
  [memberCategory]: {
    fides: 'user.workplace',
    dpv: 'pd:Professional',
    title: { en: 'Being in an organisation', nb: 'Å være med i en organisasjon', sv: 'Att vara med i en organisation' },
    description: {
      en: 'Which organisations you are in, with which role, and since when. Its other members see your name; those who administrate it see your e-mail address, too.',
      nb: 'Hvilke organisasjoner du er med i, med hvilken rolle, og siden når. De andre medlemmene ser navnet ditt; de som administrerer den, ser e-postadressen din også.',
      sv: 'Vilka organisationer du är med i, med vilken roll, och sedan när. De andra medlemmarna ser ditt namn; de som administrerar den ser också din e-postadress.',
    },
    subjects: ['user'],
    source: 'third-party',
    sourceName: {
      en: 'the organisation that invited you',
      nb: 'organisasjonen som inviterte deg',
      sv: 'organisationen som bjöd in dig',
    },
    provision: {
      kind: 'voluntary',
      consequence: {
        en: 'No. You can leave an organisation at any time.',
        nb: 'Nei. Du kan forlate en organisasjon når som helst.',
        sv: 'Nej. Du kan lämna en organisation när som helst.',
      },
    },
  },
  [invitationCategory]: {
    fides: 'user.contact.email',
    dpv: 'pd:EmailAddress',
    title: {
      en: 'Invitations to organisations',
      nb: 'Invitasjoner til organisasjoner',
      sv: 'Inbjudningar till organisationer',
    },
    description: {
      en: 'The e-mail address that an organisation invites, to which role, who invites and when.',
      nb: 'E-postadressen som en organisasjon inviterer, til hvilken rolle, hvem som inviterer, og når.',
      sv: 'E-postadressen som en organisation bjuder in, till vilken roll, vem som bjuder in och när.',
    },
    subjects: ['contact'],
    source: 'third-party',
    sourceName: {
      en: 'the organisation that invites you',
      nb: 'organisasjonen som inviterer deg',
      sv: 'organisationen som bjuder in dig',
    },
    provision: {
      kind: 'voluntary',
      consequence: {
        en: 'No. Do nothing, and it is deleted after a week.',
        nb: 'Nei. Gjør ingenting, så slettes den etter en uke.',
        sv: 'Nej. Gör ingenting, så raderas den efter en vecka.',
      },
    },
  },
} as const satisfies Record<string, DataCategory>

/** Whether there are organisations: the policy says what they are used for. */
export function areOrganisationsAwake({ processings }: Pick<Policy, 'processings'>): boolean {
  const covered = Object.values(processings).filter((one) => one.purpose === purpose)
  return Object.keys(organisationCategories).every((category) =>
    covered.some(({ categories }) => categories.includes(category)),
  )
}

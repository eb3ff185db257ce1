import { defineMailKinds } from '../../platform/mail/kinds.ts'
import { purpose } from './tables.ts'

const service = {
  purpose,
  basis: 'service',
  marketing: false,
  stream: 'transactional',
  autoSubmitted: 'auto-generated',
} as const

/** Mails of organisations. */
export const organisationMailKinds = defineMailKinds({
  'organisation.invitation': {
    ...service,
    title: {
      en: 'Invitation to an organisation',
      nb: 'Invitasjon til en organisasjon',
      sv: 'Inbjudan till en organisation',
    },
    reason: {
      en: 'You get this because an organisation here invited this address. If you do nothing, the invitation and your address are deleted after a week.',
      nb: 'Du får dette fordi en organisasjon her inviterte denne adressen. Gjør du ingenting, slettes invitasjonen og adressen din etter en uke.',
      sv: 'Du får det här för att en organisation här bjöd in den här adressen. Om du inte gör något raderas inbjudan och din adress efter en vecka.',
    },
    values: { organisation: 'name', inviter: 'name', role: 'text', until: 'text', page: 'link' },
    subject: {
      en: 'You are invited to {organisation}',
      nb: 'Du er invitert til {organisation}',
      sv: 'Du är inbjuden till {organisation}',
    },
    body: [
      {
        paragraph: {
          en: '{inviter} invites you to join {organisation}. Your role there: {role}.',
          nb: '{inviter} inviterer deg til å bli med i {organisation}. Rollen din der: {role}.',
          sv: '{inviter} bjuder in dig till {organisation}. Din roll där: {role}.',
        },
      },
      {
        paragraph: {
          en: 'The link works once, until {until}, for this e-mail address alone.',
          nb: 'Lenken virker én gang, til {until}, og bare for denne e-postadressen.',
          sv: 'Länken fungerar en gång, till {until}, och bara för den här e-postadressen.',
        },
      },
      {
        button: { en: 'See the invitation', nb: 'Se invitasjonen', sv: 'Se inbjudan' },
        link: 'page',
      },
    ],
  },
  'organisation.agreement': {
    ...service,
    title: {
      en: 'Copy of a data processing agreement',
      nb: 'Kopi av en databehandleravtale',
      sv: 'Kopia av ett personuppgiftsbiträdesavtal',
    },
    reason: {
      en: 'You get this because you accepted the agreement for your organisation.',
      nb: 'Du får dette fordi du godtok avtalen på vegne av organisasjonen din.',
      sv: 'Du får det här för att du godkände avtalet för din organisation.',
    },
    values: {
      organisation: 'name',
      name: 'name',
      position: 'name',
      at: 'text',
      version: 'text',
      text: 'lines',
      page: 'link',
    },
    subject: {
      en: 'Data processing agreement: {organisation}',
      nb: 'Databehandleravtale: {organisation}',
      sv: 'Personuppgiftsbiträdesavtal: {organisation}',
    },
    body: [
      {
        paragraph: {
          en: '{name}, {position}, accepted this agreement for {organisation} on {at}. Version {version}.',
          nb: '{name}, {position}, godtok denne avtalen for {organisation} {at}. Versjon {version}.',
          sv: '{name}, {position}, godkände det här avtalet för {organisation} {at}. Version {version}.',
        },
      },
      { lines: 'text' },
      { button: { en: 'See it here', nb: 'Se den her', sv: 'Se det här' }, link: 'page' },
    ],
  },
  'organisation.without-owner': {
    ...service,
    title: {
      en: 'Word that an organisation has nobody who runs it',
      nb: 'Beskjed om at en organisasjon ikke har noen som styrer den',
      sv: 'Besked om att en organisation saknar någon som styr den',
    },
    reason: {
      en: 'You get this because you are in that organisation.',
      nb: 'Du får dette fordi du er med i den organisasjonen.',
      sv: 'Du får det här för att du är med i den organisationen.',
    },
    values: { organisation: 'name', until: 'text', page: 'link' },
    subject: {
      en: '{organisation} will be deleted',
      nb: '{organisation} blir slettet',
      sv: '{organisation} kommer att raderas',
    },
    body: [
      {
        paragraph: {
          en: 'Nobody owns {organisation} any more, and nobody administrates it. On {until} it is deleted with everything in it.',
          nb: 'Ingen eier {organisation} lenger, og ingen administrerer den. {until} slettes den med alt som er i den.',
          sv: 'Ingen äger {organisation} längre, och ingen administrerar den. {until} raderas den med allt i den.',
        },
      },
      {
        paragraph: {
          en: 'If it should go on, write to us and say who is to own it.',
          nb: 'Hvis den skal fortsette, skriv til oss og si hvem som skal eie den.',
          sv: 'Om den ska finnas kvar, skriv till oss och säg vem som ska äga den.',
        },
      },
      { button: { en: 'Write to us', nb: 'Skriv til oss', sv: 'Skriv till oss' }, link: 'page' },
    ],
  },
})

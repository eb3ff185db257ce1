import { defineMailKinds } from '../../platform/mail/kinds.ts'

const shared = { purpose: 'safety', basis: 'service', marketing: false, stream: 'transactional' } as const

/** Mails about reports. What somebody reported never goes out in one: an address in the form may be somebody else's. */
export const reportMailKinds = defineMailKinds({
  'report.notice': {
    ...shared,
    title: {
      en: 'Word to us that a report came',
      nb: 'Beskjed til oss om at noen har meldt fra',
      sv: 'Besked till oss om att en anmälan har kommit',
    },
    autoSubmitted: 'auto-generated',
    reason: {
      en: 'You get this because this is the contact address of the installation.',
      nb: 'Du får dette fordi dette er kontaktadressen til installasjonen.',
      sv: 'Du får det här för att det här är installationens kontaktadress.',
    },
    values: { reference: 'text', link: 'link' },
    subject: {
      en: 'A report waits for a decision ({reference})',
      nb: 'Noen har meldt fra om et brudd ({reference})',
      sv: 'En anmälan väntar på beslut ({reference})',
    },
    body: [
      {
        paragraph: {
          en: 'Somebody reported a breach of the rules. What they wrote is not in this mail.',
          nb: 'Noen har meldt fra om et brudd på reglene. Det de skrev, står ikke i denne e-posten.',
          sv: 'Någon har anmält en överträdelse av reglerna. Det de skrev står inte i det här mejlet.',
        },
      },
      { button: { en: 'Open the report', nb: 'Åpne meldingen', sv: 'Öppna anmälan' }, link: 'link' },
    ],
  },
  'report.decided': {
    ...shared,
    title: {
      en: 'What we decided about a report',
      nb: 'Hva vi avgjorde om en melding',
      sv: 'Vad vi beslutade om en anmälan',
    },
    autoSubmitted: 'no',
    reason: {
      en: 'You get this because a report gave this address for the answer.',
      nb: 'Du får dette fordi en melding oppga denne adressen for svaret.',
      sv: 'Du får det här för att en anmälan angav den här adressen för svaret.',
    },
    values: { reference: 'text', outcome: 'text', reason: 'lines' },
    subject: {
      en: 'Your report {reference} is decided',
      nb: 'Meldingen din {reference} er avgjort',
      sv: 'Din anmälan {reference} är avgjord',
    },
    body: [
      {
        paragraph: {
          en: 'A person has looked at the report {reference}. {outcome}',
          nb: 'Et menneske har sett på meldingen {reference}. {outcome}',
          sv: 'En människa har tittat på anmälan {reference}. {outcome}',
        },
      },
      { lines: 'reason' },
      {
        paragraph: {
          en: 'If you think this is wrong, answer this mail: another person looks at it again, where there is one.',
          nb: 'Mener du at dette er feil, kan du svare på denne e-posten: en annen person ser på det igjen, der det finnes en.',
          sv: 'Om du tycker att det är fel kan du svara på det här mejlet: en annan person tittar på det igen, där det finns någon.',
        },
      },
    ],
  },
})

import type { Text } from '@samtale/policy'

export const outboxWords = {
  title: { en: 'Outbox', nb: 'Utboks', sv: 'Utkorg' },
  lead: {
    en: 'No mail server is set up, so mail lands here. Only this machine can see it.',
    nb: 'Ingen e-posttjener er satt opp, så e-posten havner her. Bare denne maskinen kan se den.',
    sv: 'Ingen e-postserver är inställd, så mejlen hamnar här. Bara den här datorn kan se dem.',
  },
  leadWithServer: {
    en: 'Mail goes to the mail server now. This is from before it was set up.',
    nb: 'E-posten går til e-posttjeneren nå. Dette er fra før den ble satt opp.',
    sv: 'Mejlen går till e-postservern nu. Det här är från innan den ställdes in.',
  },
  empty: { en: 'No mail yet.', nb: 'Ingen e-post ennå.', sv: 'Inga mejl än.' },
  again: { en: 'Look again', nb: 'Se etter på nytt', sv: 'Titta igen' },
  more: { en: 'Older mail is in the folder.', nb: 'Eldre e-post ligger i mappen.', sv: 'Äldre mejl finns i mappen.' },
  back: { en: 'All mail', nb: 'All e-post', sv: 'Alla mejl' },
  from: { en: 'From', nb: 'Fra', sv: 'Från' },
  to: { en: 'To', nb: 'Til', sv: 'Till' },
  queued: { en: 'Written', nb: 'Skrevet', sv: 'Skrivet' },
  kind: { en: 'Kind', nb: 'Slag', sv: 'Slag' },
  noSubject: { en: 'No subject', nb: 'Uten emne', sv: 'Utan ämne' },
  asHtml: { en: 'The mail', nb: 'E-posten', sv: 'Mejlet' },
  asText: { en: 'As plain text', nb: 'Som ren tekst', sv: 'Som ren text' },
  headers: { en: 'Headers', nb: 'Hoder', sv: 'Huvuden' },
  gone: { en: 'This mail is gone', nb: 'Denne e-posten er borte', sv: 'Det här mejlet är borta' },
  goneWhy: {
    en: 'It was deleted, with what it belonged to or after 30 days.',
    nb: 'Den er slettet, sammen med det den hørte til eller etter 30 dager.',
    sv: 'Det har raderats, tillsammans med det som det hörde till eller efter 30 dagar.',
  },
} as const satisfies Record<string, Text>

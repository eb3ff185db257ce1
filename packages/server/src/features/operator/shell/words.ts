import type { Text } from '@samtale/policy'

/** Words that stand on every page for operators. */
export const shellWords = {
  desk: { en: 'Running this installation', nb: 'Drift av denne installasjonen', sv: 'Drift av den här installationen' },
  menu: { en: 'Pages for operators', nb: 'Sider for operatører', sv: 'Sidor för operatörer' },
  open: { en: 'Menu', nb: 'Meny', sv: 'Meny' },
  overview: { en: 'Overview', nb: 'Oversikt', sv: 'Översikt' },
  people: { en: 'Accounts', nb: 'Kontoer', sv: 'Konton' },
  organisations: { en: 'Organisations', nb: 'Organisasjoner', sv: 'Organisationer' },
  rooms: { en: 'Rooms', nb: 'Rom', sv: 'Rum' },
  calls: { en: 'Calls now', nb: 'Samtaler nå', sv: 'Samtal nu' },
  reports: { en: 'Reports', nb: 'Meldinger om brudd', sv: 'Anmälningar' },
  suspensions: { en: 'Closed by us', nb: 'Stengt av oss', sv: 'Stängt av oss' },
  mail: { en: 'Mail', nb: 'E-post', sv: 'E-post' },
  health: { en: 'Health', nb: 'Helse', sv: 'Hälsa' },
  log: { en: 'Log', nb: 'Logg', sv: 'Logg' },
  privacyPart: { en: 'Privacy desk', nb: 'Personvern', sv: 'Integritet' },
  privacy: { en: 'What is due', nb: 'Det som haster', sv: 'Det som brådskar' },
  handOver: { en: 'Export or erase', nb: 'Eksporter eller slett', sv: 'Exportera eller radera' },
  requests: { en: 'Requests', nb: 'Krav', sv: 'Begäranden' },
  records: { en: 'Find somebody', nb: 'Finn noen', sv: 'Hitta någon' },
  holds: { en: 'Holds', nb: 'Sperrer', sv: 'Spärrar' },
  breaches: { en: 'Breaches', nb: 'Brudd på sikkerheten', sv: 'Incidenter' },
  disclosures: { en: 'Disclosures', nb: 'Utleveringer', sv: 'Utlämnanden' },
  policy: { en: 'Policy', nb: 'Erklæring', sv: 'Policy' },
  retention: { en: 'What will be deleted', nb: 'Hva som blir slettet', sv: 'Vad som raderas' },
  done: { en: 'Done:', nb: 'Gjort:', sv: 'Gjort:' },
  refused: { en: 'That can’t be done.', nb: 'Det går ikke.', sv: 'Det går inte.' },
  back: { en: 'Back', nb: 'Tilbake', sv: 'Tillbaka' },
  earlier: { en: 'Earlier page', nb: 'Forrige side', sv: 'Föregående sida' },
  later: { en: 'Next page', nb: 'Neste side', sv: 'Nästa sida' },
  pages: { en: 'Pages of the list', nb: 'Sider i listen', sv: 'Sidor i listan' },
  pageOf: { en: 'Page {page} of {pages}', nb: 'Side {page} av {pages}', sv: 'Sida {page} av {pages}' },
  reason: { en: 'Reason', nb: 'Begrunnelse', sv: 'Skäl' },
  reasonMissing: {
    en: 'Write a reason: it is kept in the log.',
    nb: 'Skriv en begrunnelse: den blir stående i loggen.',
    sv: 'Skriv ett skäl: det står kvar i loggen.',
  },
  letter: { en: 'By letter', nb: 'Per brev', sv: 'Per brev' },
  deeds: { en: 'What you can do', nb: 'Hva du kan gjøre', sv: 'Vad du kan göra' },
  breach: { en: 'Breach', nb: 'Brudd', sv: 'Incident' },
  none: { en: 'None', nb: 'Ingen', sv: 'Inga' },
} as const satisfies Record<string, Text>

/** A text with its values put in. */
export function fill(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole))
}

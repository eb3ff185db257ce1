import type { Text } from '../text.ts'

/** Something that Samtale is to have and hasn't yet, with what it holds of people. */
export interface Feature {
  readonly key: string
  readonly title: Text
}

const titles = {
  personalisation: { en: 'profiles of people', nb: 'profiler av folk', sv: 'profiler av människor' },
  rooms: { en: 'a list of rooms that is public', nb: 'en åpen liste over rom', sv: 'en öppen lista över rum' },
  recording: { en: 'recording', nb: 'opptak', sv: 'inspelning' },
  support: { en: 'the support desk', nb: 'kundestøtten', sv: 'supporten' },
  chat: { en: 'chat with support', nb: 'chat med kundestøtten', sv: 'chatt med supporten' },
  billing: { en: 'orders and billing', nb: 'bestilling og fakturering', sv: 'beställning och fakturering' },
  devices: {
    en: 'screens, robots and cameras',
    nb: 'skjermer, roboter og kameraer',
    sv: 'skärmar, robotar och kameror',
  },
  statistics: { en: 'first-party statistics', nb: 'egen statistikk', sv: 'egen statistik' },
  integrations: {
    en: 'integrations and embedding',
    nb: 'integrasjoner og innbygging',
    sv: 'integrationer och inbäddning',
  },
  surveys: { en: 'surveys', nb: 'spørreundersøkelser', sv: 'enkäter' },
  comments: { en: 'a blog with comments', nb: 'en blogg med kommentarer', sv: 'en blogg med kommentarer' },
  recruitment: { en: 'job applications', nb: 'jobbsøknader', sv: 'jobbansökningar' },
  trial: { en: 'trials and demos', nb: 'prøveperioder og demoer', sv: 'provperioder och demor' },
  pages: { en: 'public pages and apps', nb: 'offentlige sider og apper', sv: 'offentliga sidor och appar' },
  duties: { en: 'terms that people agree to', nb: 'vilkår som folk godtar', sv: 'villkor som människor godkänner' },
  placement: {
    en: 'several servers in several places',
    nb: 'flere servere flere steder',
    sv: 'flera servrar på flera platser',
  },
} as const satisfies Record<string, Text>

/** Rows that wait, by what they wait for. */
const waiting: Readonly<Record<keyof typeof titles, string>> = {
  personalisation: 'P08 D29',
  rooms: 'T04',
  recording: 'D24',
  support: 'D04 D30 P02 P12',
  chat: 'D05',
  billing: 'D08 D09 D10 P10 P11 R06 X02 A06',
  devices: 'D19 D20 D23 D25',
  statistics: 'D17 D18 D21 D31 D32 D36 P05 P13 P17 R13 R17 R18 R19 T06 A08',
  integrations: 'D26 X05',
  surveys: 'D13',
  comments: 'D14 D15 P14',
  recruitment: 'D07 A09',
  trial: 'D16 P18 R10',
  pages: 'A03 A04',
  duties: 'N11',
  placement: 'T03 T05',
}

const features = new Map(
  Object.entries(waiting).flatMap(([key, rows]) =>
    rows.split(' ').map((row): [string, Feature] => [row, { key, title: titles[key as keyof typeof titles] }]),
  ),
)

/** What a row waits for; null where it doesn't. */
export function waitsFor(row: string): Feature | null {
  return features.get(row) ?? null
}

import type { Language, Text } from '@samtale/policy'

/** What an export says of itself. */
export const exportWords = {
  title: {
    everything: {
      en: 'What is kept about you',
      nb: 'Det som er lagret om deg',
      sv: 'Det som finns sparat om dig',
    },
    portable: {
      en: 'What you gave us, to take along',
      nb: 'Det du ga oss, til å ta med deg',
      sv: 'Det du gav oss, att ta med dig',
    },
    disclosure: {
      en: 'What was handed out',
      nb: 'Det som ble utlevert',
      sv: 'Det som lämnades ut',
    },
  },
  intro: {
    everything: {
      en: 'This is everything that this installation keeps about you, and what the law wants you to know about it (GDPR art. 15).',
      nb: 'Dette er alt som denne installasjonen har lagret om deg, og det loven vil at du skal vite om det (GDPR art. 15).',
      sv: 'Det här är allt som den här installationen har sparat om dig, och det som lagen vill att du ska veta om det (GDPR art. 15).',
    },
    portable: {
      en: 'This is what you gave us with a consent or for a contract. You can give it to another service (GDPR art. 20).',
      nb: 'Dette er det du ga oss med et samtykke eller for en avtale. Du kan gi det til en annen tjeneste (GDPR art. 20).',
      sv: 'Det här är det du gav oss med ett samtycke eller för ett avtal. Du kan ge det till en annan tjänst (GDPR art. 20).',
    },
    disclosure: {
      en: 'This is what the law demanded of us, and nothing else.',
      nb: 'Dette er det loven krevde av oss, og ikke noe annet.',
      sv: 'Det här är det som lagen krävde av oss, och inget annat.',
    },
  },
  made: { en: 'Made on {when}.', nb: 'Laget {when}.', sv: 'Gjort {when}.' },
  files: {
    en: 'The same stands in data.json for programs, which schema.json describes, and in tables as CSV, which spreadsheets open. There, a text that begins like a formula has an apostrophe in front. Whoever has these files can read all of it: keep them where only you can get at them.',
    nb: 'Det samme står i data.json for programmer, som schema.json beskriver, og i tabeller som CSV, som regneark åpner. Der har en tekst som begynner som en formel, en apostrof foran seg. Alle som har disse filene, kan lese alt: ha dem der bare du kommer til.',
    sv: 'Detsamma står i data.json för program, som schema.json beskriver, och i tabeller som CSV, som kalkylprogram öppnar. Där har en text som börjar som en formel en apostrof framför sig. Alla som har de här filerna kan läsa allt: ha dem där bara du kommer åt dem.',
  },
  contents: { en: 'Contents', nb: 'Innhold', sv: 'Innehåll' },
  nothing: {
    en: 'Nothing is kept about you.',
    nb: 'Det er ikke lagret noe om deg.',
    sv: 'Inget finns sparat om dig.',
  },
  nothingPortable: {
    en: 'There is nothing that you gave with a consent or for a contract.',
    nb: 'Det er ingenting som du ga med et samtykke eller for en avtale.',
    sv: 'Det finns inget som du gav med ett samtycke eller för ett avtal.',
  },
  fates: { en: 'How long it is kept', nb: 'Hvor lenge det oppbevares', sv: 'Hur länge det sparas' },
  since: { en: 'kept since', nb: 'lagret siden', sv: 'sparat sedan' },
  about: {
    en: 'What is done with it, and your rights',
    nb: 'Hva som gjøres med det, og rettighetene dine',
    sv: 'Vad som görs med det, och dina rättigheter',
  },
  facts: {
    en: 'What decides how long it is kept',
    nb: 'Det som avgjør hvor lenge det oppbevares',
    sv: 'Det som avgör hur länge det sparas',
  },
  noAutomatedDecisions: {
    en: 'No decision about you is made by a machine alone (art. 22).',
    nb: 'Ingen avgjørelse om deg tas av en maskin alene (art. 22).',
    sv: 'Inget beslut om dig fattas enbart av en maskin (art. 22).',
  },
  disclosures: {
    en: 'Who was given some of it',
    nb: 'Hvem som har fått noe av det',
    sv: 'Vilka som har fått något av det',
  },
  unreadable: {
    en: 'Some values can’t be opened any more: their keys are gone ({count}).',
    nb: 'Noen verdier kan ikke lenger åpnes: nøklene deres er borte ({count}).',
    sv: 'Några värden går inte längre att öppna: deras nycklar är borta ({count}).',
  },
  yes: { en: 'yes', nb: 'ja', sv: 'ja' },
  no: { en: 'no', nb: 'nei', sv: 'nej' },
} as const satisfies Record<string, Text | Record<string, Text>>

/** What becomes of a category, as sentences. */
export const fateWords = {
  inUse: { en: 'In use.', nb: 'I bruk.', sv: 'I bruk.' },
  restricted: {
    en: 'Kept, and used for nothing but to keep it and for legal claims.',
    nb: 'Oppbevart, og ikke brukt til annet enn å oppbevare det og til rettskrav.',
    sv: 'Sparat, och inte använt till annat än att spara det och till rättsliga anspråk.',
  },
  gone: { en: 'Deleted.', nb: 'Slettet.', sv: 'Raderat.' },
  goes: { en: 'Its time ends on {when}.', nb: 'Tiden er ute {when}.', sv: 'Tiden går ut {when}.' },
  deletedBy: {
    en: 'It is deleted by {when} at the latest.',
    nb: 'Det slettes senest {when}.',
    sv: 'Det raderas senast {when}.',
  },
  open: {
    en: 'Its end isn’t a date yet: {rule}.',
    nb: 'Slutten er ikke en dato ennå: {rule}.',
    sv: 'Slutet är inte ett datum än: {rule}.',
  },
  hold: {
    en: 'A hold keeps it: {ground}. It is looked at again by {when}.',
    nb: 'Det holdes tilbake: {ground}. Det vurderes på nytt innen {when}.',
    sv: 'Det hålls kvar: {ground}. Det prövas igen senast {when}.',
  },
  minimum: {
    en: 'A law asks for it to be kept: {law}.',
    nb: 'En lov krever at det oppbevares: {law}.',
    sv: 'En lag kräver att det sparas: {law}.',
  },
  restrictedSince: {
    en: 'You have had its use restricted since {when}.',
    nb: 'Du har fått bruken begrenset siden {when}.',
    sv: 'Du har fått användningen begränsad sedan {when}.',
  },
} as const satisfies Record<string, Text>

/** Why a hold is placed (GDPR art. 17(3), 18(1)). */
export const holdWords: Readonly<Record<string, Text>> = {
  '17-3-a': {
    en: 'freedom of expression (art. 17(3)(a))',
    nb: 'ytringsfrihet (art. 17 nr. 3 a)',
    sv: 'yttrandefrihet (art. 17.3 a)',
  },
  '17-3-b': {
    en: 'a duty by law (art. 17(3)(b))',
    nb: 'en rettslig plikt (art. 17 nr. 3 b)',
    sv: 'en rättslig skyldighet (art. 17.3 b)',
  },
  '17-3-c': {
    en: 'public health (art. 17(3)(c))',
    nb: 'folkehelsen (art. 17 nr. 3 c)',
    sv: 'folkhälsan (art. 17.3 c)',
  },
  '17-3-d': {
    en: 'archives, research or statistics (art. 17(3)(d))',
    nb: 'arkiv, forskning eller statistikk (art. 17 nr. 3 d)',
    sv: 'arkiv, forskning eller statistik (art. 17.3 d)',
  },
  '17-3-e': {
    en: 'legal claims (art. 17(3)(e))',
    nb: 'rettskrav (art. 17 nr. 3 e)',
    sv: 'rättsliga anspråk (art. 17.3 e)',
  },
  '18-1-b': {
    en: 'you want it kept though its use is unlawful (art. 18(1)(b))',
    nb: 'du vil at det beholdes selv om bruken er ulovlig (art. 18 nr. 1 b)',
    sv: 'du vill att det behålls fast användningen är olaglig (art. 18.1 b)',
  },
  '18-1-c': {
    en: 'you need it for legal claims (art. 18(1)(c))',
    nb: 'du trenger det for rettskrav (art. 18 nr. 1 c)',
    sv: 'du behöver det för rättsliga anspråk (art. 18.1 c)',
  },
}

/** A sentence with its values. */
export function fill(text: Text, language: Language, values: Readonly<Record<string, string>>): string {
  return text[language].replace(/\{(\w+)\}/g, (_whole, name: string) => values[name] ?? '')
}

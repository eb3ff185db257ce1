import type { Language, Text } from '@samtale/policy'
import type { RightKind, Scope } from './kinds.ts'

interface RightWords {
  /** What the person wants, as they would say it. */
  readonly want: Text
  /** What happens then. */
  readonly hint: Text
  /** As a name: “Your request: …”. */
  readonly name: Text
}

export const rightWords: Readonly<Record<RightKind, RightWords>> = {
  access: {
    want: { en: 'See what you have about me', nb: 'Se hva dere har om meg', sv: 'Se vad ni har om mig' },
    hint: {
      en: 'You get all of it as a file, at once (art. 15).',
      nb: 'Du får alt sammen som en fil, med en gang (art. 15).',
      sv: 'Du får alltihop som en fil, direkt (art. 15).',
    },
    name: { en: 'access', nb: 'innsyn', sv: 'tillgång' },
  },
  portability: {
    want: { en: 'Take my data along', nb: 'Ta med meg opplysningene mine', sv: 'Ta med mig mina uppgifter' },
    hint: {
      en: 'What you gave us yourself, in a form that other programs read, at once (art. 20).',
      nb: 'Det du selv har gitt oss, i en form andre programmer leser, med en gang (art. 20).',
      sv: 'Det du själv har gett oss, i en form som andra program läser, direkt (art. 20).',
    },
    name: { en: 'portability', nb: 'dataportabilitet', sv: 'dataportabilitet' },
  },
  rectification: {
    want: { en: 'Have something corrected', nb: 'Få noe rettet', sv: 'Få något rättat' },
    hint: {
      en: 'Say below what is wrong and what it should be. A person does it (art. 16).',
      nb: 'Skriv nedenfor hva som er feil, og hva det skal være. Et menneske gjør det (art. 16).',
      sv: 'Skriv nedan vad som är fel och vad det ska vara. En människa gör det (art. 16).',
    },
    name: { en: 'correction', nb: 'retting', sv: 'rättelse' },
  },
  erasure: {
    want: { en: 'Have my data deleted', nb: 'Få opplysningene mine slettet', sv: 'Få mina uppgifter raderade' },
    hint: {
      en: 'All that no law has us keep goes at once, and you get a certificate (art. 17).',
      nb: 'Alt som ingen lov pålegger oss å beholde, slettes med en gang, og du får en bekreftelse på det (art. 17).',
      sv: 'Allt som ingen lag kräver att vi behåller raderas direkt, och du får ett intyg (art. 17).',
    },
    name: { en: 'deletion', nb: 'sletting', sv: 'radering' },
  },
  restriction: {
    want: {
      en: 'Have my data kept, but not used',
      nb: 'La opplysningene mine ligge, men ikke bli brukt',
      sv: 'Låta mina uppgifter ligga kvar men inte användas',
    },
    hint: {
      en: 'At once, until the matter is settled. You are told before it ends (art. 18).',
      nb: 'Med en gang, til saken er avgjort. Du får beskjed før det tar slutt (art. 18).',
      sv: 'Direkt, tills saken är avgjord. Du får besked innan det upphör (art. 18).',
    },
    name: { en: 'restriction', nb: 'begrensning', sv: 'begränsning' },
  },
  objection: {
    want: {
      en: 'Object to how my data is used',
      nb: 'Protestere mot hvordan opplysningene mine brukes',
      sv: 'Invända mot hur mina uppgifter används',
    },
    hint: {
      en: 'Marketing stops at once. Other uses stop until a person has weighed it (art. 21).',
      nb: 'Markedsføring stanser med en gang. Annen bruk stanser til et menneske har vurdert det (art. 21).',
      sv: 'Marknadsföring upphör direkt. Annan användning upphör tills en människa har bedömt det (art. 21).',
    },
    name: { en: 'objection', nb: 'protest', sv: 'invändning' },
  },
  withdrawal: {
    want: { en: 'Take back a yes', nb: 'Trekke tilbake et samtykke', sv: 'Ta tillbaka ett samtycke' },
    hint: {
      en: 'You see what you have said yes to, with a button for each (art. 7(3)).',
      nb: 'Du ser hva du har sagt ja til, med en knapp for hvert (art. 7 nr. 3).',
      sv: 'Du ser vad du har sagt ja till, med en knapp för varje (art. 7.3).',
    },
    name: { en: 'withdrawal of consent', nb: 'tilbaketrekking av samtykke', sv: 'återkallelse av samtycke' },
  },
}

export const scopeWords: Readonly<Record<Scope, Text>> = {
  '18-1-a': {
    en: 'It is wrong, and you have to check it first.',
    nb: 'Det er feil, og dere må sjekke det først.',
    sv: 'Det är fel, och ni måste kontrollera det först.',
  },
  '18-1-b': {
    en: 'It is unlawful, but I don’t want it deleted.',
    nb: 'Det er ulovlig, men jeg vil ikke at det slettes.',
    sv: 'Det är olagligt, men jag vill inte att det raderas.',
  },
  '18-1-c': {
    en: 'You need it no more, but I need it for a legal claim.',
    nb: 'Dere trenger det ikke lenger, men jeg trenger det til et rettskrav.',
    sv: 'Ni behöver det inte längre, men jag behöver det för ett rättsligt anspråk.',
  },
  '18-1-d': {
    en: 'I have objected, and you have not decided yet.',
    nb: 'Jeg har protestert, og dere har ikke avgjort det ennå.',
    sv: 'Jag har invänt, och ni har inte beslutat ännu.',
  },
  marketing: { en: 'Marketing', nb: 'Markedsføring', sv: 'Marknadsföring' },
  all: {
    en: 'Marketing, and everything that you do because of an interest of your own',
    nb: 'Markedsføring, og alt dere gjør ut fra en egen interesse',
    sv: 'Marknadsföring, och allt ni gör utifrån ett eget intresse',
  },
}

/** A text with its values filled in, as in `by {due}`. */
export function fill(text: Text, language: Language, values: Readonly<Record<string, string>>): string {
  return text[language].replace(/\{(\w+)\}/g, (_whole, name: string) => values[name] ?? '')
}

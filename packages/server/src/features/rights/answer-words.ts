import type { Text } from '@samtale/policy'

/** What is mailed about a request, and stands on its page. */
export const answers = {
  received: {
    en: 'We have your request, and a person looks at it. You get an answer by {due}.',
    nb: 'Vi har fått kravet ditt, og et menneske ser på det. Du får svar innen {due}.',
    sv: 'Vi har fått din begäran, och en människa tittar på den. Du får svar senast {due}.',
  },
  ready: {
    en: 'What we have about you is ready. You can fetch it with the button until {until}; after that, ask again.',
    nb: 'Det vi har om deg, er klart. Du kan hente det med knappen til {until}; spør på nytt etter det.',
    sv: 'Det vi har om dig är klart. Du kan hämta det med knappen till {until}; fråga igen efter det.',
  },
  consents: {
    en: 'The page of your request shows what you have said yes to. There you take back what you want.',
    nb: 'Siden til kravet ditt viser hva du har sagt ja til. Der trekker du tilbake det du vil.',
    sv: 'Sidan för din begäran visar vad du har sagt ja till. Där tar du tillbaka det du vill.',
  },
  withdrawn: {
    en: 'Your yes is taken back: {what}. What was done before stays lawful.',
    nb: 'Samtykket er trukket tilbake: {what}. Det som ble gjort før, er fortsatt lovlig.',
    sv: 'Ditt samtycke är återkallat: {what}. Det som gjordes innan är fortfarande lagligt.',
  },
  objected: {
    en: 'Done. You get no more marketing from us, and nothing about you is used for it.',
    nb: 'Ferdig. Du får ikke mer markedsføring fra oss, og ingenting om deg brukes til det.',
    sv: 'Klart. Du får ingen mer marknadsföring från oss, och inget om dig används till det.',
  },
  suspended: {
    en: 'Marketing has ended for good. The other uses you can object to are stopped while a person weighs your reasons: {what}. You get the answer by {due}.',
    nb: 'Markedsføring er slutt for godt. Den andre bruken du kan protestere mot, er stanset mens et menneske vurderer grunnene dine: {what}. Du får svar innen {due}.',
    sv: 'Marknadsföringen har upphört för gott. Den andra användning som du kan invända mot är stoppad medan en människa bedömer dina skäl: {what}. Du får svar senast {due}.',
  },
  restricted: {
    en: 'From now on we keep what we have about you, and use none of it but to answer requests of yours. You are told before that ends.',
    nb: 'Fra nå av tar vi vare på det vi har om deg, og bruker ingenting av det til annet enn å svare på krav fra deg. Du får beskjed før det tar slutt.',
    sv: 'Från och med nu behåller vi det vi har om dig, och använder inget av det till annat än att svara på dina begäranden. Du får besked innan det upphör.',
  },
  lifting: {
    en: 'The restriction will be lifted. Our reason:',
    nb: 'Begrensningen blir opphevet. Grunnen vår:',
    sv: 'Begränsningen kommer att hävas. Vårt skäl:',
  },
  corrected: {
    en: 'It is corrected: {what}.',
    nb: 'Det er rettet: {what}.',
    sv: 'Det är rättat: {what}.',
  },
  extended: {
    en: 'We need longer. You get the answer by {due}. The reason:',
    nb: 'Vi trenger lengre tid. Du får svar innen {due}. Grunnen:',
    sv: 'Vi behöver längre tid. Du får svar senast {due}. Skälet:',
  },
  refused: {
    en: 'We can’t do what you ask. It is about: {what}. The ground is {ground} of the GDPR; it holds {until}. Our reason:',
    nb: 'Vi kan ikke gjøre det du ber om. Det gjelder: {what}. Grunnlaget er {ground} i GDPR; det gjelder {until}. Begrunnelsen:',
    sv: 'Vi kan inte göra det du begär. Det gäller: {what}. Grunden är {ground} i GDPR; den gäller {until}. Vårt skäl:',
  },
  untilDate: { en: 'until {date}', nb: 'til {date}', sv: 'till {date}' },
  untilOpen: {
    en: 'for as long as that ground lasts',
    nb: 'så lenge grunnlaget varer',
    sv: 'så länge grunden består',
  },
  upheld: {
    en: 'You were right to object: we use it no more, and what nothing else has us keep is deleted. Our reason:',
    nb: 'Du fikk medhold: vi bruker det ikke mer, og det som ikke må beholdes av andre grunner, er slettet. Begrunnelsen:',
    sv: 'Du fick rätt: vi använder det inte mer, och det som inte måste behållas av andra skäl är raderat. Vårt skäl:',
  },
  overridden: {
    en: 'We have weighed your objection, and go on. Marketing stays ended. Our reason:',
    nb: 'Vi har vurdert protesten din, og fortsetter. Markedsføring er fortsatt slutt. Begrunnelsen:',
    sv: 'Vi har bedömt din invändning och fortsätter. Marknadsföringen är fortfarande avslutad. Vårt skäl:',
  },
  complain: {
    en: 'You can complain about this to {authority} ({url}), or to the authority where you live or work. You can also go to court. It costs nothing, and you need not write to us first.',
    nb: 'Du kan klage på dette til {authority} ({url}), eller til tilsynet der du bor eller arbeider. Du kan også gå til domstolene. Å klage koster ingenting, og du trenger ikke skrive til oss først.',
    sv: 'Du kan klaga på detta hos {authority} ({url}), eller hos tillsynsmyndigheten där du bor eller arbetar. Du kan också gå till domstol. Att klaga kostar inget, och du behöver inte skriva till oss först.',
  },
  telling: {
    en: 'We now tell those who got it from us: {what}.',
    nb: 'Nå gir vi beskjed til dem som har fått det av oss: {what}.',
    sv: 'Nu berättar vi det för dem som har fått det av oss: {what}.',
  },
} as const satisfies Record<string, Text>

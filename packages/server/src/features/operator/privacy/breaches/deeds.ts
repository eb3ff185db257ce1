import type { Deed } from '../../deeds/deed.ts'
import { idField, languageField, say } from '../../deeds/fields.ts'

const long = { kind: 'long', longest: 10_000, optional: true } as const

/** What an authority asks about a breach, as Datatilsynet's own form has it. */
export const report: Deed = {
  command: 'breach.report',
  act: 'breach.entered',
  title: say('Report a breach', 'Meld et brudd', 'Rapportera en incident'),
  hint: say(
    'The clock of 72 hours runs from when you became aware of it (GDPR art. 33). Say what you know: the rest can follow.',
    'Klokken på 72 timer går fra da dere ble klar over det (GDPR art. 33). Skriv det du vet: resten kan komme etterpå.',
    'Klockan på 72 timmar går från det att ni fick kännedom om det (GDPR art. 33). Skriv det du vet: resten kan följa.',
  ),
  fields: [
    {
      name: 'aware-at',
      label: say('When you became aware of it', 'Når dere ble klar over det', 'När ni fick kännedom om det'),
      kind: 'datetime-local',
    },
    {
      name: 'kind',
      label: say('What happened to the data', 'Hva som skjedde med opplysningene', 'Vad som hände med uppgifterna'),
      kind: 'check',
      choices: [
        { value: 'confidentiality', label: say('Others could see it', 'Andre kunne se dem', 'Andra kunde se dem') },
        { value: 'integrity', label: say('It was changed', 'De ble endret', 'De ändrades') },
        {
          value: 'availability',
          label: say(
            'It was lost or out of reach',
            'De gikk tapt eller var utilgjengelige',
            'De gick förlorade eller var otillgängliga',
          ),
        },
      ],
    },
    { name: 'from', label: say('It began', 'Det begynte', 'Det började'), kind: 'datetime-local', optional: true },
    { name: 'to', label: say('It ended', 'Det sluttet', 'Det slutade'), kind: 'datetime-local', optional: true },
    {
      name: 'tables',
      label: say('Which tables', 'Hvilke tabeller', 'Vilka tabeller'),
      hint: say(
        'Names with commas between, such as account, ticket_message: whom it reached is counted from them.',
        'Navn med komma mellom, som account, ticket_message: hvem det rammet, telles ut fra dem.',
        'Namn med kommatecken emellan, som account, ticket_message: vilka som drabbades räknas utifrån dem.',
      ),
      kind: 'text',
      optional: true,
    },
    { name: 'hosts', label: say('Which machines', 'Hvilke maskiner', 'Vilka maskiner'), kind: 'text', optional: true },
    {
      name: 'keys-leaked',
      label: say('Keys', 'Nøkler', 'Nycklar'),
      kind: 'check',
      optional: true,
      choices: [
        {
          value: 'true',
          label: say(
            'The keys went along, so that sealed values can be read',
            'Nøklene ble med, slik at forseglede verdier kan leses',
            'Nycklarna följde med, så att förseglade värden kan läsas',
          ),
        },
      ],
    },
    {
      name: 'risk',
      label: say('Risk for the people', 'Risiko for menneskene', 'Risk för människorna'),
      kind: 'select',
      choices: [
        {
          value: 'risk',
          label: say('a risk: the authority is told', 'risiko: tilsynet får beskjed', 'risk: myndigheten får veta'),
        },
        {
          value: 'high',
          label: say('a high risk: the people too', 'høy risiko: menneskene også', 'hög risk: människorna också'),
        },
        {
          value: 'none',
          label: say(
            'unlikely: entered in the register',
            'lite trolig: føres i registeret',
            'osannolik: förs in i registret',
          ),
        },
      ],
    },
    {
      name: 'what',
      label: say('What happened, and how', 'Hva som skjedde, og hvordan', 'Vad som hände, och hur'),
      ...long,
    },
    {
      name: 'consequences',
      label: say('What can come of it', 'Hva det kan føre til', 'Vad det kan leda till'),
      ...long,
    },
    {
      name: 'measures',
      label: say('What you did and will do', 'Hva dere har gjort og vil gjøre', 'Vad ni har gjort och ska göra'),
      ...long,
    },
  ],
  submit: say('Enter it', 'Før det inn', 'För in den'),
}

export const notified: Deed = {
  command: 'breach.notified',
  act: 'breach.entered',
  title: say('Note that somebody was told', 'Noter at noen har fått beskjed', 'Notera att någon har fått veta'),
  fields: [
    idField,
    {
      name: 'to',
      label: say('Who', 'Hvem', 'Vem'),
      kind: 'select',
      choices: [
        { value: 'authority', label: say('the authority', 'tilsynet', 'myndigheten') },
        { value: 'subjects', label: say('the people it reached', 'de som er rammet', 'de drabbade') },
        { value: 'public', label: say('the public', 'offentligheten', 'allmänheten') },
      ],
    },
    {
      name: 'phase',
      label: say('Part', 'Del', 'Del'),
      hint: say(
        '1, or more where the notice came in parts.',
        '1, eller flere der meldingen kom i deler.',
        '1, eller fler där anmälan kom i delar.',
      ),
      kind: 'text',
      optional: true,
      longest: 3,
    },
    {
      name: 'late-reason',
      label: say('Why it was late', 'Hvorfor det var for sent', 'Varför det var försenat'),
      kind: 'long',
      optional: true,
      longest: 2_000,
    },
  ],
  submit: say('Note it', 'Noter det', 'Notera det'),
}

export const letters: Deed = {
  command: 'breach.letters',
  act: 'breach.entered',
  title: say('Write to everybody it reached', 'Skriv til alle som er rammet', 'Skriv till alla drabbade'),
  hint: say(
    'On its own, never with other mail (GDPR art. 34). It can’t be called back.',
    'Alene, aldri sammen med annen post (GDPR art. 34). Det kan ikke kalles tilbake.',
    'För sig, aldrig med annan post (GDPR art. 34). Det kan inte återkallas.',
  ),
  fields: [idField],
  submit: say('Send the letters', 'Send brevene', 'Skicka breven'),
  danger: true,
}

/** Words of a notice; nothing is sent. */
export const draftFields = [
  {
    name: 'for',
    label: say('To whom', 'Til hvem', 'Till vem'),
    kind: 'select',
    choices: [
      { value: 'authority', label: say('the authority', 'tilsynet', 'myndigheten') },
      { value: 'subjects', label: say('the people it reached', 'de som er rammet', 'de drabbade') },
      { value: 'public', label: say('the public', 'offentligheten', 'allmänheten') },
    ],
  },
  languageField,
] as const

import type { Text } from '@samtale/policy'

/** Words of the desk for requests. */
export const requestWords = {
  lead: {
    en: 'What people ask for about their own data, the next due first. Each has to be answered in time.',
    nb: 'Hva folk ber om når det gjelder sine egne opplysninger, den som forfaller først, øverst. Hvert krav må besvares i tide.',
    sv: 'Vad människor begär om sina egna uppgifter, den som förfaller först överst. Var och en måste besvaras i tid.',
  },
  all: { en: 'All', nb: 'Alle', sv: 'Alla' },
  late: { en: 'Late', nb: 'For sent', sv: 'För sent' },
  empty: {
    en: 'Nobody has asked for anything. Requests come by the form “Your rights”; those that come by letter you enter below.',
    nb: 'Ingen har bedt om noe. Krav kommer via skjemaet «Rettighetene dine»; dem som kommer per brev, fører du inn nedenfor.',
    sv: 'Ingen har begärt något. Begäranden kommer via formuläret ”Dina rättigheter”; de som kommer per brev för du in nedan.',
  },
  noneLate: { en: 'None is late.', nb: 'Ingen er for sent ute.', sv: 'Ingen är försenad.' },
  reference: { en: 'Reference', nb: 'Referanse', sv: 'Referens' },
  right: { en: 'Right', nb: 'Rettighet', sv: 'Rättighet' },
  state: { en: 'State', nb: 'Status', sv: 'Status' },
  received: { en: 'Came', nb: 'Kom', sv: 'Kom' },
  due: { en: 'Due', nb: 'Frist', sv: 'Senast' },
  from: { en: 'From', nb: 'Fra', sv: 'Från' },
  wish: { en: 'What they wrote', nb: 'Det de skrev', sv: 'Det de skrev' },
  newAddress: { en: 'New address', nb: 'Ny adresse', sv: 'Ny adress' },
  proved: { en: 'Address confirmed', nb: 'Adressen bekreftet', sv: 'Adressen bekräftad' },
  checklist: {
    en: 'Everything that is kept about them',
    nb: 'Alt som er lagret om dem',
    sv: 'Allt som finns sparat om dem',
  },
  checklistLead: {
    en: 'Every store has been looked through. What is listed is what the answer has to cover.',
    nb: 'Hvert lager er gjennomgått. Det som står her, er det svaret må dekke.',
    sv: 'Varje lager är genomgånget. Det som står här är det svaret måste omfatta.',
  },
  nothingKept: {
    en: 'Nothing but this request.',
    nb: 'Ingenting annet enn dette kravet.',
    sv: 'Inget annat än den här begäran.',
  },
  record: { en: 'Record', nb: 'Post', sv: 'Post' },
  categories: { en: 'Holds', nb: 'Inneholder', sv: 'Innehåller' },
  inUse: { en: 'in use', nb: 'i bruk', sv: 'i bruk' },
  restricted: { en: 'restricted', nb: 'begrenset', sv: 'begränsad' },
  history: { en: 'What was done', nb: 'Hva som er gjort', sv: 'Vad som gjorts' },
  nothingDone: { en: 'Nothing yet.', nb: 'Ingenting ennå.', sv: 'Inget ännu.' },
  recipients: {
    en: 'Who got it before and has to be told (art. 19)',
    nb: 'Hvem som har fått det før og må få beskjed (art. 19)',
    sv: 'Vilka som har fått det tidigare och måste få besked (art. 19)',
  },
  told: { en: 'told {day}', nb: 'fikk beskjed {day}', sv: 'fick besked {day}' },
  markTold: { en: 'They have been told', nb: 'De har fått beskjed', sv: 'De har fått besked' },
  deeds: { en: 'What you can do', nb: 'Hva du kan gjøre', sv: 'Vad du kan göra' },
  closed: {
    en: 'It has been answered. Nothing more has to be done.',
    nb: 'Det er besvart. Ingenting mer må gjøres.',
    sv: 'Den är besvarad. Inget mer behöver göras.',
  },
  readNote: {
    en: 'That you opened this stands on the page of the person whom it is about.',
    nb: 'At du åpnet dette, står på siden til den det gjelder.',
    sv: 'Att du öppnade det här står på sidan för den som det gäller.',
  },
  readReason: {
    en: 'To answer your request {reference}',
    nb: 'For å svare på kravet ditt {reference}',
    sv: 'För att svara på din begäran {reference}',
  },
} as const satisfies Record<string, Text>

export const stateWords = {
  open: { en: 'open', nb: 'åpent', sv: 'öppen' },
  'being-done': { en: 'being done', nb: 'utføres', sv: 'utförs' },
  telling: { en: 'recipients to be told', nb: 'mottakere må få beskjed', sv: 'mottagare ska få besked' },
  fulfilled: { en: 'done', nb: 'utført', sv: 'utförd' },
  refused: { en: 'refused', nb: 'avslått', sv: 'avslagen' },
} as const satisfies Record<string, Text>

/** Steps of a request, as the desk tells them; what was mailed stands under them in its own words. */
export const stepWords: Readonly<Record<string, Text>> = {
  opened: { en: 'The address was confirmed', nb: 'Adressen ble bekreftet', sv: 'Adressen bekräftades' },
  ready: { en: 'The file was made ready', nb: 'Filen ble gjort klar', sv: 'Filen gjordes klar' },
  erased: { en: 'Erased', nb: 'Slettet', sv: 'Raderat' },
  certificate: { en: 'Certificate of erasure', nb: 'Slettebekreftelse', sv: 'Raderingsintyg' },
  answered: { en: 'Answered', nb: 'Besvart', sv: 'Besvarad' },
  extended: { en: 'Time made longer', nb: 'Fristen forlenget', sv: 'Tiden förlängd' },
  refused: { en: 'Refused', nb: 'Avslått', sv: 'Avslagen' },
  upheld: { en: 'Objection upheld', nb: 'Protesten tatt til følge', sv: 'Invändningen godtagen' },
  overridden: { en: 'Objection not upheld', nb: 'Protesten ikke tatt til følge', sv: 'Invändningen inte godtagen' },
  corrected: { en: 'Corrected', nb: 'Rettet', sv: 'Rättat' },
  restricted: { en: 'Restricted', nb: 'Begrenset', sv: 'Begränsat' },
  lifting: { en: 'Told that it will end', nb: 'Fikk beskjed om at det tar slutt', sv: 'Fick besked om att det upphör' },
  lifted: { en: 'Restriction ended', nb: 'Begrensningen opphevet', sv: 'Begränsningen hävd' },
  told: { en: 'Recipient told', nb: 'Mottaker fikk beskjed', sv: 'Mottagare fick besked' },
}

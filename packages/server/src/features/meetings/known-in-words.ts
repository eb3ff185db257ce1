import { localeOf, type Language } from '@samtale/policy'
import type { KnownOfParticipant } from './known.ts'

/** How each known field's value reads in a language. A field left out fails to compile. */
export type InWords<Known> = { readonly [Field in keyof Known]: (value: Known[Field], language: Language) => string }

export const meetingKnownInWords: InWords<KnownOfParticipant> = {
  networkAddress: (value, language) => value || words[language].noConnection,
  roomName: asItIs,
  linkTag: (value, language) => value ?? words[language].noTag,
  participantId: asItIs,
  joinedAt: moment,
  lastSeenAt: moment,
  groupHandle: (value, language) => value ?? words[language].notInGroup,
  groupKeyPackage: (value, language) =>
    value === null ? words[language].nothing : words[language].sealed(number(value.length, language)),
  groupPosition: (value, language) =>
    value === null ? words[language].notInGroup : words[language].stands(number(value.epoch, language), value),
  resumeTokenHash: asItIs,
  path: (value, language) => words[language].path[value],
  peopleInRoom: number,
  publications: (value, language) =>
    list(
      value.map(({ slot, paused }) => words[language].slot[slot] + (paused ? words[language].paused : '')),
      language,
    ),
  transports: (value, language) =>
    list(
      value.map(
        ({ direction, connected }) =>
          words[language].direction[direction] + (connected ? '' : words[language].notConnected),
      ),
      language,
    ),
  eventsKept: number,
  messagesReceived: number,
  bytesReceived: (value, language) =>
    new Intl.NumberFormat(localeOf(language), { style: 'unit', unit: 'byte', unitDisplay: 'long' }).format(value),
  away: (value, language) => words[language].yesNo[value ? 'yes' : 'no'],
  role: (value, language) => words[language].claimed[value],
  claimed: (value, language) => words[language].claimed[value],
  personKey: (value, language) => value ?? words[language].noNumber,
  admissionHash: asItIs,
  stopped: (value, language) =>
    list(
      value.map((slot) => words[language].slot[slot]),
      language,
    ),
}

function asItIs(value: string): string {
  return value
}

function number(value: number, language: Language): string {
  return new Intl.NumberFormat(localeOf(language)).format(value)
}

function moment(value: Date, language: Language): string {
  const locale = localeOf(language)
  return (
    new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'medium', timeZone: 'UTC' }).format(value) + ' UTC'
  )
}

function list(items: string[], language: Language): string {
  return items.length === 0 ? words[language].nothing : new Intl.ListFormat(language).format(items)
}

interface Words {
  noConnection: string
  noTag: string
  nothing: string
  paused: string
  notConnected: string
  notInGroup: string
  stands(epoch: string, of: { groupId: string; authenticator: string }): string
  sealed(characters: string): string
  yesNo: Record<'yes' | 'no', string>
  path: Record<KnownOfParticipant['path'], string>
  slot: Record<KnownOfParticipant['publications'][number]['slot'], string>
  direction: Record<KnownOfParticipant['transports'][number]['direction'], string>
  claimed: Record<KnownOfParticipant['claimed'], string>
  noNumber: string
}

const words: Record<Language, Words> = {
  en: {
    noConnection: 'none at present: the connection is broken',
    noTag: 'none: the room was opened by its bare name',
    nothing: 'nothing',
    paused: ' (paused)',
    notConnected: ' (not connected yet)',
    notInGroup: 'none: you are not in the group',
    stands: (epoch, { groupId, authenticator }) => `Change ${epoch} of group ${groupId}, check value ${authenticator}`,
    sealed: (characters) => `Sealed: ${characters} characters that the server can’t read`,
    yesNo: { yes: 'Yes', no: 'No' },
    path: {
      direct: 'Directly, from browser to browser: not through the server',
      router: 'Through the server’s router, which passes them on and can’t open them',
      interrupted: 'Not at present: the router is being restarted',
    },
    slot: { microphone: 'microphone', camera: 'camera', screen: 'screen', 'screen-audio': 'sound of the screen' },
    direction: { send: 'to send', receive: 'to receive' },
    claimed: { host: 'host', member: 'member', guest: 'guest' },
    noNumber: 'none: nobody owns this room',
  },
  nb: {
    noConnection: 'ingen nå: forbindelsen er brutt',
    noTag: 'ingen: rommet ble åpnet med bare navnet',
    nothing: 'ingenting',
    paused: ' (på pause)',
    notConnected: ' (ikke tilkoblet ennå)',
    notInGroup: 'ingen: du er ikke i gruppen',
    stands: (epoch, { groupId, authenticator }) =>
      `Endring ${epoch} i gruppen ${groupId}, kontrollverdi ${authenticator}`,
    sealed: (characters) => `Forseglet: ${characters} tegn som serveren ikke kan lese`,
    yesNo: { yes: 'Ja', no: 'Nei' },
    path: {
      direct: 'Direkte, fra nettleser til nettleser: ikke gjennom serveren',
      router: 'Gjennom serverens ruter, som sender dem videre og ikke kan åpne dem',
      interrupted: 'Ikke nå: ruteren startes på nytt',
    },
    slot: { microphone: 'mikrofon', camera: 'kamera', screen: 'skjerm', 'screen-audio': 'lyden fra skjermen' },
    direction: { send: 'for å sende', receive: 'for å ta imot' },
    claimed: { host: 'vert', member: 'medlem', guest: 'gjest' },
    noNumber: 'ingen: ingen eier dette rommet',
  },
  sv: {
    noConnection: 'ingen just nu: anslutningen är bruten',
    noTag: 'inget: rummet öppnades med bara namnet',
    nothing: 'ingenting',
    paused: ' (pausad)',
    notConnected: ' (inte ansluten än)',
    notInGroup: 'inget: du är inte i gruppen',
    stands: (epoch, { groupId, authenticator }) =>
      `Ändring ${epoch} i gruppen ${groupId}, kontrollvärde ${authenticator}`,
    sealed: (characters) => `Förseglat: ${characters} tecken som servern inte kan läsa`,
    yesNo: { yes: 'Ja', no: 'Nej' },
    path: {
      direct: 'Direkt, från webbläsare till webbläsare: inte genom servern',
      router: 'Genom serverns router, som skickar dem vidare och inte kan öppna dem',
      interrupted: 'Inte just nu: routern startas om',
    },
    slot: { microphone: 'mikrofon', camera: 'kamera', screen: 'skärm', 'screen-audio': 'ljudet från skärmen' },
    direction: { send: 'för att skicka', receive: 'för att ta emot' },
    claimed: { host: 'värd', member: 'medlem', guest: 'gäst' },
    noNumber: 'inget: ingen äger det här rummet',
  },
}

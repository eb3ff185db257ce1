import type { LiveBindings } from '@samtale/policy'
import type { KnownOfParticipant } from './known.ts'
import type { meetingCategories } from './personal-data-categories.ts'

/** Every field that is held about somebody in a call, and the category it belongs to. */
export const meetingKnowledge = {
  networkAddress: {
    holds: 'network.address',
    title: { en: 'Your network address', nb: 'Nettverksadressen din', sv: 'Din nätverksadress' },
  },
  roomName: { holds: 'call.room', title: { en: 'The room’s name', nb: 'Navnet på rommet', sv: 'Rummets namn' } },
  linkTag: { holds: 'call.room', title: { en: 'The link’s tag', nb: 'Merket fra lenken', sv: 'Märket från länken' } },
  participantId: {
    holds: 'call.identifier',
    title: {
      en: 'Your number for this stay',
      nb: 'Nummeret ditt for dette besøket',
      sv: 'Ditt nummer för det här besöket',
    },
  },
  joinedAt: { holds: 'call.presence', title: { en: 'When you joined', nb: 'Når du ble med', sv: 'När du gick med' } },
  lastSeenAt: {
    holds: 'call.presence',
    title: {
      en: 'Last message from your browser',
      nb: 'Siste beskjed fra nettleseren din',
      sv: 'Senaste besked från din webbläsare',
    },
  },
  groupHandle: {
    holds: 'call.keys',
    title: {
      en: 'Your number in the group',
      nb: 'Nummeret ditt i gruppen',
      sv: 'Ditt nummer i gruppen',
    },
  },
  groupKeyPackage: {
    holds: 'call.keys',
    title: {
      en: 'What you asked to be let into the group with',
      nb: 'Det du ba om å komme inn i gruppen med',
      sv: 'Det du bad om att komma in i gruppen med',
    },
  },
  groupPosition: {
    holds: 'call.keys',
    title: {
      en: 'Where your browser stands in the group',
      nb: 'Hvor nettleseren din står i gruppen',
      sv: 'Var din webbläsare står i gruppen',
    },
  },
  resumeTokenHash: {
    holds: 'call.identifier',
    title: {
      en: 'Fingerprint of the token to come back with',
      nb: 'Fingeravtrykk av kjennetegnet du kommer tilbake med',
      sv: 'Fingeravtryck av kännetecknet du kommer tillbaka med',
    },
  },
  path: {
    holds: 'call.connection',
    title: { en: 'How picture and sound travel', nb: 'Hvordan bilde og lyd går', sv: 'Hur bild och ljud går' },
  },
  peopleInRoom: {
    holds: 'call.presence',
    title: { en: 'People in the room', nb: 'Personer i rommet', sv: 'Personer i rummet' },
  },
  publications: {
    holds: 'call.connection',
    title: {
      en: 'What you send through the router',
      nb: 'Det du sender gjennom ruteren',
      sv: 'Det du skickar genom routern',
    },
  },
  transports: {
    holds: 'call.connection',
    title: {
      en: 'Your connections to the router',
      nb: 'Forbindelsene dine til ruteren',
      sv: 'Dina anslutningar till routern',
    },
  },
  eventsKept: {
    holds: 'call.said',
    title: {
      en: 'Messages to you that are kept',
      nb: 'Beskjeder til deg som er tatt vare på',
      sv: 'Besked till dig som är sparade',
    },
  },
  messagesReceived: {
    holds: 'call.traffic',
    title: { en: 'Messages from your browser', nb: 'Beskjeder fra nettleseren din', sv: 'Besked från din webbläsare' },
  },
  bytesReceived: {
    holds: 'call.traffic',
    title: { en: 'Their size together', nb: 'Størrelsen til sammen', sv: 'Deras storlek tillsammans' },
  },
  away: {
    holds: 'call.presence',
    title: {
      en: 'Whether your connection is broken',
      nb: 'Om forbindelsen din er brutt',
      sv: 'Om din anslutning är bruten',
    },
  },
  role: {
    holds: 'call.rights',
    title: { en: 'Your role in the meeting', nb: 'Rollen din i møtet', sv: 'Din roll i mötet' },
  },
  claimed: {
    holds: 'call.rights',
    title: { en: 'What you are to the room', nb: 'Hva du er for rommet', sv: 'Vad du är för rummet' },
  },
  personKey: {
    holds: 'call.rights',
    title: {
      en: 'Your number in this room, against which a block holds',
      nb: 'Nummeret ditt i dette rommet, som en utestengelse gjelder',
      sv: 'Ditt nummer i det här rummet, som en avstängning gäller',
    },
  },
  admissionHash: {
    holds: 'call.rights',
    title: {
      en: 'Fingerprint of what opens the door to you again',
      nb: 'Fingeravtrykk av det som åpner døren for deg igjen',
      sv: 'Fingeravtryck av det som öppnar dörren för dig igen',
    },
  },
  stopped: {
    holds: 'call.rights',
    title: { en: 'What a host has stopped', nb: 'Det en vert har stoppet', sv: 'Det en värd har stoppat' },
  },
} as const satisfies LiveBindings<KnownOfParticipant, keyof typeof meetingCategories>

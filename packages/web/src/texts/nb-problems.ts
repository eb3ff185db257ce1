import type { Texts } from './en.ts'
import { pluralIn } from './plural.ts'

const count = pluralIn('nb')

export const nbProblems = {
  devices: {
    camera: {
      denied: 'Nettleseren får ikke bruke kameraet her. Tillat det ved siden av adressefeltet, og prøv igjen.',
      busy: 'Et annet program bruker kameraet. Lukk det der, og prøv igjen.',
      missing: 'Fant ikke noe kamera. Koble til et, og prøv igjen.',
      unsupported: 'Denne nettleseren kan ikke bruke kamera på denne siden.',
      failed: 'Kameraet startet ikke. Dra ut kontakten, sett den i igjen, og prøv på nytt.',
    },
    microphone: {
      denied: 'Nettleseren får ikke bruke mikrofonen her. Tillat det ved siden av adressefeltet, og prøv igjen.',
      busy: 'Et annet program bruker mikrofonen. Lukk det der, og prøv igjen.',
      missing: 'Fant ingen mikrofon. Koble til en, og prøv igjen.',
      unsupported: 'Denne nettleseren kan ikke bruke mikrofon på denne siden.',
      failed: 'Mikrofonen startet ikke. Dra ut kontakten, sett den i igjen, og prøv på nytt.',
    },
    both: {
      denied:
        'Nettleseren får ikke bruke kameraet og mikrofonen her. Tillat det ved siden av adressefeltet, og prøv igjen.',
      busy: 'Andre programmer bruker kameraet og mikrofonen. Lukk dem, og prøv igjen.',
      missing: 'Fant verken kamera eller mikrofon. Koble dem til, og prøv igjen.',
      unsupported: 'Denne nettleseren kan ikke bruke kamera eller mikrofon på denne siden.',
      failed: 'Kameraet og mikrofonen startet ikke. Dra ut kontaktene, sett dem i igjen, og prøv på nytt.',
    },
  },
  support: {
    'insecure-context': {
      heading: 'Siden er ikke sikker',
      text: 'Nettlesere gir bare kamera og mikrofon til sikre sider. Åpne den samme lenken med https:// foran; hjelper ikke det, så spør den som driver serveren.',
    },
    'no-webrtc': {
      heading: 'Denne nettleseren kan ikke holde en samtale',
      text: 'Den mangler WebRTC, eller så er det slått av. Åpne lenken i en oppdatert Firefox, Chrome, Edge eller Safari.',
    },
    'no-transforms': {
      heading: 'Denne nettleseren er for gammel til en trygg samtale',
      text: 'Den kan ikke kryptere lyd og bilde bit for bit. Oppdater den, eller åpne lenken i en oppdatert Firefox, Chrome, Edge eller Safari.',
    },
    'no-keys': {
      heading: 'Denne nettleseren er for gammel til en trygg samtale',
      text: 'Den kan ikke lage nøklene som beskytter en samtale. Oppdater den, eller åpne lenken i en oppdatert Firefox, Chrome, Edge eller Safari.',
    },
  },
  mishap: {
    heading: 'Noe gikk galt på siden',
    text: 'Last den på nytt. Skjer det igjen, så fortell den som driver serveren hva du gjorde før det.',
  },
  waiting: {
    heading: 'Et øyeblikk, serveren gjør seg klar',
    text: 'Når det er flere enn fire, eller rommet skjuler adresser, trengs serverens medieruter. Den gjøres klar nå, og du kommer inn av deg selv så snart den er det.',
    timeLeft: (seconds) =>
      seconds < 90
        ? count(Math.max(1, Math.round(seconds)), {
            one: 'Omtrent # sekund igjen.',
            other: 'Omtrent # sekunder igjen.',
          })
        : count(Math.round(seconds / 60), { one: 'Omtrent # minutt igjen.', other: 'Omtrent # minutter igjen.' }),
    timeUnknown: 'Det er ikke kjent ennå hvor lenge det varer.',
    stop: 'Slutt å vente',
  },
  left: {
    heading: 'Du har gått ut',
    text: (room) => `Kameraet og mikrofonen er av. Rommet ${room} finnes fortsatt.`,
    joinAgain: 'Bli med igjen',
  },
  failures: {
    full: {
      heading: 'Rommet er fullt',
      text: 'Det er så mange der som serveren tillater. Prøv igjen når noen har gått.',
    },
    nameInvalid: {
      heading: 'Dette er ikke et romnavn',
      text: 'Romnavn har bokstaver, tall og bindestreker, høyst 64 tegn. Se etter i lenken, eller åpne et annet rom.',
    },
    nameReserved: {
      heading: 'Navnet er opptatt',
      text: 'Serveren trenger navnet til en egen side. Åpne et rom med et annet navn.',
    },
    routerUnavailable: {
      heading: 'Du kan ikke komme inn akkurat nå',
      text: 'Når det er flere enn fire, eller rommet skjuler adresser, trengs en medieruter, og denne serveren har ingen. Spør den som driver den, eller prøv igjen når færre er i rommet.',
    },
    smallFull: {
      heading: 'Rommet er fullt',
      text: 'Det er satt av til fire. Den som er vert, kan gjøre det stort; da slipper du inn.',
    },
    membersOnly: {
      heading: 'Dette rommet er for medlemmer',
      text: 'Det slipper bare inn dem som eieren eller organisasjonen har navngitt. Logg på med kontoen som er invitert, og åpne lenken på nytt.',
    },
    linkNeeded: {
      heading: 'Her trengs en lenke',
      text: 'Dette rommet åpnes med hele lenken, ikke bare med navnet. Be den som inviterte deg, om lenken.',
    },
    linkOld: {
      heading: 'Denne lenken er gammel',
      text: 'Rommet har fått en ny lenke. Be den som inviterte deg, om den.',
    },
    roomGone: {
      heading: 'Dette rommet er borte',
      text: 'Den som laget det, har slettet det eller gitt det et annet navn. Be om en ny lenke.',
    },
    roomEnded: {
      heading: 'Dette rommet er avsluttet',
      text: 'Det var åpent bare for én gang, og den tiden er over.',
    },
    roomSuspended: {
      heading: 'Dette rommet er stengt',
      text: 'De som driver denne serveren, har stengt det inntil videre.',
    },
    locked: { heading: 'Døren er låst', text: 'Bank på, så kan en vert slippe deg inn.' },
    rejected: {
      heading: 'Du ble ikke sluppet inn',
      text: 'En vert svarte nei. Tror du det var en feil, så spør den som inviterte deg.',
    },
    knocksTooMany: {
      heading: 'For mange ved døren',
      text: 'Mange venter ved denne døren, eller mange har banket på fra nettverket ditt. Vent litt, og prøv igjen.',
    },
    removed: {
      heading: 'En vert tok deg ut av møtet',
      text: 'Kameraet og mikrofonen er av. Du kan komme tilbake hvis døren er åpen; er den låst, må du banke på.',
    },
    blocked: {
      heading: 'Du kan ikke komme tilbake til dette møtet',
      text: 'En vert har stengt deg ute så lenge det varer. Kameraet og mikrofonen er av.',
    },
    meetingEnded: {
      heading: 'Møtet er slutt',
      text: 'En vert avsluttet det for alle. Kameraet og mikrofonen er av.',
    },
    roomsTooMany: {
      heading: 'For mange rom på én gang',
      text: 'Mange rom er åpnet fra nettverket ditt. Vent noen minutter, og prøv igjen.',
    },
    connectionsTooMany: {
      heading: 'For mange forbindelser på én gang',
      text: 'Mange forbindelser er åpne fra nettverket ditt. Lukk andre faner med samtaler, og prøv igjen.',
    },
    version: {
      heading: 'Serveren er oppdatert',
      text: 'Siden er eldre enn serveren. Last den på nytt, så passer de sammen igjen.',
    },
    unreachable: {
      heading: 'Serveren svarer ikke',
      text: 'Se etter at du er på nett, og prøv igjen. Når heller ikke andre den, så spør den som driver den.',
    },
    draining: {
      heading: 'Serveren stopper',
      text: 'Den kan være tilbake om litt. Vent et øyeblikk, og prøv igjen.',
    },
    rate: {
      heading: 'Det ble for mye på én gang',
      text: 'Serveren lukket forbindelsen fordi det kom for mange meldinger. Vent litt, og prøv igjen.',
    },
    elsewhere: {
      heading: 'Samtalen fortsatte et annet sted',
      text: 'Du kom tilbake til samtalen i et annet vindu eller en annen fane. Fortsett der, eller bli med igjen her.',
    },
    gone: {
      heading: 'Du var borte for lenge',
      text: 'Plassen din i samtalen er borte. Bli med igjen for å fortsette.',
    },
    internal: {
      heading: 'Noe gikk galt',
      text: 'Siden og serveren forsto ikke hverandre. Prøv igjen; skjer det på nytt, så gi koden nedenfor til den som driver serveren.',
    },
  },
  failureCode: (code) => `Kode: ${code}`,
} satisfies Partial<Texts>

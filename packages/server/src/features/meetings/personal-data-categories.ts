import type { DataCategory } from '@samtale/policy'
import { limits } from '@samtale/protocol'

/** What the server comes to know of somebody in a call. */
export const meetingCategories = {
  'network.address': {
    fides: 'user.device.ip_address',
    dpv: 'pd:IPAddress',
    title: { en: 'Network address', nb: 'Nettverksadresse', sv: 'Nätverksadress' },
    description: {
      en: 'The IP address that your device is reached at. It is never written down. To count how many connections and rooms come from one address, the server keeps a keyed fingerprint of it in memory, in place of the address.',
      nb: 'IP-adressen som enheten din nås på. Den skrives aldri ned. For å telle hvor mange forbindelser og rom som kommer fra én adresse, har serveren et nøklet fingeravtrykk av den i minnet, i stedet for adressen.',
      sv: 'IP-adressen som din enhet nås på. Den skrivs aldrig ner. För att räkna hur många anslutningar och rum som kommer från en adress har servern ett nycklat fingeravtryck av den i minnet, i stället för adressen.',
    },
    subjects: ['guest', 'visitor'],
    source: 'observed',
    provision: {
      kind: 'prerequisite',
      consequence: {
        en: 'Yes: without it nothing can be sent to you.',
        nb: 'Ja: uten den kan ingenting sendes til deg.',
        sv: 'Ja: utan den kan ingenting skickas till dig.',
      },
    },
  },
  'call.room': {
    fides: 'user.content',
    dpv: 'pd:CommunicationsMetadata',
    title: { en: 'The room', nb: 'Rommet', sv: 'Rummet' },
    description: {
      en: 'The name of the room, and where the link has a secret, a tag that your browser computes from it. The secret itself never leaves your browser.',
      nb: 'Navnet på rommet, og der lenken har en hemmelighet, et merke som nettleseren din regner ut av den. Selve hemmeligheten forlater aldri nettleseren.',
      sv: 'Rummets namn, och där länken har en hemlighet, ett märke som din webbläsare räknar ut av den. Själva hemligheten lämnar aldrig webbläsaren.',
    },
    subjects: ['guest'],
    source: 'subject',
    provision: {
      kind: 'prerequisite',
      consequence: {
        en: 'Yes: it is how people find each other.',
        nb: 'Ja: det er slik folk finner hverandre.',
        sv: 'Ja: det är så människor hittar varandra.',
      },
    },
  },
  'call.identifier': {
    fides: 'user.unique_id',
    dpv: 'pd:Identifying',
    title: { en: 'A number for this stay', nb: 'Et nummer for dette besøket', sv: 'Ett nummer för det här besöket' },
    description: {
      en: 'A random identifier, made anew each time you join, and the fingerprint of a random token with which your browser comes back after a break.',
      nb: 'En tilfeldig identifikator, laget på nytt hver gang du blir med, og fingeravtrykket av et tilfeldig kjennetegn som nettleseren kommer tilbake med etter et brudd.',
      sv: 'En slumpmässig identifierare, skapad på nytt varje gång du går med, och fingeravtrycket av ett slumpmässigt kännetecken som webbläsaren kommer tillbaka med efter ett avbrott.',
    },
    subjects: ['guest'],
    source: 'derived',
    provision: {
      kind: 'prerequisite',
      consequence: {
        en: 'You give nothing: the server makes it.',
        nb: 'Du oppgir ingenting: serveren lager det.',
        sv: 'Du lämnar ingenting: servern skapar det.',
      },
    },
  },
  'call.presence': {
    fides: 'user.behavior',
    dpv: 'pd:CommunicationsMetadata',
    title: { en: 'Being there', nb: 'Tilstedeværelse', sv: 'Närvaro' },
    description: {
      en: 'When you came, when your browser last sent something, whether your connection is broken, and how many are in the room.',
      nb: 'Når du kom, når nettleseren din sist sendte noe, om forbindelsen din er brutt, og hvor mange som er i rommet.',
      sv: 'När du kom, när din webbläsare senast skickade något, om din anslutning är bruten, och hur många som är i rummet.',
    },
    subjects: ['guest'],
    source: 'observed',
    provision: {
      kind: 'prerequisite',
      consequence: {
        en: 'You give nothing: it follows from being in the call.',
        nb: 'Du oppgir ingenting: det følger av å være i samtalen.',
        sv: 'Du lämnar ingenting: det följer av att vara i samtalet.',
      },
    },
  },
  'call.said': {
    fides: 'user.content.private',
    dpv: 'pd:Communication',
    title: { en: 'What you say in writing', nb: 'Det du sier skriftlig', sv: 'Det du säger skriftligt' },
    description: {
      en: `Your name, chat, raised hand, and what browsers tell each other in order to connect, which includes network addresses. Your browser encrypts it for the others in the meeting, and the server can’t read it. The server passes it on, and keeps the last ${limits.keptEvents} messages to each person in memory, encrypted, so that a broken connection loses nothing.`,
      nb: `Navnet ditt, meldinger, løftet hånd, og det nettlesere forteller hverandre for å koble seg sammen, også nettverksadresser. Nettleseren din krypterer det for de andre i møtet, og serveren kan ikke lese det. Serveren sender det videre, og har de siste ${limits.keptEvents} beskjedene til hver person kryptert i minnet, slik at ingenting går tapt ved et brudd.`,
      sv: `Ditt namn, meddelanden, uppräckt hand, och det som webbläsare berättar för varandra för att ansluta, även nätverksadresser. Din webbläsare krypterar det för de andra i mötet, och servern kan inte läsa det. Servern skickar det vidare, och har de senaste ${limits.keptEvents} beskeden till varje person krypterade i minnet, så att ingenting går förlorat vid ett avbrott.`,
    },
    subjects: ['guest'],
    source: 'subject',
    provision: {
      kind: 'voluntary',
      consequence: {
        en: 'A name, yes, but any will do. The rest only if you want to.',
        nb: 'Et navn, ja, men hvilket som helst. Resten bare om du vil.',
        sv: 'Ett namn, ja, men vilket som helst. Resten bara om du vill.',
      },
    },
  },
  'call.keys': {
    fides: 'user.unique_id',
    dpv: 'pd:Identifying',
    title: { en: 'The order of the keys', nb: 'Rekkefølgen på nøklene', sv: 'Nycklarnas ordning' },
    description: {
      en: 'The people in a meeting make encryption keys together. The server gives their messages about it one order, without being able to read them: a number that stands for you in this one group, the sealed message with which your browser asks to be let in, and which change of the keys your browser has followed, with a check value. No key and no secret reaches the server.',
      nb: 'De som er i et møte, lager krypteringsnøkler sammen. Serveren gir meldingene om det én rekkefølge, uten å kunne lese dem: et nummer som står for deg i denne ene gruppen, den forseglede meldingen som nettleseren din ber om å få komme inn med, og hvilken endring av nøklene nettleseren din har fulgt, med en kontrollverdi. Ingen nøkkel og ingen hemmelighet når serveren.',
      sv: 'De som är i ett möte skapar krypteringsnycklar tillsammans. Servern ger deras meddelanden om det en enda ordning, utan att kunna läsa dem: ett nummer som står för dig i den här enda gruppen, det förseglade meddelandet som din webbläsare ber om att få komma in med, och vilken ändring av nycklarna din webbläsare har följt, med ett kontrollvärde. Ingen nyckel och ingen hemlighet når servern.',
    },
    subjects: ['guest'],
    source: 'derived',
    provision: {
      kind: 'prerequisite',
      consequence: {
        en: 'You give nothing: your browser makes it anew for each meeting.',
        nb: 'Du oppgir ingenting: nettleseren din lager det på nytt for hvert møte.',
        sv: 'Du lämnar ingenting: din webbläsare skapar det på nytt för varje möte.',
      },
    },
  },
  'call.media': {
    fides: 'user.content.private',
    dpv: 'pd:Communication',
    title: { en: 'Picture and sound', nb: 'Bilde og lyd', sv: 'Bild och ljud' },
    description: {
      en: 'Your browser encrypts picture and sound for the others in the meeting; nobody else has the key. Up to four people: they go from browser to browser and do not pass the server. More people, or where two browsers can’t reach each other: they pass the server’s media router, which passes them on and can’t open them. The router keeps the last packets, encrypted, in memory to repair losses. Nothing is recorded.',
      nb: 'Nettleseren din krypterer bilde og lyd for de andre i møtet; ingen andre har nøkkelen. Opptil fire personer: bilde og lyd går fra nettleser til nettleser og ikke gjennom serveren. Flere personer, eller der to nettlesere ikke når hverandre: de går gjennom serverens medieruter, som sender dem videre og ikke kan åpne dem. Ruteren har de siste pakkene kryptert i minnet for å reparere tap. Ingenting tas opp.',
      sv: 'Din webbläsare krypterar bild och ljud för de andra i mötet; ingen annan har nyckeln. Upp till fyra personer: bild och ljud går från webbläsare till webbläsare och inte genom servern. Fler personer, eller där två webbläsare inte når varandra: de går genom serverns medierouter, som skickar dem vidare och inte kan öppna dem. Routern har de senaste paketen krypterade i minnet för att reparera förluster. Ingenting spelas in.',
    },
    subjects: ['guest'],
    source: 'subject',
    provision: {
      kind: 'voluntary',
      consequence: {
        en: 'No: you can take part without camera and microphone.',
        nb: 'Nei: du kan delta uten kamera og mikrofon.',
        sv: 'Nej: du kan delta utan kamera och mikrofon.',
      },
    },
  },
  'call.connection': {
    fides: 'user.device.telemetry',
    dpv: 'pd:CommunicationsMetadata',
    title: { en: 'How picture and sound travel', nb: 'Hvordan bilde og lyd går', sv: 'Hur bild och ljud går' },
    description: {
      en: 'Directly, through a relay or through the router. A relay learns your network address, and when and how much you send; what it passes on is sealed, and what lets your browser in says nothing of who you are. Through the router also which of microphone, camera and screen you send, whether paused, and for each stream packet times, sizes and the loudness that your browser states.',
      nb: 'Direkte, gjennom et mellomledd eller gjennom ruteren. Et mellomledd får vite nettverksadressen din, og når og hvor mye du sender; det som går gjennom det, er forseglet, og det som slipper nettleseren din inn, sier ingenting om hvem du er. Gjennom ruteren også hvilke av mikrofon, kamera og skjerm du sender, om de er på pause, og for hver strøm pakkenes tider, størrelser og lydstyrken som nettleseren din oppgir.',
      sv: 'Direkt, genom en förmedlare eller genom routern. En förmedlare får veta din nätverksadress, och när och hur mycket du skickar; det som går genom den är förseglat, och det som släpper in din webbläsare säger ingenting om vem du är. Genom routern också vilka av mikrofon, kamera och skärm du skickar, om de är pausade, och för varje ström paketens tider, storlekar och ljudstyrkan som din webbläsare uppger.',
    },
    subjects: ['guest'],
    source: 'observed',
    provision: {
      kind: 'prerequisite',
      consequence: {
        en: 'You give nothing: it follows from what you send.',
        nb: 'Du oppgir ingenting: det følger av det du sender.',
        sv: 'Du lämnar ingenting: det följer av det du skickar.',
      },
    },
  },
  'call.traffic': {
    fides: 'user.device.telemetry',
    dpv: 'pd:CommunicationsMetadata',
    title: { en: 'Amount of messages', nb: 'Mengden beskjeder', sv: 'Mängden besked' },
    description: {
      en: 'How many messages your browser has sent to the server, how large they were together, and how fast they come.',
      nb: 'Hvor mange beskjeder nettleseren din har sendt til serveren, hvor store de var til sammen, og hvor fort de kommer.',
      sv: 'Hur många besked din webbläsare har skickat till servern, hur stora de var tillsammans, och hur fort de kommer.',
    },
    subjects: ['guest'],
    source: 'observed',
    provision: {
      kind: 'prerequisite',
      consequence: {
        en: 'You give nothing: the server counts.',
        nb: 'Du oppgir ingenting: serveren teller.',
        sv: 'Du lämnar ingenting: servern räknar.',
      },
    },
  },
  'call.door': {
    fides: 'user.content.private',
    dpv: 'pd:Communication',
    title: { en: 'Waiting at the door', nb: 'Å vente ved døren', sv: 'Att vänta vid dörren' },
    description: {
      en: 'That you knock, since when, whether you are asked to wait, and the name and the message you knock with. Where the link has a secret, your browser seals name and message, and the server can’t read them. In a room opened by its bare name the server could. The hosts get them; nobody else does.',
      nb: 'At du banker på, siden når, om du er bedt om å vente, og navnet og beskjeden du banker på med. Der lenken har en hemmelighet, forsegler nettleseren din navnet og beskjeden, og serveren kan ikke lese dem. I et rom som åpnes med bare navnet, kunne serveren det. Vertene får dem; ingen andre får dem.',
      sv: 'Att du knackar på, sedan när, om du har ombetts att vänta, och namnet och meddelandet du knackar på med. Där länken har en hemlighet förseglar din webbläsare namnet och meddelandet, och servern kan inte läsa dem. I ett rum som öppnas med bara namnet skulle servern kunna det. Värdarna får dem; ingen annan får dem.',
    },
    subjects: ['guest'],
    source: 'subject',
    provision: {
      kind: 'voluntary',
      consequence: {
        en: 'Without knocking you stay outside while the door is locked. The message is up to you.',
        nb: 'Uten å banke på blir du stående ute så lenge døren er låst. Beskjeden bestemmer du selv.',
        sv: 'Utan att knacka på blir du kvar utanför så länge dörren är låst. Meddelandet bestämmer du själv.',
      },
    },
  },
  'call.rights': {
    fides: 'user.account.settings',
    dpv: 'pd:Identifying',
    title: { en: 'What you may do in the meeting', nb: 'Hva du kan gjøre i møtet', sv: 'Vad du får göra i mötet' },
    description: {
      en: 'Whether you are a host, a member or a guest, a number that stands for you in this one room, the fingerprint of what opens the door to you again, whether a host has stopped your microphone or camera, and whether a host has removed or blocked you.',
      nb: 'Om du er vert, medlem eller gjest, et nummer som står for deg i dette ene rommet, fingeravtrykket av det som åpner døren for deg igjen, om en vert har stoppet mikrofonen eller kameraet ditt, og om en vert har tatt deg ut eller stengt deg ute.',
      sv: 'Om du är värd, medlem eller gäst, ett nummer som står för dig i det här enda rummet, fingeravtrycket av det som öppnar dörren för dig igen, om en värd har stoppat din mikrofon eller kamera, och om en värd har tagit bort dig eller stängt dig ute.',
    },
    subjects: ['guest'],
    source: 'derived',
    provision: {
      kind: 'prerequisite',
      consequence: {
        en: 'You give nothing: it follows from the room and from what its hosts do.',
        nb: 'Du oppgir ingenting: det følger av rommet og av det vertene gjør.',
        sv: 'Du lämnar ingenting: det följer av rummet och av det värdarna gör.',
      },
    },
  },
} as const satisfies Record<string, DataCategory>

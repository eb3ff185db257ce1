import type { Texts } from './en.ts'
import { pluralIn } from './plural.ts'

const count = pluralIn('sv')

export const svProblems = {
  devices: {
    camera: {
      denied: 'Webbläsaren får inte använda kameran här. Tillåt det bredvid adressfältet och försök igen.',
      busy: 'Ett annat program använder kameran. Stäng den där och försök igen.',
      missing: 'Hittade ingen kamera. Anslut en och försök igen.',
      unsupported: 'Den här webbläsaren kan inte använda en kamera på den här sidan.',
      failed: 'Kameran startade inte. Dra ur kontakten, sätt i den igen och försök på nytt.',
    },
    microphone: {
      denied: 'Webbläsaren får inte använda mikrofonen här. Tillåt det bredvid adressfältet och försök igen.',
      busy: 'Ett annat program använder mikrofonen. Stäng den där och försök igen.',
      missing: 'Hittade ingen mikrofon. Anslut en och försök igen.',
      unsupported: 'Den här webbläsaren kan inte använda en mikrofon på den här sidan.',
      failed: 'Mikrofonen startade inte. Dra ur kontakten, sätt i den igen och försök på nytt.',
    },
    both: {
      denied:
        'Webbläsaren får inte använda kameran och mikrofonen här. Tillåt det bredvid adressfältet och försök igen.',
      busy: 'Andra program använder kameran och mikrofonen. Stäng dem och försök igen.',
      missing: 'Hittade varken kamera eller mikrofon. Anslut dem och försök igen.',
      unsupported: 'Den här webbläsaren kan inte använda kamera eller mikrofon på den här sidan.',
      failed: 'Kameran och mikrofonen startade inte. Dra ur kontakterna, sätt i dem igen och försök på nytt.',
    },
  },
  support: {
    'insecure-context': {
      heading: 'Sidan är inte säker',
      text: 'Webbläsare ger kamera och mikrofon bara till säkra sidor. Öppna samma länk med https:// framför; hjälper inte det, fråga den som driver servern.',
    },
    'no-webrtc': {
      heading: 'Den här webbläsaren kan inte hålla ett samtal',
      text: 'Den saknar WebRTC, eller så är det avstängt. Öppna länken i en uppdaterad Firefox, Chrome, Edge eller Safari.',
    },
    'no-transforms': {
      heading: 'Den här webbläsaren är för gammal för ett säkert samtal',
      text: 'Den kan inte kryptera ljud och bild bit för bit. Uppdatera den, eller öppna länken i en uppdaterad Firefox, Chrome, Edge eller Safari.',
    },
    'no-keys': {
      heading: 'Den här webbläsaren är för gammal för ett säkert samtal',
      text: 'Den kan inte göra nycklarna som skyddar ett samtal. Uppdatera den, eller öppna länken i en uppdaterad Firefox, Chrome, Edge eller Safari.',
    },
  },
  mishap: {
    heading: 'Något gick fel på sidan',
    text: 'Ladda om den. Händer det igen, berätta för den som driver servern vad du gjorde innan.',
  },
  waiting: {
    heading: 'Ett ögonblick, servern gör sig redo',
    text: 'När det är fler än fyra, eller rummet döljer adresser, behövs serverns medierouter. Den görs i ordning nu, och du kommer in av dig själv så snart den är klar.',
    timeLeft: (seconds) =>
      seconds < 90
        ? count(Math.max(1, Math.round(seconds)), { one: 'Ungefär # sekund kvar.', other: 'Ungefär # sekunder kvar.' })
        : count(Math.round(seconds / 60), { one: 'Ungefär # minut kvar.', other: 'Ungefär # minuter kvar.' }),
    timeUnknown: 'Hur länge det dröjer är inte känt än.',
    stop: 'Sluta vänta',
  },
  left: {
    heading: 'Du har gått',
    text: (room) => `Kameran och mikrofonen är av. Rummet ${room} finns kvar.`,
    joinAgain: 'Gå med igen',
  },
  failures: {
    full: {
      heading: 'Rummet är fullt',
      text: 'Det är så många där som servern tillåter. Försök igen när någon har gått.',
    },
    nameInvalid: {
      heading: 'Det här är inget rumsnamn',
      text: 'Rumsnamn har bokstäver, siffror och bindestreck, högst 64 tecken. Se efter i länken, eller öppna ett annat rum.',
    },
    nameReserved: {
      heading: 'Namnet är upptaget',
      text: 'Servern behöver namnet för en egen sida. Öppna ett rum med ett annat namn.',
    },
    routerUnavailable: {
      heading: 'Du kan inte komma in just nu',
      text: 'När det är fler än fyra, eller rummet döljer adresser, behövs en medierouter, och den här servern har ingen. Fråga den som driver den, eller försök igen när färre är i rummet.',
    },
    smallFull: {
      heading: 'Rummet är fullt',
      text: 'Det är avsett för fyra. Den som är värd kan göra det stort; då kommer du in.',
    },
    membersOnly: {
      heading: 'Det här rummet är för medlemmar',
      text: 'Det släpper bara in dem som ägaren eller organisationen har namngett. Logga in med kontot som är inbjudet och öppna länken igen.',
    },
    linkNeeded: {
      heading: 'Här behövs en länk',
      text: 'Det här rummet öppnas med hela länken, inte bara med namnet. Be den som bjöd in dig om länken.',
    },
    linkOld: {
      heading: 'Den här länken är gammal',
      text: 'Rummet har fått en ny länk. Be den som bjöd in dig om den.',
    },
    roomGone: {
      heading: 'Det här rummet är borta',
      text: 'Den som skapade det har raderat det eller gett det ett annat namn. Be om en ny länk.',
    },
    roomEnded: {
      heading: 'Det här rummet är avslutat',
      text: 'Det var öppet bara en gång, och den tiden är över.',
    },
    roomSuspended: {
      heading: 'Det här rummet är stängt',
      text: 'De som driver den här servern har stängt det tills vidare.',
    },
    locked: { heading: 'Dörren är låst', text: 'Knacka på, så kan en värd släppa in dig.' },
    rejected: {
      heading: 'Du blev inte insläppt',
      text: 'En värd svarade nej. Tror du att det var ett misstag, så fråga den som bjöd in dig.',
    },
    knocksTooMany: {
      heading: 'För många vid dörren',
      text: 'Många väntar vid den här dörren, eller så har många knackat på från ditt nätverk. Vänta lite och försök igen.',
    },
    removed: {
      heading: 'En värd tog bort dig från mötet',
      text: 'Din kamera och mikrofon är av. Du kan komma tillbaka om dörren är öppen; är den låst måste du knacka på.',
    },
    blocked: {
      heading: 'Du kan inte komma tillbaka till det här mötet',
      text: 'En värd har stängt dig ute så länge det varar. Din kamera och mikrofon är av.',
    },
    meetingEnded: {
      heading: 'Mötet är slut',
      text: 'En värd avslutade det för alla. Din kamera och mikrofon är av.',
    },
    roomsTooMany: {
      heading: 'För många rum på en gång',
      text: 'Många rum har öppnats från ditt nätverk. Vänta några minuter och försök igen.',
    },
    connectionsTooMany: {
      heading: 'För många förbindelser på en gång',
      text: 'Många förbindelser är öppna från ditt nätverk. Stäng andra flikar med samtal och försök igen.',
    },
    version: {
      heading: 'Servern är uppdaterad',
      text: 'Sidan är äldre än servern. Ladda om den, så passar de ihop igen.',
    },
    unreachable: {
      heading: 'Servern svarar inte',
      text: 'Se efter att du är uppkopplad och försök igen. Når inte heller andra den, fråga den som driver den.',
    },
    draining: {
      heading: 'Servern stannar',
      text: 'Den kan vara tillbaka om en stund. Vänta lite och försök igen.',
    },
    rate: {
      heading: 'Det blev för mycket på en gång',
      text: 'Servern stängde förbindelsen eftersom det kom för många meddelanden. Vänta lite och försök igen.',
    },
    elsewhere: {
      heading: 'Samtalet fortsatte någon annanstans',
      text: 'Du kom tillbaka till samtalet i ett annat fönster eller en annan flik. Fortsätt där, eller gå med igen här.',
    },
    gone: { heading: 'Du var borta för länge', text: 'Din plats i samtalet är borta. Gå med igen för att fortsätta.' },
    internal: {
      heading: 'Något gick fel',
      text: 'Sidan och servern förstod inte varandra. Försök igen; händer det igen, ge koden här nedanför till den som driver servern.',
    },
  },
  failureCode: (code) => `Kod: ${code}`,
} satisfies Partial<Texts>

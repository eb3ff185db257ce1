import { listIn, pluralIn } from '../../../../texts/plural.ts'
import type { VerifyTexts } from './en.ts'

const count = pluralIn('sv')
const list = listIn('sv')

export const sv: VerifyTexts = {
  verify: 'Kontrollera',
  state: {
    on: 'Samtalet är krypterat från webbläsare till webbläsare.',
    starting: 'Webbläsarna kommer överens om nycklarna.',
    off: 'Inget från dig skickas: samtalet kan inte krypteras här.',
  },
  title: 'Säkerhetsnummer',
  explain:
    'Läs orden för de andra, i telefon eller öga mot öga: ser alla samma sak är det ingen som lyssnar emellan, inte heller den som driver servern.',
  words: 'Som ord',
  digits: 'Som siffror',
  code: 'Säkerhetsnumret som QR-kod',
  codeHint: 'Eller håll koderna bredvid varandra: de ser likadana ut.',
  people: (members) =>
    count(members, { one: 'Det är gjort av en persons nyckel.', other: 'Det är gjort av # personers nycklar.' }),
  alone: 'Du är ensam. Så snart någon går med står numret här.',
  waiting: 'Numret står här så snart webbläsarna är överens om nycklarna.',
  changes: 'Vad som ändrade det',
  came: (name, by) => `${name} kom in; webbläsaren hos ${by} gav dem nycklarna.`,
  left: (name, by) => `${name} är ute; webbläsaren hos ${by} bytte nycklarna.`,
  cameByYou: (name) => `${name} kom in; din webbläsare gav dem nycklarna.`,
  leftByYou: (name) => `${name} är ute; din webbläsare bytte nycklarna.`,
  noChanges: 'Ingen har kommit eller gått sedan du gick med.',
  remember: 'Låt andra känna igen mig i det här rummet',
  rememberOn:
    'Webbläsaren behåller din nyckel för det här rummet. De som känner dig sedan tidigare får veta att det är du, och du varnas när någon har en annan nyckel.',
  rememberOff: 'Du får en ny nyckel varje gång. Inget sparas i webbläsaren.',
  rememberFailed: 'Den här webbläsaren sparar inga nycklar, som i ett privat fönster.',
  forget: 'Glöm allas nycklar i det här rummet',
  forgotten: 'Webbläsaren har inga nycklar från det här rummet längre.',
  off: {
    unsupported:
      'Din webbläsare kan inte kryptera samtal från ände till ände, så inget från dig skickas. En nyare Chrome, Edge, Firefox eller Safari kan.',
    worker: 'Den del av sidan som krypterar har stannat, så inget från dig skickas. Den startar igen av sig själv.',
    group: 'Webbläsarna kom inte överens om nycklarna, så inget från dig skickas. De försöker igen av sig själva.',
    other: 'Krypteringen är inte på plats, så inget från dig skickas. Den kommer igen av sig själv.',
  },
  tile: {
    encrypted: 'Krypterat',
    waiting: 'Väntar på nycklar…',
    trouble: 'Kan inte dekrypteras',
  },
  known: 'Igenkänd: samma nyckel som förra gången',
  changed: 'En annan nyckel än förra gången',
  changedNotice: (names) =>
    count(names.length, {
      one: `${list(names)} har en annan nyckel än förra gången. Jämför säkerhetsnumret.`,
      other: `${list(names)} har andra nycklar än förra gången. Jämför säkerhetsnumret.`,
    }),
  trust: (name) => `Det är ${name}`,
  compare: 'Jämför',
  roomSealed: 'Låst för servern också: bara de som en värd släpper in får nycklarna.',
}

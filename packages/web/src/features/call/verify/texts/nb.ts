import { listIn, pluralIn } from '../../../../texts/plural.ts'
import type { VerifyTexts } from './en.ts'

const count = pluralIn('nb')
const list = listIn('nb')

export const nb: VerifyTexts = {
  verify: 'Kontroller',
  state: {
    on: 'Samtalen er kryptert fra nettleser til nettleser.',
    starting: 'Nettleserne blir enige om nøklene.',
    off: 'Ingenting fra deg sendes: samtalen kan ikke krypteres her.',
  },
  title: 'Sikkerhetstall',
  explain:
    'Les ordene for de andre, på telefon eller ansikt til ansikt: ser alle det samme, er det ingen som lytter imellom, heller ikke den som driver serveren.',
  words: 'Som ord',
  digits: 'Som tall',
  code: 'Sikkerhetstallet som QR-kode',
  codeHint: 'Eller hold kodene ved siden av hverandre: de er like.',
  people: (members) =>
    count(members, { one: 'Det er laget av nøkkelen til én.', other: 'Det er laget av nøklene til # personer.' }),
  alone: 'Du er alene. Så snart noen blir med, står tallet her.',
  waiting: 'Tallet står her så snart nettleserne er enige om nøklene.',
  changes: 'Hva som endret det',
  came: (name, by) => `${name} kom inn; nettleseren til ${by} ga dem nøklene.`,
  left: (name, by) => `${name} er ute; nettleseren til ${by} byttet nøklene.`,
  cameByYou: (name) => `${name} kom inn; nettleseren din ga dem nøklene.`,
  leftByYou: (name) => `${name} er ute; nettleseren din byttet nøklene.`,
  noChanges: 'Ingen har kommet eller gått siden du ble med.',
  remember: 'La andre kjenne meg igjen i dette rommet',
  rememberOn:
    'Nettleseren beholder nøkkelen din for dette rommet. De som kjenner deg fra før, får vite at det er deg, og du varsles når noen har en annen nøkkel.',
  rememberOff: 'Du får en ny nøkkel hver gang. Ingenting lagres i nettleseren.',
  rememberFailed: 'Denne nettleseren lagrer ikke nøkler, som i et privat vindu.',
  forget: 'Glem alles nøkler i dette rommet',
  forgotten: 'Nettleseren har ingen nøkler fra dette rommet lenger.',
  off: {
    unsupported:
      'Nettleseren din kan ikke kryptere samtaler fra ende til ende, så ingenting fra deg sendes. En nyere Chrome, Edge, Firefox eller Safari kan.',
    worker: 'Delen av siden som krypterer, har stoppet, så ingenting fra deg sendes. Den starter igjen av seg selv.',
    group: 'Nettleserne ble ikke enige om nøklene, så ingenting fra deg sendes. De prøver igjen av seg selv.',
    other: 'Krypteringen er ikke på plass, så ingenting fra deg sendes. Den kommer igjen av seg selv.',
  },
  tile: {
    encrypted: 'Kryptert',
    waiting: 'Venter på nøkler…',
    trouble: 'Kan ikke dekrypteres',
  },
  known: 'Kjent igjen: samme nøkkel som sist',
  changed: 'En annen nøkkel enn sist',
  changedNotice: (names) =>
    count(names.length, {
      one: `${list(names)} har en annen nøkkel enn sist. Sammenlign sikkerhetstallet.`,
      other: `${list(names)} har andre nøkler enn sist. Sammenlign sikkerhetstallet.`,
    }),
  trust: (name) => `Det er ${name}`,
  compare: 'Sammenlign',
  roomSealed: 'Låst for serveren også: bare de som en vert slipper inn, får nøklene.',
}

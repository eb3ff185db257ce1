import { listIn, pluralIn } from '../../../../texts/plural.ts'

const count = pluralIn('en')
const list = listIn('en-GB')

/** The safety number, and how the encryption does. */
export const en = {
  verify: 'Verify',
  state: {
    on: 'This call is encrypted from browser to browser.',
    starting: 'The keys of this call are being agreed on.',
    off: 'Nothing of you is sent: this call can’t be encrypted here.',
  },
  title: 'Safety number',
  explain:
    'Read these words to the others, over the phone or face to face: if all of you see the same, nobody listens in between, not even whoever runs this server.',
  words: 'In words',
  digits: 'In digits',
  code: 'The safety number as a QR code',
  codeHint: 'Or hold the codes side by side: they look alike.',
  people: (members: number) =>
    count(members, { one: 'It is made of one person’s key.', other: 'It is made of the keys of # people.' }),
  alone: 'You are alone. As soon as somebody joins, the number to compare stands here.',
  waiting: 'The number stands here as soon as the keys are agreed on.',
  changes: 'What changed it',
  came: (name: string, by: string) => `${name} came in; ${by}’s browser gave them the keys.`,
  left: (name: string, by: string) => `${name} is out; ${by}’s browser changed the keys.`,
  cameByYou: (name: string) => `${name} came in; your browser gave them the keys.`,
  leftByYou: (name: string) => `${name} is out; your browser changed the keys.`,
  noChanges: 'Nobody has come or gone since you joined.',
  remember: 'Let others recognise me in this room',
  rememberOn:
    'This browser keeps your key for this room. Who knows you from before is told that it is you, and you are warned when somebody’s key is another.',
  rememberOff: 'You have a new key each time. Nothing is kept in this browser.',
  rememberFailed: 'This browser does not keep keys, as in a private window.',
  forget: 'Forget everybody’s keys in this room',
  forgotten: 'This browser keeps no key of this room any more.',
  off: {
    unsupported:
      'Your browser can’t encrypt calls from end to end, so nothing of you is sent. A newer Chrome, Edge, Firefox or Safari can.',
    worker:
      'The part of this page that encrypts has stopped, so nothing of you is sent. It is being started again by itself.',
    group: 'The keys of this call could not be agreed on, so nothing of you is sent. It is tried again by itself.',
    other: 'The encryption isn’t there, so nothing of you is sent. It is tried again by itself.',
  },
  tile: {
    encrypted: 'Encrypted',
    waiting: 'Waiting for keys…',
    trouble: 'Can’t be decrypted',
  },
  known: 'Recognised: the same key as last time',
  changed: 'Another key than last time',
  changedNotice: (names: readonly string[]) =>
    count(names.length, {
      one: `${list(names)} has another key than last time. Compare the safety number.`,
      other: `${list(names)} have other keys than last time. Compare the safety number.`,
    }),
  trust: (name: string) => `It is ${name}`,
  compare: 'Compare',
  roomSealed: 'Locked for the server too: only people whom a host lets in get the keys.',
}

export type VerifyTexts = typeof en

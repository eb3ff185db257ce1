import type { FailureCode, LocalMediaView, MeetingView } from '@samtale/client'
import type { RoomAnswer, RoomBrand } from '@samtale/protocol'
import type { ReactNode } from 'react'
import { NotARoomPage } from '../features/pages/NotARoomPage.tsx'
import { failureKinds } from '../features/room/failures.ts'
import { RoomView } from '../features/room/RoomView.tsx'
import { UnsupportedPage, type Lacking } from '../features/room/UnsupportedPage.tsx'
import { StartPage } from '../features/start/StartPage.tsx'
import { drawnLocal, drawnOther, drawnSession } from './drawn-session.ts'

const long = 'Wilhelmina Margaretha Aleksandersdottir-Fagerström von Hohenzollern'
const emoji = '🦊'.repeat(64)

function room(
  part: Partial<MeetingView>,
  local?: Partial<LocalMediaView>,
  answer: RoomAnswer | null = null,
): () => ReactNode {
  return () => {
    const session = drawnSession(part, drawnLocal(local))
    return <RoomView session={session} answer={answer} name="" onName={() => undefined} onAgain={() => undefined} />
  }
}

const [kari, bo, amina, einar, sofia, nils] = ['Kari Nordmann', 'Bo', 'Amina', 'Einar', 'Sofia Lindqvist', 'Nils'].map(
  (name, index) => ({ name, number: index + 1 }),
)
const others = (
  people: readonly ({ name: string; number: number } | undefined)[],
  more: Parameters<typeof drawnOther>[1][] = [],
) =>
  people.flatMap((person, index) =>
    person === undefined ? [] : [drawnOther(person.number, { ...more[index], name: more[index]?.name || person.name })],
  )

const crowd = Array.from({ length: 11 }, (_, index) =>
  drawnOther(index + 1, { name: `Guest ${index + 1}`, camera: index % 3 !== 1, microphone: index % 2 === 0 }),
)

const chat = [
  { key: 0, from: 'Kari Nordmann', fromSelf: false, text: 'Hello everyone!', at: Date.UTC(2026, 0, 12, 13, 2) },
  {
    key: 1,
    from: 'Kari Nordmann',
    fromSelf: false,
    text: 'Here is the timetable: https://ferry.example/winter?from=bergen',
    at: Date.UTC(2026, 0, 12, 13, 2, 20),
  },
  {
    key: 2,
    from: 'Ola',
    fromSelf: true,
    text: 'Thank you. The ten o’clock one suits me.',
    at: Date.UTC(2026, 0, 12, 13, 3),
  },
  { key: 3, from: 'Bo', fromSelf: false, text: 'Me too 👍', at: Date.UTC(2026, 0, 12, 13, 5) },
]

const off = { on: false, starting: false, track: null, chosenId: null, choices: [] }
const asking = { ...off, on: false, starting: true, problem: null }

const outside = { name: 'outside', left: false } as const
const knocking = { name: 'knocking', held: false, hostMessage: null, hostPresent: false } as const
const door = { locked: true, sealed: true, knockers: [], smallFull: false, notice: null }
const knockers = [
  { id: 'k_1', name: 'Amina', message: 'I have the new timetable with me', held: false, isInside: false },
  { id: 'k_2', name: 'Einar', message: null, held: false, isInside: false },
  { id: 'k_3', name: '', message: null, held: true, isInside: false },
]
const brand: RoomBrand = {
  logo: null,
  background: null,
  colours: { accent: '#7a2e4d', onAccent: '#ffffff', ground: '#f6eef1', onGround: '#2b1019' },
}
const owned: RoomAnswer = {
  status: 'open',
  door: 'link',
  size: 'large',
  hasLink: true,
  hidesAddresses: false,
  endsAt: null,
  brand: null,
  claim: null,
  role: 'guest',
}

/** Every page and state by name. `press`: names of buttons that a reader of the picture would press first. */
export const states: Record<string, () => ReactNode> = {
  start: () => <StartPage />,
  'not-a-room': () => <NotARoomPage />,
  join: room({ phase: { name: 'outside', left: false } }),
  'join-asking': room(
    { phase: { name: 'outside', left: false } },
    { camera: asking, microphone: asking, speakers: { chosenId: null, choices: [] } },
  ),
  'join-denied': room(
    { phase: { name: 'outside', left: false }, room: { name: 'our-kitchen-table', secret: 'none' } },
    { camera: { ...off, problem: 'denied' }, microphone: { ...off, problem: 'denied' } },
  ),
  'join-busy-missing': room(
    { phase: { name: 'outside', left: false }, room: { name: 'our-kitchen-table', secret: 'hand-made' } },
    { camera: { ...off, problem: 'busy' }, microphone: { ...off, problem: 'missing' } },
  ),
  joining: room({ phase: { name: 'joining' } }),
  waiting: room({ phase: { name: 'waiting', code: 'room.router-pending', secondsLeft: 140 } }),
  'waiting-small': room({ phase: { name: 'waiting', code: 'room.full-small', secondsLeft: null } }),
  knock: room({ phase: outside }, {}, { ...owned, door: 'knock' }),
  'knock-branded': room({ phase: outside }, {}, { ...owned, door: 'knock', brand }),
  'door-locked': room({ phase: { name: 'refused', code: 'room.locked' } }),
  'knock-waiting': room({ phase: { ...knocking, hostPresent: true } }),
  'knock-absent': room({ phase: knocking }, {}, { ...owned, brand }),
  'knock-held': room({
    phase: { ...knocking, hostPresent: true, held: true, hostMessage: 'We are on item two. Five minutes!' },
  }),
  'host-knocks': () => room({ others: others([kari, bo]), door: { ...door, knockers } })(),
  'host-muted': () =>
    room({
      others: others([kari, bo]),
      door: { ...door, notice: { key: 1, did: 'stopped-microphone', by: 'Kari' } },
    })(),
  'host-asks-unmute': () =>
    room({ others: others([kari, bo]), door: { ...door, notice: { key: 1, did: 'asks-unmute', by: 'Kari' } } })(),
  'host-small-full': () => room({ others: others([kari, bo, amina]), door: { ...door, smallFull: true } })(),
  'encryption-off': () =>
    room({ others: others([kari, bo]), encryption: { state: 'off', why: 'worker' }, safety: null })(),
  'encryption-starting': () =>
    room({
      others: others(
        [kari, bo],
        [
          { name: '', encryption: 'waiting', camera: false },
          { name: '', encryption: 'key-trouble', camera: false },
        ],
      ),
      encryption: { state: 'starting', why: null },
      safety: null,
    })(),
  'other-key': () =>
    room({
      others: others(
        [kari, bo],
        [
          { name: '', verified: 'changed' },
          { name: '', verified: 'known' },
        ],
      ),
      remembered: true,
      changes: [
        { key: 1, what: 'came', name: 'Kari Nordmann', by: null },
        { key: 2, what: 'came', name: 'Bo', by: 'Kari Nordmann' },
        { key: 3, what: 'left', name: 'Amina', by: null },
      ],
    })(),
  alone: room({ path: 'none' }),
  two: () => room({ others: others([kari], [{ name: '', speaking: true }]) })(),
  'two-camera-off': () =>
    room({
      others: others([kari], [{ name: '', camera: false, microphone: false }]),
      room: { name: 'our-kitchen-table', secret: 'none' },
    })(),
  three: () => room({ others: others([kari, bo]) })(),
  four: () => room({ others: others([kari, bo, amina], [{ name: '', connection: 'connecting', camera: false }]) })(),
  five: () =>
    room({
      path: 'router',
      chat,
      others: others(
        [kari, bo, amina, einar],
        [
          { name: '', speaking: true },
          { name: '', hand: true },
          { name: '', camera: false, microphone: false },
        ],
      ),
    })(),
  seven: () =>
    room({
      path: 'router',
      others: others(
        [kari, bo, amina, einar, sofia, nils],
        [{ name: long }, { name: emoji, camera: false }, { name: 'Kari Nordmann' }],
      ),
    })(),
  twelve: () => room({ path: 'router', others: crowd })(),
  screen: () =>
    room({
      path: 'router',
      chat,
      others: others([kari, bo, amina, einar], [{ name: '', screen: true, speaking: true }]),
    })(),
  'two-screen': () => room({ others: others([kari], [{ name: '', screen: true }]) })(),
  sharing: () => room({ others: others([kari, bo]) }, { screen: { on: true, video: null, audio: null } })(),
  reconnecting: () =>
    room({
      phase: { name: 'reconnecting', attempt: 2 },
      others: others([kari, bo], [{ name: '', connection: 'interrupted' }]),
      path: 'interrupted',
    })(),
  draining: () => room({ drainingInSeconds: 8, others: others([kari, bo]) })(),
  left: room({ phase: { name: 'outside', left: true } }),
  ...Object.fromEntries(
    (['insecure-context', 'no-webrtc', 'no-transforms', 'no-keys'] satisfies Lacking[]).map((lacking) => [
      lacking,
      () => <UnsupportedPage lacking={lacking} />,
    ]),
  ),
  ...Object.fromEntries(
    Object.keys(failureKinds)
      .filter(isFailure)
      .map((code) => [`refused-${code}`, room({ phase: { name: 'refused', code } })]),
  ),
}

function isFailure(code: string): code is FailureCode {
  return code in failureKinds
}

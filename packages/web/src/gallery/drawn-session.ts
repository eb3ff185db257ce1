import type { Hosting, LocalMedia, LocalMediaView, Meeting, MeetingView, PersonView } from '@samtale/client'
import type { KnownFact } from '@samtale/protocol'
import type { RoomSession } from '../features/session/room-session.ts'
import { drawnPerson, drawnScreen } from './drawn-person.ts'

/** A visit that only looks like one: what it shows is given, and what is pressed changes the view but reaches nobody. */

function store<View>(first: View) {
  let view = first
  const listeners = new Set<() => void>()
  return {
    view: () => view,
    subscribe(listener: () => void) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    change(part: Partial<View>) {
      view = { ...view, ...part }
      for (const listener of listeners) listener()
    },
  }
}

export function drawnOther(number: number, said: Partial<PersonView> & { name: string }): PersonView {
  const camera = said.camera ?? true
  return {
    id: `p_drawn-${number}`,
    role: 'guest',
    microphone: true,
    screen: false,
    hand: false,
    speaking: false,
    connection: 'connected',
    stream: new MediaStream(camera ? [drawnPerson(number)] : []),
    screenStream: said.screen === true ? new MediaStream([drawnScreen()]) : null,
    encryption: 'encrypted',
    verified: null,
    ...said,
    camera,
  }
}

export function drawnLocal(part: Partial<LocalMediaView> = {}): LocalMedia {
  const choices = (name: string) => [
    { id: 'one', label: `Built-in ${name}` },
    { id: 'two', label: `USB ${name} (0a1b:2c3d) with a rather long name` },
  ]
  const input = { on: true, starting: false, problem: null, chosenId: 'one' }
  const { view, subscribe, change } = store<LocalMediaView>({
    microphone: { ...input, track: null, choices: choices('microphone') },
    camera: { ...input, track: drawnPerson(0), choices: choices('camera') },
    screen: { on: false, video: null, audio: null },
    speakers: { chosenId: 'one', choices: choices('speaker') },
    ...part,
  })
  const none = Promise.resolve()
  return {
    view,
    subscribe,
    level: () => 0.12 + 0.1 * Math.sin(performance.now() / 300),
    setMicrophone: (on) => none.then(() => change({ microphone: { ...view().microphone, on, problem: null } })),
    setCamera: (on) =>
      none.then(() => change({ camera: { ...view().camera, on, track: on ? drawnPerson(0) : null, problem: null } })),
    chooseMicrophone: (chosenId) => none.then(() => change({ microphone: { ...view().microphone, chosenId } })),
    chooseCamera: (chosenId) => none.then(() => change({ camera: { ...view().camera, chosenId } })),
    chooseSpeaker: (chosenId) => change({ speakers: { ...view().speakers, chosenId } }),
    startScreen: () =>
      none.then(() => change({ screen: { on: true, video: drawnScreen(), audio: null } })).then(() => true),
    stopScreen: () => change({ screen: { on: false, video: null, audio: null } }),
    close: () => undefined,
  }
}

const facts = [
  ['Your network address', '203.0.113.7', 'To reach your browser, and to limit abuse'],
  ['The name of the room', 'quiet-birch-lantern', 'To bring together those who have the same link'],
  ['The tag of the link', '5q2Zu4Y6PNkqYR4B3avgaw', 'To keep apart those who have the secret and those who have not'],
  ['Your number for this stay', 'p_sXhugdx988p71KmK', 'To tell one participant from another'],
  ['How many are in the room', '5', 'To choose how sound and picture travel'],
  ['When sound is sent', 'now', 'To pass it on'],
  ['The sizes of what you send', '1.2 Mbit a second', 'To pass it on'],
] as const

const knowledge: KnownFact[] = facts.map(([title, value, purpose], index) => ({
  field: `fact-${index}`,
  category: 'call',
  title,
  value,
  purpose,
  until: 'until you leave the meeting',
}))

function drawnHosting(view: () => MeetingView, change: (part: Partial<MeetingView>) => void): Hosting {
  const door = (next: Partial<MeetingView['door']>) => change({ door: { ...view().door, ...next } })
  const answered = (id: string) => door({ knockers: view().door.knockers.filter((one) => one.id !== id) })
  const done = async (_nothing: void) => true
  return {
    setLocked: (locked) => done(door({ locked })),
    admit: (id) => done(answered(id)),
    reject: (id) => done(answered(id)),
    hold: (id) =>
      done(door({ knockers: view().door.knockers.map((one) => (one.id === id ? { ...one, held: true } : one)) })),
    act: () => done(),
    enlarge: () => done(door({ smallFull: false })),
    endForAll: () => done(change({ phase: { name: 'outside', left: true } })),
  }
}

const digits = '01234 56789 01234 56789 01234 56789'
const safety = {
  words: 'acorn anchor apple arrow barn beach cabin candle cloud deer tower'.split(' '),
  digits,
  code: `samtale:${digits.replaceAll(' ', '')}`,
  members: 5,
}

const drawnView: MeetingView = {
  phase: { name: 'joined' },
  room: { name: 'quiet-birch-lantern', secret: 'generated' },
  self: {
    id: 'p_drawn-self',
    name: 'Ola',
    microphone: true,
    camera: true,
    screen: false,
    hand: false,
    speaking: false,
    role: 'host',
  },
  others: [],
  path: 'direct',
  chat: [],
  drainingInSeconds: null,
  door: { locked: false, sealed: false, knockers: [], smallFull: false, notice: null },
  encryption: { state: 'on', why: null },
  safety,
  changes: [],
  remembered: false,
}

function drawnMeeting({ view, subscribe, change }: ReturnType<typeof store<MeetingView>>): Meeting {
  const say = (text: string) => [
    ...view().chat,
    { key: view().chat.length, from: view().self.name, fromSelf: true, text, at: Date.now() },
  ]
  const hosting = drawnHosting(view, change)
  return {
    view,
    subscribe,
    join: async (name) => change({ phase: { name: 'joined' }, self: { ...view().self, name } }),
    knock: async (name) => change({ self: { ...view().self, name } }),
    hosting,
    noticeRead: (which) =>
      change({ door: { ...view().door, ...(which === 'host' ? { notice: null } : { smallFull: false }) } }),
    leave: () => change({ phase: { name: 'outside', left: true } }),
    setHand: (hand) => change({ self: { ...view().self, hand } }),
    rename: (name) => change({ self: { ...view().self, name } }),
    sendChat: async (text) => {
      change({ chat: say(text) })
      return true
    },
    setShownWidth: () => undefined,
    rememberIdentity: async (remembered) => {
      change({ remembered })
      return true
    },
    trustPerson: async () => true,
    forgetIdentity: async () => change({ remembered: false }),
    knowledge: async () => knowledge,
    frames: async () => [],
    close: () => undefined,
  }
}

export function drawnSession(part: Partial<MeetingView>, localMedia: LocalMedia = drawnLocal()): RoomSession {
  const { view, subscribe, change } = store<MeetingView>({ ...drawnView, ...part })
  const meeting = drawnMeeting({ view, subscribe, change })
  const others = view().others
  return {
    room: view().room.name,
    link: 'https://meet.example/quiet-birch-lantern#nT3gkQ0h8wXz5mJrVb2LpA',
    meeting,
    localMedia,
    end: () => undefined,
    addTestGuests(nameOf) {
      change({ path: 'router', others: [1, 2, 3, 4].map((number) => drawnOther(number, { name: nameOf(number) })) })
      return { remove: () => change({ others, path: 'none' }), waiting: () => null, subscribe: () => () => undefined }
    },
  }
}

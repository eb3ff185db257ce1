import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fromBase64url } from '../sealing/base64url.ts'
import { createFakeRoom } from './fake-room.ts'
import { Outbox, type SayAnswer } from './outbox.ts'

/**
 * A server and a line to it: takes messages in order, and may be cut off after it took some whose answers never arrive.
 * Bo hears what it took, at once.
 */
async function desk() {
  const room = createFakeRoom('kitchen', 'AAECAwQFBgcICQoLDA0ODw')
  for (const name of ['Ana', 'Bo']) await room.enter(name)
  const [ana, bo] = [room.of('Ana'), room.of('Bo')]
  const [, place] = ana.members
  const heard: string[] = []
  const onTheWay: { message: string; answer(answer: SayAnswer): void }[] = []
  const late: (() => void)[] = []
  let isUp = true
  let sent = 0
  const outbox = new Outbox({
    // Without a line the page answers at once.
    send: (message) => {
      sent += 1
      return new Promise((answer) => (isUp ? onTheWay.push({ message, answer }) : answer('lost')))
    },
    placeOf: (id) => (id === 'bo' && place ? place : null),
    others: () => ['bo'],
    isComplete: () => true,
  })
  const take = async (message: string) => {
    const said = await bo.hear(fromBase64url(message))
    if (said.kind !== 'said') return
    const content: unknown = JSON.parse(new TextDecoder().decode(said.content))
    if (typeof content === 'object' && content !== null && 'chat' in content) heard.push(JSON.stringify(content.chat))
  }
  /** What was asked for by now has been encrypted and sent. */
  const calm = async () => {
    for (let before = -1, quiet = 0; quiet < 3; quiet = before === sent ? quiet + 1 : 0) {
      before = sent
      // Waits in the same queue as the words.
      await ana.forgetOld()
      await new Promise((resolve) => setTimeout(resolve))
    }
  }
  return {
    room,
    outbox,
    heard,
    calm,
    ana,
    async serve(count: number, answer: SayAnswer = 'ok') {
      await calm()
      for (const one of onTheWay.splice(0, count)) {
        if (answer === 'ok') await take(one.message)
        one.answer(answer)
      }
    },
    /** @param taken so many were taken by the server first. @param isLate that there is no answer is told after the next line is up. */
    async cut(taken: number, isLate: boolean) {
      await calm()
      isUp = false
      const [before, cut] = [onTheWay.splice(0, taken), onTheWay.splice(0)]
      for (const one of before) await take(one.message)
      const tell = [...before, ...cut].map((one) => () => one.answer('lost'))
      if (isLate) late.push(...tell)
      else tell.forEach((act) => act())
      await calm()
      // The page tells of the next connection, then asks the server to go on with the stay.
      outbox.disconnected()
      isUp = true
      outbox.connected()
      for (const act of late.splice(0)) act()
    },
  }
}

const step = fc.oneof(
  { weight: 6, arbitrary: fc.record({ act: fc.constant('say' as const) }) },
  { weight: 3, arbitrary: fc.record({ act: fc.constant('serve' as const), count: fc.integer({ min: 1, max: 4 }) }) },
  { weight: 2, arbitrary: fc.record({ act: fc.constant('cut' as const), taken: fc.nat(4), isLate: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ act: fc.constant('epoch' as const) }) },
  { weight: 1, arbitrary: fc.record({ act: fc.constant('state' as const) }) },
)

const state = {
  ...{ name: 'Ana', microphone: true, camera: true, screen: false, hand: false },
  ...{ participantId: 'p_aaaaaaaaaaaaaaaa', keepsKey: false },
}
const chat = (text: string) => ({ kind: 'chat' as const, chat: { text, id: 'x'.repeat(22) } })

test('whatever is cut, and whatever answer is lost or late: each word is heard once, in order', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 8, maxLength: 30, size: 'max' }), async (steps) => {
      const { room, outbox, heard, serve, cut, ana } = await desk()
      outbox.setGroup(ana)
      outbox.connected()
      const said: string[] = []
      const arrived: boolean[] = []
      for (const [at, one] of steps.entries()) {
        if (one.act === 'say') {
          const words = chat(`line ${at}`)
          said.push(JSON.stringify(words.chat))
          void outbox.say(words, null).then((did) => arrived.push(did))
        }
        if (one.act === 'serve') await serve(one.count)
        if (one.act === 'cut') await cut(one.taken, one.isLate)
        if (one.act === 'epoch') await room.commit('Bo', {})
        if (one.act === 'state') {
          outbox.setState(state)
        }
      }
      for (let rounds = 0; rounds < 300 && arrived.length < said.length; rounds += 1) await serve(100)
      expect(arrived).toEqual(said.map(() => true))
      expect(heard).toEqual(said)
      outbox.close()
    }),
    { numRuns: 20 },
  )
}, 240_000)

test('what waits for somebody goes nowhere when they leave', async () => {
  const { outbox, ana } = await desk()
  outbox.setGroup(ana)
  outbox.connected()
  const said = outbox.say(chat('never'), 'cem')
  outbox.gone('cem')
  expect(await said).toBe(false)
})

test('where the server can’t take it now it is said again, and heard once', async () => {
  const { outbox, ana, heard, serve, calm } = await desk()
  outbox.setGroup(ana)
  outbox.connected()
  const said = outbox.say(chat('later'), null)
  await serve(1, 'later')
  outbox.pump()
  await calm()
  await serve(1)
  expect(await said).toBe(true)
  expect(heard).toHaveLength(1)
})

test('however much is said to one, the others can still follow: now and then all are spoken to', async () => {
  const room = createFakeRoom('kitchen', 'AAECAwQFBgcICQoLDA0ODw')
  for (const name of ['Ana', 'Bo', 'Cem']) await room.enter(name)
  const [ana, cem] = [room.of('Ana'), room.of('Cem')]
  const [, bo, third] = ana.members
  const places = new Map([
    ['bo', bo],
    ['cem', third],
  ])
  const heard: string[] = []
  const hearing: Promise<unknown>[] = []
  const outbox = new Outbox({
    send: async (message, to) => {
      if (to !== 'bo') hearing.push(cem.hear(fromBase64url(message)).then(({ kind }) => heard.push(kind)))
      return 'ok'
    },
    placeOf: (id) => places.get(id) ?? null,
    others: () => [...places.keys()],
    isComplete: () => true,
  })
  outbox.setGroup(ana)
  outbox.setState(state)
  outbox.connected()
  const signal = { kind: 'signal', signal: { kind: 'picture', slot: 'camera' } } as const
  const said = Array.from({ length: 700 }, () => outbox.say(signal, 'bo'))
  await Promise.all([...said, outbox.say(chat('to all'), null)])
  await Promise.all(hearing)
  // The state at first, then as often as it takes, and the line of chat.
  expect(heard.length).toBeGreaterThan(3)
  expect(new Set(heard)).toEqual(new Set(['said']))
  outbox.close()
})

test('nobody is made to count far ahead for a message that may be forged', async () => {
  const room = createFakeRoom('kitchen', 'AAECAwQFBgcICQoLDA0ODw')
  for (const name of ['Ana', 'Bo']) await room.enter(name)
  for (let at = 0; at < 550; at += 1) await room.of('Ana').say(new Uint8Array(1))
  expect(await room.of('Bo').hear(await room.of('Ana').say(new Uint8Array(1)))).toMatchObject({ why: 'invalid' })
})

import fc from 'fast-check'
import { protocolVersion, type ServerEvent } from '@samtale/protocol'
import { expect, test } from 'vitest'
import { createRoomBook } from './room-book.ts'
import { readable, type TestClient } from './test-client.ts'
import { startTestServer } from './test-server.ts'

/**
 * The door as people use it, in any order: whoever comes in was let in, whoever waits is seen by every host, and nobody at
 * the door gets anything about those inside, whatever happens.
 */
const rooms = { hall: { owned: false }, clinic: { door: 'knock' as const }, office: {} }
const acts = [
  'join',
  'knock',
  'cancel',
  'leave',
  'break',
  'resume',
  'lock',
  'unlock',
  'admit',
  'hold',
  'reject',
] as const
const step = fc.record({ who: fc.nat(4), act: fc.constantFrom(...acts), whom: fc.nat(4) })
const story = fc.record({
  room: fc.constantFrom(...(Object.keys(rooms) as (keyof typeof rooms)[])),
  steps: fc.array(step, { minLength: 5, maxLength: 40 }),
})

/** Events that a knocker may get: no other's id, name, number, path or media parameter has a place in them. */
const atDoor = new Set<ServerEvent['type']>([
  'knock.host',
  'knock.held',
  'knock.admitted',
  'knock.rejected',
  'server.draining',
])

interface Player {
  name: string
  client: TestClient
  where: 'outside' | 'door' | 'inside'
  admission: string | undefined
  /** Broken, and may come back. */
  isAway: boolean
  /** How much of what arrived was looked at. */
  read: { events: number; texts: number }
}

test('N3, N4, N6, N7 in any order of doings nobody gets in unasked, waits unseen, or learns of those inside', async () => {
  await fc.assert(
    fc.asyncProperty(story, async ({ room, steps }) => {
      const server = await startTestServer({ roomPeople: 20 }, undefined, createRoomBook(rooms).doorkeeper)
      try {
        const world = await openWorld(server, room)
        for (const { who, act, whom } of steps) await world.play(who, act, whom)
        await world.check()
      } finally {
        await server.stop()
      }
    }),
    { numRuns: 40 },
  )
}, 120_000)

async function openWorld(server: Awaited<ReturnType<typeof startTestServer>>, room: string) {
  const names = ['Olga', 'Bo', 'Cy', 'Dag', 'Eli']
  const players: Player[] = await Promise.all(
    names.map(async (name) => ({
      ...{ name, client: await server.open(), where: 'outside' as const, admission: undefined, isAway: false },
      read: { events: 0, texts: 0 },
    })),
  )
  const claimOf = ({ name }: Player) => (name === 'Olga' && room !== 'hall' ? { claim: `host_${room}_olga` } : {})
  const said = (player: Player) => ({ version: protocolVersion, room, state: readable({ name: player.name }) })
  const meeting = () => server.app.meetings.running.find((one) => one.room === room)

  async function join(player: Player): Promise<void> {
    if (player.where === 'inside') return
    const mayPass = isOpenFor(player)
    const admission = player.admission === undefined ? {} : { admission: player.admission }
    const reply = await player.client.ask('join', { ...said(player), ...claimOf(player), ...admission })
    if (reply.error !== undefined) return
    // The heart of it: who came in had a right to.
    expect(mayPass || admission.admission !== undefined, `${player.name} came in`).toBe(true)
    player.where = 'inside'
    player.admission = (reply.ok as { admission: string }).admission
    player.client.me = {
      ...player.client.me,
      participantId: (reply.ok as { participantId: string }).participantId,
      token: (reply.ok as { resumeToken: string }).resumeToken,
    }
    skip(player)
  }

  /** Whether the door stands open, as those inside know it. */
  function isOpenFor(player: Player): boolean {
    if ('claim' in claimOf(player)) return true
    const inside = players.find(({ where, isAway }) => where === 'inside' && !isAway)
    if (inside !== undefined) return !lockedFor(inside)
    return players.some(({ where }) => where === 'inside') || room !== 'clinic'
  }

  function lockedFor({ client }: Player): boolean {
    const told = client.all('room.locked').at(-1)
    return told?.locked ?? startedLocked
  }
  let startedLocked = room === 'clinic'

  function skip(player: Player): void {
    player.read = { events: player.client.events.length, texts: player.client.texts.length }
  }

  /** Looks at everything that came to who is at the door or outside. */
  function look(): void {
    for (const player of players) {
      const events = player.client.events.slice(player.read.events)
      const texts = player.client.texts.slice(player.read.texts)
      if (player.where !== 'inside') {
        for (const { type } of events) expect(atDoor, `${player.name} got ${type}`).toContain(type)
        const others = players.filter(({ name }) => name !== player.name)
        for (const text of texts) {
          for (const other of others) {
            if (other.client.me.participantId !== '') expect(text).not.toContain(other.client.me.participantId)
            expect(text).not.toContain(readable({ name: other.name }))
          }
          expect(text).not.toMatch(/candidate|rtpCapabilities|"participants"|"mode"|"path"/)
        }
      }
      for (const event of events) {
        if (event.type === 'knock.admitted') player.admission = event.admission
        if (event.type === 'knock.rejected') player.where = 'outside'
      }
      skip(player)
    }
  }

  async function settle(): Promise<void> {
    const open = players.filter(({ client }) => client.alive)
    await Promise.all(open.map(({ client }) => client.settled()))
    look()
  }

  const deeds: Record<(typeof acts)[number], (player: Player, other: Player) => Promise<unknown>> = {
    join,
    knock: async (player) => {
      if (player.where !== 'outside') return
      const reply = await player.client.ask('knock', { ...said(player), message: readable({ text: 'hello' }) })
      if (typeof reply.ok !== 'object' || reply.ok === null) return
      expect(Object.keys(reply.ok).toSorted()).toEqual(['hostPresent', 'knockId', 'token'])
      const { knockId, token } = reply.ok as { knockId: string; token: string }
      player.client.knocked = { knockId, token }
      player.where = 'door'
    },
    cancel: async (player) => {
      if (player.where !== 'door') return
      await player.client.ask('knock.cancel', {})
      player.where = 'outside'
      player.admission = undefined
    },
    leave: async (player) => {
      if (player.where !== 'inside') return
      await player.client.ask('leave', {})
      Object.assign(player, { where: 'outside', admission: undefined })
    },
    break: async (player) => {
      if (player.isAway || player.where === 'outside') return
      await server.broken(player.client)
      player.isAway = true
    },
    resume: async (player) => {
      if (!player.isAway) return
      const { me, knocked } = player.client
      const lastSeq = player.client.events.at(-1)?.seq ?? 0
      player.client = await server.open()
      Object.assign(player.client, { me, knocked })
      player.isAway = false
      player.read = { events: 0, texts: 0 }
      const reply =
        player.where === 'inside'
          ? await player.client.ask('resume', { version: protocolVersion, ...me, lastSeq })
          : await player.client.ask('knock.resume', { version: protocolVersion, ...knocked, lastSeq })
      if (reply.error !== undefined) player.where = 'outside'
    },
    lock: async (player) => player.where === 'inside' && player.client.ask('room.lock', {}),
    unlock: async (player) => player.where === 'inside' && player.client.ask('room.unlock', {}),
    admit: (player, other) => answer(player, other, 'knock.admit'),
    hold: (player, other) => answer(player, other, 'knock.hold'),
    reject: (player, other) => answer(player, other, 'knock.reject'),
  }

  /** Answers somebody's knock, whether one may or not: the server decides. */
  async function answer(player: Player, other: Player, type: string): Promise<void> {
    const { knockId } = other.client.knocked
    if (player.where === 'inside' && knockId !== '') await player.client.ask(type, { knockId })
  }

  return {
    async play(who: number, act: (typeof acts)[number], whom: number): Promise<void> {
      const [player, other] = [players[who], players[whom]]
      if (player === undefined || other === undefined) return
      if (player.isAway && act !== 'resume') return
      if (meeting() === undefined) startedLocked = room === 'clinic'
      await deeds[act](player, other)
      await settle()
    },
    /** Everybody who waits is on the list of a host who comes now. */
    async check(): Promise<void> {
      if (room === 'hall') return
      const host = await server.open()
      const { knockers } = await host.join(room, { claim: `host_${room}_per` })
      const waiting = players.filter(({ where, admission }) => where === 'door' && admission === undefined)
      expect(knockers.map(({ id }) => id).toSorted()).toEqual(
        waiting.map(({ client }) => client.knocked.knockId).toSorted(),
      )
    },
  }
}

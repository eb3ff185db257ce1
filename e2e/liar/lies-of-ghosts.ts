import { deriveGroupLink } from '../../packages/client/src/group/link.ts'
import { createDoor, openKeyPackage, sealKeyPackage } from '../../packages/client/src/group/door.ts'
import { prepareJoining } from '../../packages/client/src/group/entering.ts'
import { createIdentity } from '../../packages/client/src/group/fake-identity.ts'
import { suiteFor } from '../../packages/client/src/group/suite.ts'
import { fromBase64url, toBase64url } from '../../packages/client/src/sealing/base64url.ts'
import { HeadlessMember } from '../headless/group/member.ts'
import { expect } from './patience.ts'
import type { Person } from '../support/person.ts'
import { comes, encrypted, expectTogether, moves, numberOf, tilesOf } from './company.ts'
import type { Liar, LiarLine } from './liar.ts'
import { listTold } from './lists.ts'
import { tell } from './tell.ts'
import type { Lies, Telling, Wire } from './wire.ts'

export interface Haunted {
  liar: Liar
  room: string
  secret: string
  people: [Person, Person]
}

const ghost = { id: 'p_gggggggggggggggg', role: 'guest', stopped: [] }

async function numbers({ people }: Haunted): Promise<string[]> {
  return Promise.all(people.map(async (person) => (await numberOf(person)).digits))
}

export async function lieAboutGhosts(haunted: Haunted): Promise<void> {
  const { liar, people, room, secret } = haunted
  const [ana, bo] = people
  const line = liar.line(ana.name)
  await tell('ghost-announced', async (gotThrough) => {
    const before = await numbers(haunted)
    line.tell({ type: 'participant.joined', participant: ghost })
    await expect(ana.page.locator('.tile')).toHaveCount(3)
    expect(await encrypted(ana, 'Guest'), gotThrough).toBe(false)
    expect(await numbers(haunted)).toEqual(before)
    line.tell({ type: 'participant.left', participantId: ghost.id })
    await expect(ana.page.locator('.tile')).toHaveCount(2)
  })
  await tell('ghost-listed', async (gotThrough) => {
    const before = await numbers(haunted)
    const link = { ...(await deriveGroupLink(room, 'EBESExQVFhcYGRobHB0eHw')), doorKey: null }
    const joining = await prepareJoining({ link, identity: await createIdentity(), name: 'Ghost' })
    const door = fromBase64url(String(liar.line(bo.name).told.find(({ type }) => type === 'group.door')?.['door']))
    const keyPackage = toBase64url(await joining.sealed(door, ghost.id))
    const list = listTold(line)
    line.tell({ ...list, people: [...(list['people'] as object[]), { id: ghost.id, handle: null, keyPackage }] })
    await settle()
    // Whom the real server doesn’t know would be out again at once.
    expect((await numberOf(ana)).changes.join(), gotThrough).not.toContain('Ghost')
    expect(await numbers(haunted), gotThrough).toEqual(before)
    line.tell(list)
  })
  await tell('tag-forged', async (gotThrough) => {
    const before = await numbers(haunted)
    const { tag } = await deriveGroupLink(room, secret)
    const honest = liar.lies
    liar.lies = {
      request: (message, { name }) => [
        message['type'] === 'join' && name === 'Eve' ? { ...message, tag: tagOf(liar, tag) } : message,
      ],
    }
    const eve = new HeadlessMember(liar.wsUrl('Eve'), { name: 'Eve', room, secret: null })
    await expect(ana.page.locator('.tile')).toHaveCount(3)
    await settle()
    expect(
      (await tilesOf(ana)).map(({ name }) => name),
      gotThrough,
    ).not.toContain('Eve')
    expect(await numbers(haunted), gotThrough).toEqual(before)
    liar.lies = honest
    eve.leave()
    await expect(ana.page.locator('.tile')).toHaveCount(2)
  })
  await tell('member-hidden', async (gotThrough) => {
    const before = await numbers(haunted)
    liar.lies = { event: (event) => (event.type === 'participant.joined' ? [] : [event]) }
    const eve = await comes(liar, { name: 'Eve', room, secret }, [ana.name, bo.name])
    for (const person of people) {
      await expect.poll(async () => (await numberOf(person)).digits, { message: gotThrough }).not.toBe(before[0])
      expect((await numberOf(person)).changes[0]).toContain('Eve came in')
    }
    expect(new Set(await numbers(haunted)).size).toBe(1)
    liar.lies = {}
    eve.leave()
    await expect.poll(() => numbers(haunted)).toEqual(before)
  })
  await tell('commit-repeated', async (gotThrough) => {
    const before = await numbers(haunted)
    const eve = await comes(liar, { name: 'Eve', room, secret }, [ana.name, bo.name])
    const added = line.told.findLast(({ type }) => type === 'group.committed') as Telling
    eve.leave()
    await expect.poll(() => numbers(haunted)).toEqual(before)
    for (const { name } of people) liar.line(name).tell(added)
    await settle()
    expect(await numbers(haunted), gotThrough).toEqual(before)
    await expectTogether(ana, bo)
  })
}

/** What somebody asked or was told once is of no use to another. */
export async function lieWithOldWords(haunted: Haunted): Promise<void> {
  const { liar, people, room, secret } = haunted
  const [ana, bo] = people
  const line = liar.line(ana.name)
  const listed = (list: Telling) => list['people'] as { id: string; handle: string | null }[]
  await tell('asked-again', async (gotThrough) => {
    const before = await numbers(haunted)
    const eve = await comes(liar, { name: 'Eve', room, secret }, [ana.name, bo.name])
    const { keyPackage } = liar.line('Eve').asked.find(({ type }) => type === 'group.ask') ?? {}
    eve.leave()
    await expect.poll(() => numbers(haunted)).toEqual(before)
    const { changes } = await numberOf(ana)
    const list = listTold(line)
    line.tell({ ...list, people: [...listed(list), { id: ghost.id, handle: null, keyPackage }] })
    await settle()
    expect((await numberOf(ana)).changes, gotThrough).toEqual(changes)
    expect(await numbers(haunted), gotThrough).toEqual(before)
    line.tell(list)
  })
  await tell('handle-claimed', async (gotThrough) => {
    const list = listTold(line)
    const handle = listed(list).find(({ id }) => id === liar.line(bo.name).id)?.handle
    line.tell({ type: 'participant.joined', participant: ghost })
    line.tell({ ...list, people: [...listed(list), { id: ghost.id, handle, keyPackage: null }] })
    await settle()
    expect(await moves(ana, bo.name), gotThrough).toBe(true)
    line.tell({ type: 'participant.left', participantId: ghost.id })
    line.tell(list)
    await expectTogether(ana, bo)
  })
}

/** With somebody else in the call, so that there is a number to compare after one is out. */
export async function lieAboutWhoIsThere(haunted: Haunted, cy: HeadlessMember): Promise<void> {
  const { liar, people } = haunted
  const [ana, bo] = people
  await tell('list-shortened', async (gotThrough) => {
    const before = await numbers(haunted)
    const line = liar.line(ana.name)
    const list = listTold(line)
    const { id } = liar.line(bo.name)
    line.tell({ ...list, people: (list['people'] as { id: string }[]).filter((one) => one.id !== id) })
    await expect.poll(async () => (await numberOf(ana)).changes.join()).toContain('Bo is out')
    const without = (await numberOf(ana)).digits
    const { changes } = await numberOf(ana)
    // Who was put out asks anew, so it may be told that they are in again.
    if (changes[0]?.startsWith('Bo is out')) expect(without, gotThrough).not.toBe(before[0])
    await expectTogether(ana, bo)
    await expect.poll(() => numbers(haunted)).toEqual(before)
  })
  await tell('leaver-kept', async (gotThrough) => {
    const withCy = await numbers(haunted)
    const list = listTold(liar.line(ana.name))
    const kept = cy.id
    liar.lies = {
      event(event) {
        if (event.type === 'participant.left' && event['participantId'] === kept) return []
        return [event.type === 'group.people' ? list : event]
      },
    }
    cy.leave()
    await settle()
    expect(await encrypted(ana, 'Cy'), gotThrough).toBe(false)
    expect(await numbers(haunted), gotThrough).toEqual(withCy)
    liar.lies = {}
    for (const { name } of people) {
      liar.line(name).tell({ type: 'participant.left', participantId: kept })
      liar.line(name).tell({ ...list, people: (list['people'] as { id: string }[]).filter(({ id }) => id !== kept) })
    }
    await expect.poll(() => numbers(haunted), { message: gotThrough }).not.toEqual(withCy)
  })
}

/** The tag that the pages of the room came with. */
function tagOf(liar: Liar, otherwise: string | null): unknown {
  const joined = liar.lines.flatMap(({ asked }) => asked).find(({ type, tag }) => type === 'join' && tag !== undefined)
  return joined?.['tag'] ?? otherwise
}

/** Long enough for what the page would do of a lie: a commit goes out after 50 ms, and the next in order after a second. */
async function settle(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 1_500))
}

/** A door of the server’s own, for whoever comes while it lies so; `read` is what it could read of them. */
export async function ownDoor(): Promise<{ lies: Lies; read: string[] }> {
  const suite = await suiteFor(await createIdentity())
  const own = await createDoor(suite)
  const nobody = { ...(await deriveGroupLink('nowhere', null)), doorKey: null }
  const read: string[] = []
  let real = ''
  const open = async (sealed: string) => {
    const bytes = await openKeyPackage(nobody, own, fromBase64url(sealed), suite)
    if (bytes) read.push(new TextDecoder('latin1').decode(bytes))
    return bytes && toBase64url(await sealKeyPackage(nobody, fromBase64url(real), bytes, suite))
  }
  const passOn = async (ask: Wire, line: LiarLine) => {
    const keyPackage = await open(String(ask['keyPackage']))
    line.answer(ask, {})
    if (keyPackage) await line.ask('group.ask', { keyPackage, door: real })
  }
  const lies: Lies = {
    event(event) {
      if (event.type !== 'group.door') return [event]
      real = String(event['door'])
      return [{ ...event, door: toBase64url(own.publicKey) }]
    },
    request(message, line) {
      if (message['type'] !== 'group.ask') return [message]
      void passOn(message, line)
      return []
    },
  }
  return { lies, read }
}

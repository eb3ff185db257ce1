import { expect } from './patience.ts'
import type { Person } from '../support/person.ts'
import { altered, type Readable } from './bytes.ts'
import { comes, encrypted, enter, expectTogether, moves, tilesOf } from './company.ts'
import type { Liar } from './liar.ts'
import { handlesExchanged, listTold } from './lists.ts'
import { tell } from './tell.ts'
import type { Lies, Wire } from './wire.ts'

export interface Filmed {
  liar: Liar
  room: string
  secret: string
  /** Two who are there, and one who comes and goes. */
  people: [ana: Person, bo: Person, cy: Person]
}

const madeUp = Array.from({ length: 32 }, () => 'DE').join(':')

/** Comes in, after having left, while the server lies so. */
async function comeUnder(lies: Lies, { liar, room, secret, people }: Filmed): Promise<void> {
  const [ana, , cy] = people
  await cy.page.goto('about:blank')
  await expect(ana.tile('Cy')).toHaveCount(0)
  liar.lies = lies
  await enter(cy, liar, `${room}#${secret}`)
}

export async function lieBetweenBrowsers(filmed: Filmed): Promise<void> {
  const { liar, room, secret, people } = filmed
  const [ana, bo, cy] = people
  await tell('handles-swapped', async (gotThrough) => {
    const line = liar.line('Ana')
    const list = listTold(line)
    line.tell(handlesExchanged(list, liar.line('Bo').id, liar.line('Cy').id))
    await expect.poll(() => encrypted(ana, 'Cy'), { message: gotThrough }).toBe(false)
    expect(await moves(ana, 'Cy'), gotThrough).toBe(false)
    line.tell(list)
    await expectTogether(ana, bo, cy)
  })
  await tell('commits-kept-back', async (gotThrough) => {
    liar.lies = { event: (event, line) => (line.name === 'Bo' && event.type === 'group.committed' ? [] : [event]) }
    const eve = await comes(liar, { name: 'Eve', room, secret }, [ana.name, bo.name, cy.name])
    await expect.poll(() => encrypted(bo, 'Ana'), { message: gotThrough }).toBe(false)
    expect((await tilesOf(bo)).find(({ name }) => name === 'Ana')?.says.join()).toContain('Can’t be decrypted')
    liar.lies = {}
    eve.leave()
    await expectTogether(ana, bo, cy)
  })
  await tell('history-split', async (gotThrough) => {
    liar.lies = {
      // What the others commit isn’t told, but what Bo commits in their place is; and all are said to agree.
      event: (event, line) => (line.name === 'Bo' && event.type === 'group.committed' ? [] : [event]),
      request(message, line) {
        if (line.name !== 'Bo' || message['type'] !== 'group.commit') return [message]
        const { groupId, epoch, commit } = message
        line.answer(message, {})
        line.tell({ type: 'group.committed', commit })
        for (const { name } of people) {
          liar.line(name).tell({ type: 'group.settled', groupId, epoch: Number(epoch) + 1 })
        }
        return []
      },
    }
    const eve = await comes(liar, { name: 'Eve', room, secret }, [ana.name, bo.name, cy.name])
    await expect.poll(() => encrypted(bo, 'Ana'), { message: gotThrough }).toBe(false)
    liar.lies = {}
    eve.leave()
    await expectTogether(ana, bo, cy)
  })
  await tell('fingerprints-swapped', async (gotThrough) => {
    const change = ({ leaf, said }: Readable) => {
      const text = JSON.stringify(said).replaceAll(/(a=fingerprint:sha-256 )[0-9A-F:]+/g, `$1${madeUp}`)
      return { leaf, said: JSON.parse(text) as Record<string, unknown> }
    }
    const lies: Lies = {
      event: (event, { name }) =>
        name === 'Cy' && event.type === 'group.said' && isLong(event)
          ? [{ ...event, message: altered(String(event['message']), change) }]
          : [event],
    }
    await comeUnder(lies, filmed)
    await expect(cy.tile('Ana').getByText('Connecting…')).toBeVisible()
    await cy.page.waitForTimeout(2_000)
    expect(await describedTo(cy), gotThrough).not.toContain(madeUp)
    expect(await encrypted(cy, 'Ana'), gotThrough).toBe(false)
    liar.lies = {}
  })
}

/** Descriptions are; what one says of oneself isn’t. */
function isLong({ message }: Wire): boolean {
  return String(message).length > 1_500
}

export async function lieAboutTracks(filmed: Filmed): Promise<void> {
  const { liar, people } = filmed
  const [ana, bo, cy] = people
  await tell('publications-swapped', async (gotThrough) => {
    const [one, other] = [liar.line('Ana').id, liar.line('Bo').id]
    const exchanged = (publication: Publication) => ({
      ...publication,
      participantId: publication.participantId === one ? other : one,
    })
    await comeUnder(
      toldOfTracks('Cy', (publication) => [exchanged(publication)]),
      filmed,
    )
    await expect(cy.tile('Bo').getByText('Can’t be decrypted')).toBeVisible()
    expect(await moves(cy, 'Bo'), gotThrough).toBe(false)
  })
  await tell('tracks-swapped', async (gotThrough) => {
    await bo.button('Share screen').click()
    await expect(ana.tile('Bo’s screen')).toBeVisible()
    const asCamera = (publication: Publication) => {
      if (publication.slot === 'camera') return []
      return [publication.slot === 'screen' ? { ...publication, slot: 'camera' } : publication]
    }
    await comeUnder(toldOfTracks('Cy', asCamera), filmed)
    await expect(cy.tile('Bo').getByText('Can’t be decrypted')).toBeVisible()
    expect(await moves(cy, 'Bo'), gotThrough).toBe(false)
    liar.lies = {}
    await bo.button('Stop sharing').click()
  })
}

interface Publication extends Wire {
  participantId: string
  slot: string
}

/** Somebody is told otherwise of what is published, when they come and afterwards. */
function toldOfTracks(name: string, change: (publication: Publication) => Publication[]): Lies {
  return {
    event(event, line) {
      if (line.name !== name || event.type !== 'published') return [event]
      return change(event['publication'] as Publication).map((publication) => ({ ...event, publication }))
    },
    answer(answer, request, line) {
      const ok = answer['ok'] as Wire
      if (line.name !== name || request['type'] !== 'join') return answer
      return { ...answer, ok: { ...ok, publications: (ok['publications'] as Publication[]).flatMap(change) } }
    },
  }
}

/** Before the page opens: its connections are kept where the test finds them. */
export async function watchConnections({ context }: Person): Promise<void> {
  await context.addInitScript(() => {
    const Real = RTCPeerConnection
    const all: RTCPeerConnection[] = []
    Object.assign(globalThis, { connectionsOfPage: all })
    globalThis.RTCPeerConnection = class extends Real {
      constructor(configuration?: RTCConfiguration) {
        super(configuration)
        all.push(this)
      }
    }
  })
}

/** Every description that the page took from others. */
function describedTo({ page }: Person): Promise<string> {
  return page.evaluate(() => {
    const all = Reflect.get(globalThis, 'connectionsOfPage') as RTCPeerConnection[]
    return all.map(({ remoteDescription }) => remoteDescription?.sdp ?? '').join('\n')
  })
}

import { HeadlessMember } from '../headless/group/member.ts'
import { expect } from './patience.ts'
import type { Person } from '../support/person.ts'
import { Accomplice } from './accomplice.ts'
import { numberOf } from './company.ts'
import { handlesExchanged, listTold } from './lists.ts'
import type { Liar } from './liar.ts'
import { tell } from './tell.ts'

export interface Hosted {
  liar: Liar
  room: string
  secret: string
  host: Person
  guests: [HeadlessMember, HeadlessMember]
}

export async function lieToAHost(hosted: Hosted): Promise<void> {
  await swapWhileShePromotes(hosted)
  await putForgedCommitsInOrder(hosted)
  await breakTheLock(hosted)
  await keepWhomSheRemoves(hosted)
}

async function swapWhileShePromotes({ liar, host, guests }: Hosted): Promise<void> {
  const [bo, cy] = guests
  const line = liar.line(host.name)
  await tell('promotion-swapped', async (gotThrough) => {
    const list = listTold(line)
    liar.lies = {
      request(message) {
        if (message['type'] === 'host.promote') line.tell(handlesExchanged(list, bo.id, cy.id))
        return [message]
      },
    }
    await choose(host, 'Bo', 'Make host')
    await expect.poll(() => [bo.view?.isHost, cy.view?.isHost], { message: gotThrough }).toEqual([true, false])
    liar.lies = {}
    line.tell(list)
  })
}

async function putForgedCommitsInOrder({ liar, room, secret, host, guests }: Hosted): Promise<void> {
  const forge = async (gotThrough: string, commit: (eve: Accomplice) => Promise<void>) => {
    const eve = await Accomplice.come(liar.wsUrl('Eve'), { name: 'Eve', room, secret })
    await expect.poll(() => guests[0].people).toContain('Eve')
    const before = await numberOf(host)
    await commit(eve)
    // Refused by all, it is taken back, and who made it falls out.
    await expect.poll(() => guests[0].people, { message: gotThrough, timeout: 40_000 }).not.toContain('Eve')
    eve.leave()
    const after = await numberOf(host)
    expect(after.sealed, gotThrough).toBe(false)
    expect(after.changes.join(), gotThrough).not.toContain('Stranger')
    return before
  }
  await tell('host-forged', async (gotThrough) => void (await forge(gotThrough, (eve) => eve.commitRules({}))))
  await tell('added-without-secret', async (gotThrough) => {
    await forge(gotThrough, (eve) => eve.commitStranger('Stranger'))
  })
}

async function breakTheLock({ liar, room, secret, host, guests }: Hosted): Promise<void> {
  const lockOnlyInWords = () => {
    liar.lies = {
      request(message, line) {
        if (message['type'] !== 'room.lock') return [message]
        line.answer(message, {})
        return []
      },
    }
  }
  const comes = async (gotThrough: string) => {
    lockOnlyInWords()
    const { digits } = await numberOf(host)
    if (await host.button('Lock room').isVisible()) await host.button('Lock room').click()
    await expect.poll(async () => (await numberOf(host)).sealed).toBe(true)
    const dag = new HeadlessMember(liar.wsUrl('Dag'), { name: 'Dag', room, secret })
    const atDoor = host.button('Let in')
    await expect.poll(async () => (await atDoor.isVisible()) || dag.people.length > 0).toBe(true)
    expect(dag.people, gotThrough).toEqual([])
    await expect(atDoor).toBeVisible()
    expect((await numberOf(host)).digits, gotThrough).toBe(digits)
    return dag
  }
  await tell('lock-unkept', async (gotThrough) => (await comes(gotThrough)).leave())
  await tell('lock-broken', async (gotThrough) => {
    const dag = await comes(gotThrough)
    for (const name of [host.name, ...guests.map((one) => one.name)]) liar.line(name).tell({ type: 'group.lost' })
    // All who were in come together again, in another group.
    const made = () => liar.lines.flatMap(({ asked }) => asked).filter(({ type }) => type === 'group.made').length
    await expect.poll(made, { timeout: 40_000 }).toBe(2)
    await expect.poll(() => guests[0].people, { message: gotThrough, timeout: 40_000 }).toEqual(['Ana', 'Cy'])
    await expect.poll(async () => (await numberOf(host)).sealed, { message: gotThrough }).toBe(true)
    expect(dag.people, gotThrough).toEqual([])
    dag.leave()
  })
}

async function keepWhomSheRemoves({ liar, host, guests }: Hosted): Promise<void> {
  await tell('removal-swallowed', async (gotThrough) => {
    const [bo, cy] = guests
    liar.lies = {
      request(message, line) {
        if (message['type'] !== 'host.remove') return [message]
        line.answer(message, {})
        return []
      },
    }
    const { digits } = await numberOf(host)
    await choose(host, 'Cy', 'Remove')
    await host.page.keyboard.press('Escape')
    await expect.poll(() => bo.people, { message: gotThrough }).toEqual(['Ana'])
    await expect.poll(() => cy.people, { message: gotThrough }).toEqual([])
    expect((await numberOf(host)).digits, gotThrough).not.toBe(digits)
  })
}

/** From somebody’s menu in the list of people. */
async function choose(host: Person, name: string, entry: string): Promise<void> {
  const menu = host.button(`Options for ${name}`)
  if (!(await menu.isVisible()))
    await host.page
      .getByRole('button', { name: /^Participants/ })
      .first()
      .click()
  await menu.click()
  await host.page.getByRole('menuitem', { name: entry, exact: true }).click()
}

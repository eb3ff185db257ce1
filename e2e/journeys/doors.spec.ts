import type { Page } from '@playwright/test'
import { expect, test } from '../support/fixtures.ts'
import { expectMoving } from '../support/media.ts'
import type { Person } from '../support/person.ts'
import type { RunningServer } from '../support/server.ts'
import { signInAs } from '../support/signed-in.ts'

/** Somebody's own room, with the rule chosen; returns its link. */
async function ownRoom(server: RunningServer, page: Page, room: { name: string; rule: string }): Promise<string> {
  await signInAs(server, page, `${room.name.toLowerCase()}@hjem.example`)
  await page.goto(`${server.url}/rooms/new?lang=en`)
  await page.getByLabel('Name of the room').fill(room.name)
  await page.getByRole('button', { name: 'Make the room' }).click()
  const link = await page.getByLabel('Link to send').inputValue()
  await page.getByLabel(room.rule).check()
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByLabel(room.rule)).toBeChecked()
  return link
}

/** The owner comes in from the page they are signed in on. */
async function enterAs(page: Page, name: string, link: string): Promise<void> {
  await page.goto('about:blank')
  await page.goto(link)
  await page.getByRole('textbox', { name: 'Your name' }).fill(name)
  await page.getByRole('button', { name: 'Join', exact: true }).click()
  await expect(page.getByRole('button', { name: 'Leave', exact: true })).toBeVisible()
}

async function knock(person: Person, link: string, message: string): Promise<void> {
  await person.open(link)
  await person.page.getByRole('textbox', { name: 'Your name' }).fill(person.name)
  await person.page.getByRole('textbox', { name: 'Message to the hosts' }).fill(message)
  await person.button('Knock').click()
  await expect(person.page.getByRole('heading', { name: 'Waiting to be let in' })).toBeVisible()
}

/** Everything that a page's sockets got, and every connection to others that it made. */
async function listen(person: Person): Promise<{ texts: string[]; connections(): Promise<number> }> {
  const texts: string[] = []
  person.page.on('websocket', (socket) => socket.on('framereceived', ({ payload }) => texts.push(String(payload))))
  await person.context.addInitScript(() => {
    const Real = RTCPeerConnection
    Object.assign(globalThis, { connectionsMade: 0 })
    globalThis.RTCPeerConnection = class extends Real {
      constructor(configuration?: RTCConfiguration) {
        super(configuration)
        Object.assign(globalThis, { connectionsMade: Number(Reflect.get(globalThis, 'connectionsMade')) + 1 })
      }
    }
  })
  return { texts, connections: () => person.page.evaluate(() => Number(Reflect.get(globalThis, 'connectionsMade'))) }
}

test('MTG-3: at a locked door guests knock in the room’s look; the host lets in, holds and rejects; without a host they are told to wait', async ({
  server,
  page,
  person,
}) => {
  const faults: string[] = []
  page.on('pageerror', (error) => faults.push(String(error)))
  const link = await ownRoom(server, page, { name: 'Clinic', rule: 'Whoever knocks and is let in' })
  const [bo, cy] = [await person('Bo'), await person('Cy')]
  const heard = await listen(bo)
  await knock(bo, link, 'It is Bo, from the choir')
  await expect(bo.page.getByText('No host is here at the moment')).toBeVisible()

  // The host comes, and hears who waits.
  await enterAs(page, 'Olga', link)
  const notice = page.getByRole('alert').filter({ hasText: 'Bo is knocking' })
  await expect(notice).toContainText('It is Bo, from the choir')
  await expect(bo.page.getByText('The hosts see your name')).toBeVisible()
  await page.getByRole('button', { name: 'Hold', exact: true }).click()
  await expect(page.getByRole('status').filter({ hasText: 'Bo is on hold' })).toBeVisible()
  await page.getByRole('button', { name: 'Message', exact: true }).click()
  await page.getByRole('textbox', { name: 'Message', exact: true }).fill('Five minutes, please')
  await page.getByRole('button', { name: 'Send message' }).click()
  await expect(bo.page.getByRole('heading', { name: 'You are on hold' })).toBeVisible()
  await expect(bo.page.getByText('Five minutes, please')).toBeVisible()

  await knock(cy, link, '')
  await page.getByRole('alert').filter({ hasText: 'Cy is knocking' }).getByRole('button', { name: 'Reject' }).click()
  await expect(cy.page.getByRole('heading', { name: 'You were not let in' })).toBeVisible()

  // Until now his browser got nothing of hers, and tried no way to her.
  const atDoor = heard.texts.join('\n')
  expect(await heard.connections()).toBe(0)
  for (const leak of ['p_', 'candidate', 'participants', 'rtpCapabilities', '127.0.0.1', '"mode"'])
    expect(atDoor).not.toContain(leak)
  await page.getByRole('button', { name: 'Participants' }).click()
  await page.getByRole('button', { name: 'Let in' }).click()
  await expect(bo.button('Leave')).toBeVisible()
  await expectMoving(bo.tile('Olga'), 1)
  expect(heard.texts.join('\n')).toContain('"p_')

  // Muted by her, he switches it on again himself.
  await page.getByRole('button', { name: 'Options for Bo' }).click()
  await page.getByRole('menuitem', { name: 'Mute', exact: true }).click()
  await expect(bo.page.getByText('Olga muted you')).toBeVisible()
  await expect(bo.button('Unmute')).toBeVisible()
  await page.getByRole('button', { name: 'Options for Bo' }).click()
  await page.getByRole('menuitem', { name: 'Ask to unmute' }).click()
  await bo.button('Unmute now').click()
  await expect(bo.button('Mute')).toBeVisible()

  await page.getByRole('button', { name: 'Options for Bo' }).click()
  await page.getByRole('menuitem', { name: 'Block' }).click()
  await expect(page.getByRole('dialog')).toContainText('A guest can return under another identity')
  await expect(bo.page.getByRole('heading', { name: 'You cannot come back to this meeting' })).toBeVisible()
  expect([...faults, ...bo.problems, ...cy.problems]).toEqual([])
})

test('MTG-4: the fifth finds a small room full; its owner makes it large, and all five are in within five seconds', async ({
  server,
  page,
  person,
}) => {
  await server.routerReady()
  const link = await ownRoom(server, page, { name: 'Shed', rule: 'Small, up to four' })
  await enterAs(page, 'Olga', link)
  const small = { viewport: { width: 480, height: 400 } }
  const guests = [await person({ name: 'Bo', ...small }), await person({ name: 'Cy', ...small })]
  guests.push(await person({ name: 'Dag', ...small }))
  for (const guest of guests) await guest.enter(link)
  const eli = await person({ name: 'Eli', ...small })
  await eli.open(link)
  await eli.page.getByRole('textbox', { name: 'Your name' }).fill('Eli')
  await eli.button('Join').click()
  await expect(eli.page.getByRole('heading', { name: 'The room is full' })).toBeVisible()
  const offer = page.getByRole('alert').filter({ hasText: 'this small room holds four' })
  // Only its owner is asked.
  for (const guest of guests) await expect(guest.button('Make it large')).toHaveCount(0)
  await offer.getByRole('button', { name: 'Make it large' }).click()
  await expect(eli.button('Leave')).toBeVisible({ timeout: 5_000 })
  await expectMoving(eli.tile('Olga'), 1)
  for (const guest of guests) await expect(guest.tile('Eli')).toBeVisible()
})

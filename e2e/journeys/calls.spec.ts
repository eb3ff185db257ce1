import type { Locator } from '@playwright/test'
import type { Person } from '../support/person.ts'
import { expect, test } from '../support/fixtures.ts'
import { expectAllSeeAll, expectMoving, expectTone } from '../support/media.ts'
import { passThrough } from '../media/disturb.ts'

const names = ['Ana', 'Bo', 'Cy', 'Dag']

/** The mark that says how the call travels. */
function path(person: Person) {
  return person.page.getByRole('button', { name: /^(Direct|Through the router)/ })
}

async function sharesScreen(sharer: Person, others: Person[]): Promise<void> {
  await sharer.button('Share screen').click()
  await Promise.all(others.map((other) => expectMoving(other.tile(`${sharer.name}’s screen`), 2)))
  await sharer.button('Stop sharing').click()
  for (const other of others) await expect(other.tile(`${sharer.name}’s screen`)).toHaveCount(0)
}

function picturesOf(tile: Locator): Promise<number> {
  return tile.locator('video').evaluate((video: HTMLVideoElement) => video.getVideoPlaybackQuality().totalVideoFrames)
}

async function chats(from: Person, to: Person[], text: string): Promise<void> {
  for (const person of [from, ...to]) await openChat(person)
  await from.page.getByRole('textbox', { name: 'Message' }).fill(text)
  await from.button('Send').click()
  for (const person of [from, ...to]) {
    await expect(person.page.getByRole('log', { name: 'Chat messages' })).toContainText(text)
  }
  for (const person of [from, ...to]) await person.page.keyboard.press('Escape')
}

async function openChat(person: Person): Promise<void> {
  if (!(await person.page.getByRole('log', { name: 'Chat messages' }).isVisible())) {
    await person.page.getByRole('button', { name: /^Chat/ }).first().click()
  }
}

test('two, three and four people talk directly', async ({ server, person }) => {
  const url = server.room('kitchen-table')
  const people: Person[] = []
  for (const name of names) {
    const one = await person(name)
    await one.enter(url)
    people.push(one)
    if (people.length > 1) await expectAllSeeAll(people, people.length === 4 ? 5 : 2)
  }
  for (const one of people) await expect(path(one)).toHaveText(/Direct/)
  const [ana, bo, cy, dag] = people as [Person, Person, Person, Person]
  await sharesScreen(ana, [bo, cy, dag])
  await chats(bo, [ana, cy, dag], 'Hei, alle sammen!')
  await dag.button('Leave').click()
  for (const one of [ana, bo, cy]) await expect(one.tile('Dag')).toHaveCount(0)
  await expectAllSeeAll([ana, bo, cy], 2)
  for (const one of people) expect(one.problems).toEqual([])
})

/** Muted and without a picture, and back: as another sees and hears it. */
async function hides(person: Person, from: Person): Promise<void> {
  await person.button('Mute').click()
  await person.button('Turn off camera').click()
  await expect(from.tile(person.name).getByText('Muted')).toBeAttached()
  await expect(from.tile(person.name).getByText('Camera off')).toBeAttached()
}

async function shows(person: Person, to: Person): Promise<void> {
  await person.button('Unmute').click()
  await person.button('Turn on camera').click()
  await expectTone(to.tile(person.name), person.tone)
  await expectMoving(to.tile(person.name), 2)
}

/** Notes on a page whatever a tile says from now on. */
async function noteTile(viewer: Person, name: string): Promise<() => Promise<string>> {
  const note = (label: string) => {
    const heard: string[] = []
    Reflect.set(window, 'saidByTile', heard)
    const look = () => {
      const text = document.querySelector(`[role=group][aria-label="${label}"]`)?.textContent
      if (text && heard.at(-1) !== text) heard.push(text)
    }
    new MutationObserver(look).observe(document.body, { subtree: true, childList: true, characterData: true })
  }
  await viewer.page.evaluate(note, name)
  return () => viewer.page.evaluate(() => String(Reflect.get(window, 'saidByTile')))
}

test('the fifth moves the call to the router, screen and muted ones too, and when one leaves it goes directly again', async ({
  server,
  person,
}) => {
  await server.routerReady()
  const url = server.room('office')
  const people: Person[] = []
  const enter = async (name: string) => {
    const one = await person(name)
    await one.enter(url)
    people.push(one)
    return one
  }
  const [ana, bo, cy, dag] = [await enter('Ana'), await enter('Bo'), await enter('Cy'), await enter('Dag')]
  await expectAllSeeAll(people, 2)
  await hides(bo, ana)
  await shows(bo, ana)
  await hides(bo, ana)
  await cy.button('Share screen').click()
  await expectMoving(ana.tile('Cy’s screen'), 2)

  const eli = await enter('Eli')
  for (const one of people) await expect(path(one)).toHaveText(/Through the router/)
  await Promise.all([ana, bo, dag, eli].map((one) => expectMoving(one.tile('Cy’s screen'), 2)))
  for (const one of [ana, eli]) {
    await expect(one.tile('Bo').getByText('Muted')).toBeAttached()
    await expect(one.tile('Bo').getByText('Camera off')).toBeAttached()
  }
  await shows(bo, eli)
  await expectAllSeeAll(people)
  for (const name of ['Bo', 'Cy', 'Dag', 'Eli']) await expect(ana.tile(name).getByText('Encrypted')).toBeAttached()
  await cy.button('Stop sharing').click()
  for (const one of [ana, bo, dag, eli]) await expect(one.tile('Cy’s screen')).toHaveCount(0)
  await path(ana).click()
  await expect(ana.page.getByText(/cannot open them/)).toBeVisible()
  await ana.page.keyboard.press('Escape')
  await chats(cy, [ana, bo, dag, eli], 'Through the router')

  const frø = await person('Frø')
  await passThrough(frø.page)
  const saidOfFrø = await noteTile(ana, 'Frø')
  await frø.enter(url)
  await expect(ana.tile('Frø').getByText('Can’t be decrypted')).toBeVisible()
  expect(await saidOfFrø()).not.toContain('Encrypted')
  expect(await picturesOf(ana.tile('Frø'))).toBe(0)
  await frø.close()

  await eli.button('Leave').click()
  for (const one of [ana, bo, cy, dag]) await expect(one.tile('Eli')).toHaveCount(0)
  for (const one of [ana, bo, cy, dag]) await expect(path(one)).toHaveText(/Direct/, { timeout: 40_000 })
  await expectAllSeeAll([ana, bo, cy, dag], 2)
  for (const one of people) expect(one.problems).toEqual([])
})

test('with Chromium’s own fake devices, as they come', async ({ server, person }) => {
  const url = server.room('real-devices', 'bare')
  const [ana, bo] = [await person({ name: 'Ana', ownDevices: true }), await person({ name: 'Bo', ownDevices: true })]
  await ana.enter(url)
  await bo.enter(url)
  await expectMoving(ana.tile('Bo'))
  await expectMoving(bo.tile('Ana'))
})

test('try it alone: four test guests, and the path mark changes', async ({ server, person }) => {
  await server.routerReady()
  const ana = await person('Ana')
  await ana.enter(server.room('alone'))
  await ana.button('Try it alone').click()
  for (const guest of ['Test guest 1', 'Test guest 2', 'Test guest 3', 'Test guest 4']) {
    await expect(ana.tile(guest)).toBeVisible({ timeout: 40_000 })
  }
  await expect(path(ana)).toHaveText(/Through the router/)
  for (const guest of ['Test guest 1', 'Test guest 4']) await expectMoving(ana.tile(guest), 3)
  await ana.button('Remove test guests').click()
  await expect(ana.tile('Test guest 1')).toHaveCount(0)
  await expect(path(ana)).toHaveText(/Direct/, { timeout: 40_000 })
})

import type { Person } from '../support/person.ts'
import { expect, test } from '../support/fixtures.ts'
import { expectAllSeeAll, expectMoving, expectTone } from '../support/media.ts'

const names = ['Ana', 'Bo', 'Cy', 'Dag', 'Eli', 'Frø']

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
  for (const name of names.slice(0, 4)) {
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

test('the fifth moves the call to the router, and when one leaves it goes directly again', async ({
  server,
  person,
}) => {
  await server.routerReady()
  const url = server.room('office')
  const people: Person[] = []
  for (const name of names.slice(0, 5)) {
    const one = await person(name)
    await one.enter(url)
    people.push(one)
  }
  await expectAllSeeAll(people)
  const [ana, bo, cy, dag, eli] = people as [Person, Person, Person, Person, Person]
  for (const one of people) await expect(path(one)).toHaveText(/Through the router/)
  await path(ana).click()
  await expect(ana.page.getByText(/decrypted and encrypted again/)).toBeVisible()
  await ana.page.keyboard.press('Escape')

  await sharesScreen(bo, [ana, cy, dag, eli])
  await chats(cy, [ana, bo, dag, eli], 'Through the router')
  await eli.button('Leave').click()
  for (const one of [ana, bo, cy, dag]) await expect(one.tile('Eli')).toHaveCount(0)
  for (const one of [ana, bo, cy, dag]) await expect(path(one)).toHaveText(/Direct/, { timeout: 40_000 })
  await expectAllSeeAll([ana, bo, cy, dag], 2)
  for (const one of people) expect(one.problems).toEqual([])
})

test('muting and turning the camera off are seen and heard, in both modes', async ({ server, person }) => {
  await server.routerReady()
  const url = server.room('quiet')
  const people: Person[] = []
  for (const name of names.slice(0, 2)) people.push(await person(name))
  const [ana, bo] = people as [Person, Person]
  await ana.enter(url)
  await bo.enter(url)
  const seeEachOther = async () => {
    await bo.button('Mute').click()
    await bo.button('Turn off camera').click()
    await expect(ana.tile('Bo').getByText('Muted')).toBeAttached()
    await expect(ana.tile('Bo').getByText('Camera off')).toBeAttached()
    await bo.button('Unmute').click()
    await bo.button('Turn on camera').click()
    await expectTone(ana.tile('Bo'), bo.tone)
    await expectMoving(ana.tile('Bo'), 2)
  }
  await seeEachOther()
  for (const name of names.slice(2, 5)) {
    const one = await person(name)
    await one.enter(url)
  }
  await expect(path(ana)).toHaveText(/Through the router/)
  await expectMoving(ana.tile('Bo'), 2)
  await seeEachOther()
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

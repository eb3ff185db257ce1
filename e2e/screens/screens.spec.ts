import { expect, test } from '../support/fixtures.ts'
import { expectMoving } from '../support/media.ts'
import type { Person } from '../support/person.ts'
import { screen, sizes } from './screen.ts'

test('two, chat and a shared screen', async ({ server, person }) => {
  const url = server.room('kitchen-table')
  const [ana, bo] = [await person('Ana'), await person('Bo')]
  for (const one of [ana, bo]) await one.enter(url)
  await expectMoving(ana.tile('Bo'), 1)
  await screen(ana.page, 'call-two')
  await ana.page.getByRole('button', { name: /^Chat/ }).first().click()
  await ana.page.getByRole('textbox', { name: 'Message' }).fill('Shall we begin?')
  await ana.button('Send').click()
  await screen(ana.page, 'call-chat')
  await ana.page.keyboard.press('Escape')
  await bo.button('Share screen').click()
  await expectMoving(ana.tile('Bo’s screen'), 1)
  await screen(ana.page, 'call-shared-screen')
})

test('five, and what the server knows', async ({ server, person }) => {
  await server.routerReady()
  const url = server.room('office')
  const people: Person[] = []
  for (const name of ['Ana', 'Bo', 'Cy', 'Dag', 'Eli']) {
    const one = await person({ name, viewport: { width: 480, height: 400 } })
    await one.enter(url)
    people.push(one)
  }
  const [ana] = people as [Person]
  for (const name of ['Bo', 'Cy', 'Dag', 'Eli']) await expectMoving(ana.tile(name), 1)
  await screen(ana.page, 'call-five')
  await ana.page.getByRole('button', { name: /^Through the router/ }).click()
  await screen(ana.page, 'call-path')
  await ana.page.getByRole('button', { name: 'What the server knows about this call' }).click()
  await expect(ana.page.getByRole('dialog', { name: 'What the server knows about this call' })).toContainText('office')
  await screen(ana.page, 'call-knowledge')
})

test('the door, and what a host has at hand', async ({ server, person }) => {
  const url = server.room('kitchen-table')
  const [ana, bo] = [await person('Ana'), await person('Bo')]
  await ana.enter(url)
  await ana.button('Lock room').click()
  await bo.open(url)
  await bo.page.getByRole('textbox', { name: 'Your name' }).fill('Bo')
  await bo.button('Join').click()
  await expect(bo.button('Knock')).toBeVisible()
  await screen(bo.page, 'door-locked')
  await bo.page.getByRole('textbox', { name: 'Message to the hosts' }).fill('It is Bo, from the choir')
  await bo.button('Knock').click()
  await expect(bo.page.getByRole('heading', { name: 'Waiting to be let in' })).toBeVisible()
  await screen(bo.page, 'door-waiting')
  await expect(ana.button('Let in')).toBeVisible()
  await screen(ana.page, 'door-knock')
  await ana.page.setViewportSize(sizes.desktop)
  await ana.button('Participants').click()
  await ana.button('Hold').click()
  await ana.button('Message').click()
  await ana.page.getByRole('textbox', { name: 'Message', exact: true }).fill('Five minutes, please')
  await ana.button('Send message').click()
  await expect(bo.page.getByText('Five minutes, please')).toBeVisible()
  await screen(bo.page, 'door-held')
  await ana.button('Let in').click()
  await expectMoving(ana.tile('Bo'), 1)
  await screen(ana.page, 'host-participants')
  await ana.page.getByRole('button', { name: 'Options for Bo' }).click()
  await ana.page.getByRole('menuitem', { name: 'Report' }).click()
  await expect(ana.button('Send report')).toBeVisible()
  await screen(ana.page, 'report')
  await ana.page.keyboard.press('Escape')
  await ana.page.getByRole('button', { name: 'Options for Bo' }).click()
  await ana.page.getByRole('menuitem', { name: 'Remove' }).click()
  await expect(ana.page.getByRole('dialog', { name: 'Bo was removed' })).toBeVisible()
  await screen(ana.page, 'host-removed')
})

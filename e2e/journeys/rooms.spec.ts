import type { Page } from '@playwright/test'
import { expect, test } from '../support/fixtures.ts'
import { signInAs } from '../support/signed-in.ts'

const refused = 'What the fuck'

test('MTG-2: a room is made, its name said to be public, a word refused, and its link works for who is signed out', async ({
  server,
  page,
  person,
}) => {
  await signInAs(server, page, 'kari@hjem.example')
  await page.goto(`${server.url}/rooms?lang=en`)
  await page.getByRole('link', { name: 'Make your first room' }).click()
  await expect(page.getByText('The name is public.')).toBeVisible()
  const name = page.getByLabel('Name of the room')
  await name.fill(refused)
  await page.getByRole('button', { name: 'Make the room' }).click()
  await expect(page.getByRole('alert')).toContainText('There is a word in it')
  await expect(name).toHaveValue(refused)

  await name.fill('Kitchen table')
  await page.getByRole('button', { name: 'Make the room' }).click()
  await expect(page.getByRole('heading', { name: 'kitchen-table' })).toBeVisible()
  const link = await page.getByLabel('Link to send').inputValue()
  expect(link).toMatch(/\/kitchen-table#[\w-]{22}$/)
  // The secret went nowhere, and nothing is kept of it here unless Kari chooses so.
  expect(page.url()).not.toContain('#')
  expect(await page.evaluate(() => JSON.stringify(localStorage))).toBe('{}')
  await page.getByLabel('Keep this link in this browser').check()
  await page.goto(`${server.url}/rooms/kitchen-table?lang=en`)
  await expect(page.getByLabel('Link to send')).toHaveValue(link)

  const guest = await person('Ola')
  await guest.enter(link)
  await guest.button('Leave').click()
  expect(await guest.context.cookies()).toEqual([])

  // Nobody comes in by the name alone, nor by the old link once there is another.
  await guest.open(`${server.url}/kitchen-table`)
  await guest.page.getByRole('textbox', { name: 'Your name' }).fill('Ola')
  await guest.button('Join').click()
  await expect(guest.page.getByText('A link is needed here')).toBeVisible()
  await page.getByRole('button', { name: 'Make a new link' }).click()
  await expect(page.getByLabel('Link to send')).not.toHaveValue(link)
  const newer = await page.getByLabel('Link to send').inputValue()
  await guest.open('about:blank')
  await guest.open(link)
  await guest.page.getByRole('textbox', { name: 'Your name' }).fill('Ola')
  await guest.button('Join').click()
  await expect(guest.page.getByText('This link is an old one')).toBeVisible()
  await guest.open('about:blank')
  await guest.enter(newer)

  // Deleted while he is in it: he is told, and the address is gone at once.
  await page.goto(`${server.url}/rooms/kitchen-table/delete?lang=en`)
  await page.getByRole('button', { name: 'Delete it now' }).click()
  await expect(page.getByText('The room is deleted.')).toBeVisible()
  await expect(guest.page.getByRole('heading', { name: 'This room is gone' })).toBeVisible()
  expect((await page.goto(newer))?.status()).toBe(410)
})

test('MTG-6: logo, background and colours are shown at the door, and a wrong size is refused with the reason', async ({
  server,
  page,
  person,
}) => {
  await signInAs(server, page, 'ola@hjem.example')
  await page.goto(`${server.url}/rooms/new?lang=en`)
  await page.getByLabel('Name of the room').fill('Fjord')
  await page.getByRole('button', { name: 'Make the room' }).click()
  const link = await page.getByLabel('Link to send').inputValue()
  await page.getByRole('link', { name: 'Change how it looks' }).click()

  await page.getByLabel('Picture behind the page').setInputFiles(await picture(page, 400, 300, '#204060'))
  await page.getByRole('button', { name: 'Use this picture' }).last().click()
  await expect(page.getByRole('alert')).toContainText('400 × 300 pixels; it has to be at least 1280 × 720')
  await page.getByLabel('Picture behind the page').setInputFiles(await picture(page, 1600, 900, '#204060'))
  await page.getByRole('button', { name: 'Use this picture' }).last().click()
  await expect(page.getByText('Saved. Whoever comes now sees it.')).toBeVisible()
  await page.getByLabel('Picture of the logo').setInputFiles(await picture(page, 300, 120, '#c03060'))
  await page.getByRole('button', { name: 'Use this picture' }).first().click()
  await expect(page.getByRole('img', { name: 'The picture now' })).toHaveCount(2)

  await page.getByLabel('These').check()
  await page.getByLabel('Buttons and links').fill('#dddddd')
  await page.getByLabel('Behind the page', { exact: true }).fill('#ffffff')
  await page.getByRole('button', { name: 'Save the colours' }).click()
  await expect(page.getByRole('alert')).toContainText('4.5 to 1 is needed')
  await page.getByLabel('Buttons and links').fill('#7a1f5c')
  await page.getByLabel('Behind the page', { exact: true }).fill('#fff4e6')
  await page.getByRole('button', { name: 'Save the colours' }).click()
  await expect(page.getByText('Saved. Whoever comes now sees it.')).toBeVisible()

  const guest = await person('Guest')
  const pictures: string[] = []
  guest.page.on('response', (answer) => {
    if (answer.url().includes('/room-pictures/'))
      pictures.push(`${answer.status()} ${answer.headers()['content-type']}`)
  })
  await guest.open(link)
  const join = guest.button('Join')
  await expect(join).toHaveCSS('background-color', 'rgb(122, 31, 92)')
  await expect.poll(() => pictures.toSorted()).toEqual(['200 image/webp', '200 image/webp'])
})

/** A picture of one colour, as a file. */
async function picture(page: Page, width: number, height: number, colour: string) {
  const url = await page.evaluate(
    (wanted) => {
      const canvas = document.createElement('canvas')
      Object.assign(canvas, { width: wanted.width, height: wanted.height })
      const pen = canvas.getContext('2d')
      if (pen !== null) pen.fillStyle = wanted.colour
      pen?.fillRect(0, 0, wanted.width, wanted.height)
      return canvas.toDataURL('image/png')
    },
    { width, height, colour },
  )
  return { name: 'picture.png', mimeType: 'image/png', buffer: Buffer.from(url.split(',')[1] ?? '', 'base64') }
}

import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { faultsOf } from '../pages/axe.ts'
import { giveAuthenticator } from '../support/authenticator.ts'
import { expect, test } from '../support/fixtures.ts'
import { linkIn, mailOf } from '../support/operator.ts'
import { signInAs } from '../support/signed-in.ts'

const controller = `
controller:
  name: Samtale Drift AS
  address: Havnegata 1, 7010 Trondheim
  country: NO
  email: post@drift.example
  privacyContact: personvern@drift.example
`

/** The default profile of somebody who says who they are: nobody makes an agreement with a stranger. */
function policyFile(): string {
  const profile = readFileSync(path.resolve(import.meta.dirname, '../../profiles/samtale.yaml'), 'utf8')
  const file = path.join(mkdtempSync(path.join(tmpdir(), 'samtale-organisations-')), 'policy.yaml')
  writeFileSync(file, profile + controller)
  return file
}

test.use({ serverOptions: { env: { SAMTALE_POLICY: policyFile() } } })

test('ADM-7: an organisation is made, somebody comes in by mail, and a named person accepts the agreement', async ({
  server,
  page,
  browser,
}) => {
  await giveAuthenticator(page)
  await signInAs(server, page, 'rektor@skole.example')
  await page.goto(`${server.url}/organisations?lang=en`)
  await page.getByRole('link', { name: 'New organisation' }).click()
  await page.getByLabel('Name').fill('Åsen videregående')
  await page.getByRole('button', { name: 'Make organisation' }).click()
  await expect(page.getByText('1 member')).toBeVisible()

  // Nobody administrates with a code in a mail alone.
  await page.getByRole('link', { name: 'Invite somebody' }).click()
  await page.getByRole('button', { name: 'Make a passkey' }).click()
  const goOn = page.getByRole('link', { name: 'Continue' })
  const heading = page.getByRole('heading', { name: 'Invite somebody' })
  await expect(goOn.or(heading).first()).toBeVisible()
  if (await goOn.isVisible()) await goOn.click()
  await expect(heading).toBeVisible()
  await page.getByLabel('E-mail address').fill('vert@skole.example')
  await page.getByRole('radio', { name: /^Member/ }).check()
  await page.getByRole('button', { name: 'Send invitation' }).click()
  await expect(page.getByRole('status')).toContainText('on its way')
  const home = page.url().replace(/\/invitations.*/, '')

  const other = await browser.newContext({ locale: 'en-GB' })
  const guest = await other.newPage()
  const link = linkIn(await mailOf(server, 'organisation.invitation'), '/invitations/')
  await guest.goto(link)
  await expect(guest.getByRole('heading', { name: 'What the organisation will see' })).toBeVisible()
  expect(await faultsOf(guest, 'all')).toEqual([])
  await signInAs(server, guest, 'vert@skole.example')
  await guest.goto(link)
  await guest.getByRole('link', { name: 'Go on' }).click()
  await guest.getByRole('button', { name: 'Accept' }).click()
  await expect(guest.getByText('2 members')).toBeVisible()
  await expect(guest.getByText('rektor@skole.example')).toHaveCount(0)
  await guest.goto(link)
  await expect(guest.getByRole('heading', { name: 'This invitation doesn’t count' })).toBeVisible()

  await page.goto(`${home}?lang=en`)
  await page.getByRole('link', { name: 'Manage vert@skole.example' }).click()
  await page.getByRole('radio', { name: /^Host/ }).check()
  await page.getByLabel('Why').first().fill('Holds the parents’ evenings')
  await page.getByRole('button', { name: 'Change role' }).click()
  await expect(page.getByRole('status')).toContainText('Done')
  await page.getByRole('link', { name: 'Audit log' }).click()
  const log = page.getByRole('listitem').filter({ hasText: 'changed the role of vert@skole.example: Member → Host' })
  await expect(log).toContainText('Holds the parents’ evenings')

  await page.getByRole('link', { name: 'Agreement' }).click()
  await page.getByRole('link', { name: 'To the settings' }).click()
  await page.getByLabel('Legal name').fill('Åsen videregående skole KF')
  await page.getByLabel('Address for questions about privacy').fill('personvern@skole.example')
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByRole('link', { name: 'Agreement' }).click()
  await page.getByLabel('Your full name').fill('Rita Rektor')
  await page.getByLabel('Your position').fill('Head teacher')
  await page.getByRole('checkbox').check()
  await page.getByRole('button', { name: 'Accept the agreement' }).click()
  await expect(page.getByText('A copy is on its way to you')).toBeVisible()
  expect(await mailOf(server, 'organisation.agreement')).toContain('rektor@skole.example')
  await page.getByRole('link', { name: 'Open it alone' }).click()
  await expect(page.getByRole('heading', { name: 'Data processing agreement' })).toBeVisible()
  expect(await faultsOf(page, 'all')).toEqual([])
  await other.close()
})

import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { tried } from '../../../../test/attacks/tried.ts'
import type { Browser } from '../../../../test/accounts/browser.ts'
import { openAccountInstallation, type AccountInstallation } from '../../../../test/accounts/installation.ts'
import { everythingKept } from '../../../../test/accounts/rows.ts'
import { unzip } from '../../../../test/export/unzip.ts'
import { verifyCertificate } from '../../erasure/index.ts'

let at: AccountInstallation

beforeAll(async () => {
  at = await openAccountInstallation()
}, 60_000)
afterAll(() => at.close())

const day = 86_400_000

async function signIn(email: string, browser: Browser = at.browser()): Promise<Browser> {
  at.clock.advance(1_000)
  await browser.post('/sign-in?lang=en', { email })
  await browser.post('/sign-in/code?lang=en', { email, code: await at.codeFor(email) })
  expect((await browser.get('/account?lang=en')).statusCode).toBe(200)
  return browser
}

const mailTo = async (address: string, about: string) =>
  (await at.mails()).findLast(({ to, subject }) => to?.[0]?.address === address && subject?.includes(about)) ?? {
    subject: '',
    text: '',
    headers: [],
  }
const linkIn = (text: string | undefined): string => {
  const found = /https:\/\/skole\.example(\/\S+)/.exec(text ?? '')
  return found?.[1] ?? 'no link'
}

test('every page of the settings is there for who is signed in, marked in the menu, and for nobody else', async () => {
  const browser = await signIn('alle@hjem.example')
  const guest = at.browser()
  for (const path of ['', '/address', '/security', '/devices', '/privacy', '/export', '/delete']) {
    const page = await browser.get(`/account${path}?lang=en`)
    expect([path, page.statusCode]).toEqual([path, 200])
    expect(page.body).toContain('aria-current="page"')
    expect(page.headers['cache-control']).toBe('no-store')
    expect((await guest.get(`/account${path}`)).headers.location).toContain('/sign-in')
  }
  expect(guest.cookies.size).toBe(0)
})

test('the profile keeps what was set, in the language and the looks that were chosen', async () => {
  const browser = await signIn('profil@hjem.example')
  const saved = await browser.post('/account/profile?lang=en', {
    name: ' Kari Nordmann ',
    language: 'sv',
    theme: 'dark',
  })
  expect(saved.headers.location).toBe('/account?lang=sv&saved')
  const page = (await browser.get('/account')).body
  expect(page).toContain('<html lang="sv" data-theme="dark">')
  expect(page).toContain('value="Kari Nordmann"')
  const wrong = await browser.post('/account/profile?lang=en', { name: 'X', language: 'xx', theme: 'pink' })
  expect(wrong.statusCode).toBe(422)
  expect(wrong.body).toContain('value="X"')
})

test('a script in a name stays text wherever it is shown', async () => {
  const browser = await signIn('skript@hjem.example')
  await browser.post('/account/profile', { name: '"><script>alert(1)</script>', language: 'en', theme: 'light' })
  for (const path of ['/account', '/account/privacy', '/account/devices', '/account/delete']) {
    expect((await browser.get(path)).body).not.toContain('<script>alert')
    tried('script that was stored')
  }
})

test('a picture is kept as pixels alone, for its person alone, and goes when it is removed', async () => {
  const [browser, other] = [await signIn('bilde@hjem.example'), await signIn('annen@hjem.example')]
  const canary = 'CANARY-GPS-59.9'
  const sent = await sharp({ create: { width: 400, height: 300, channels: 3, background: 'teal' } })
    .withExif({ IFD0: { Copyright: canary } })
    .jpeg()
    .toBuffer()
  expect((await browser.file('/account/picture?lang=en', 'picture', sent)).statusCode).toBe(303)
  const shown = await browser.get('/account/picture')
  expect(shown.headers).toMatchObject({ 'content-type': 'image/webp', 'x-content-type-options': 'nosniff' })
  expect(shown.headers['content-security-policy']).toBe("default-src 'none'; sandbox")
  expect(shown.rawPayload.includes(canary)).toBe(false)
  expect(await sharp(shown.rawPayload).metadata()).toMatchObject({ format: 'webp', width: 320, height: 320 })
  expect((await other.get('/account/picture')).statusCode).toBe(404)
  expect((await at.browser().get('/account/picture')).statusCode).not.toBe(200)
  await browser.post('/account/picture/remove')
  expect((await browser.get('/account/picture')).statusCode).toBe(404)
})

test.each([
  [
    'SVG',
    Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'),
    'JPEG, PNG, WebP, or GIF',
  ],
  [
    'a page that calls itself a picture',
    Buffer.from('\x89PNG\r\n\x1a\n<script>alert(1)</script>', 'latin1'),
    'can’t be read',
  ],
  ['nothing', Buffer.alloc(0), 'Choose a picture first'],
  ['12 MB', Buffer.alloc(12_000_000), '10\u{a0}MB is the most'],
])('an upload is refused with its reason: %s', async (_name, bytes, reason) => {
  const browser = await signIn('last-opp@hjem.example')
  const answer = await browser.file('/account/picture?lang=en', 'picture', bytes)
  tried('an upload that is too much or something else')
  expect(answer.statusCode).toBe(422)
  expect(answer.body).toContain(reason)
  expect(answer.body).not.toContain('<script>alert')
  expect((await browser.get('/account/picture')).statusCode).toBe(404)
})

test('a page of another site changes nothing', async () => {
  const browser = await signIn('nabo@hjem.example')
  const evil = { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' }
  const forms = [
    '/profile',
    '/picture',
    '/picture/remove',
    '/address',
    '/address/code',
    '/consents',
    '/export',
    '/delete',
  ]
  for (const path of forms)
    expect([path, (await browser.post(`/account${path}`, { sure: 'yes' }, evil)).statusCode]).toEqual([path, 403])
  expect((await browser.get('/account')).statusCode).toBe(200)
})

test('rows A07, N04, P09: the summary is asked for and given up with one press each, with its state and time', async () => {
  const browser = await signIn('oppsummert@hjem.example')
  const off = (await browser.get('/account/privacy?lang=en')).body
  expect(off).toContain('role="switch" aria-checked="false"')
  // What can't be refused says so, and has no switch.
  expect(off).toContain('Mail that always comes')
  expect(off.match(/role="switch"/g)).toHaveLength(1)
  await browser.post('/account/consents?lang=en', { consent: 'digest', given: 'yes' })
  const on = (await browser.get('/account/privacy?lang=en')).body
  expect(on).toContain('role="switch" aria-checked="true"')
  expect(on).toContain('On since')
  await browser.post('/account/consents?lang=en', { consent: 'digest', given: 'yes' })
  await browser.post('/account/consents?lang=en', { consent: 'digest', given: 'no' })
  expect((await browser.get('/account/privacy?lang=en')).body).toContain('Off since')
  await browser.post('/account/consents?lang=en', { consent: 'digest', given: 'yes' })
  expect((await browser.get('/account/privacy?lang=en')).body).toContain('On since')
  for (const consent of ['newsletter', 'nothing', '__proto__']) {
    const { headers } = await browser.post('/account/consents?lang=en', { consent, given: 'yes' })
    expect([consent, headers.location]).toEqual([consent, '/account/privacy?lang=en'])
  }
  expect((await browser.get('/account/privacy?lang=en')).body).not.toContain('Newsletter subscription')
})

test('rows A07, C05: the summary tells numbers of the week, to those who want it, and stops with one press', async () => {
  const email = 'rom@hjem.example'
  const browser = await signIn(email)
  const [account] = (await at.database.for('account').selectFrom('account').select('record_id').execute()).slice(-1)
  const made = await at.rooms.make({ owner: 'account', record: account?.record_id ?? '', name: 'planting', tag: null })
  expect(made.ok).toBe(true)
  await browser.post('/account/consents', { consent: 'digest', given: 'yes' })
  at.clock.advance(5 * day)
  await at.rooms.noteMeeting('planting')
  await at.rooms.noteMeeting('planting')
  await at.rooms.noteMissedKnock('planting')
  const send = () => at.own.digests.send(new AbortController().signal)
  await send()
  expect((await mailTo(email, 'Your rooms')).subject).toBe('')
  at.clock.advance(2 * day + 1_000)
  await send()
  await send()
  const digests = (await at.mails()).filter(
    ({ subject, to }) => subject?.startsWith('Your rooms') && to?.[0]?.address === email,
  )
  expect(digests).toHaveLength(1)
  expect(digests[0]?.text).toContain('planting: 2 meetings, 1 missed knock')
  const header = (name: string) => digests[0]?.headers.find(({ key }) => key === name)?.value ?? ''
  expect(header('list-unsubscribe-post')).toBe('List-Unsubscribe=One-Click')
  const stop = linkIn(header('list-unsubscribe').replaceAll(/[<>]/g, ''))
  const mailProgram = at.browser()
  const pressed = await mailProgram.file(stop, 'List-Unsubscribe', 'One-Click', { 'sec-fetch-site': 'none' })
  expect(pressed.statusCode).toBe(200)
  expect(mailProgram.cookies.size).toBe(0)
  at.clock.advance(7 * day)
  await at.rooms.noteMeeting('planting')
  await send()
  // The one that was sent went with the wish for it.
  expect((await mailTo(email, 'Your rooms')).subject).toBe('')
})

test('rows A10, N08: who of the staff looked stands on the page of whose data it is', async () => {
  const browser = await signIn('sett@hjem.example')
  expect((await browser.get('/account/privacy?lang=en')).body).toContain('Nobody has looked.')
  const people = await at.database
    .for('account')
    .selectFrom('account')
    .select('record_id')
    .orderBy('created_at', 'desc')
    .execute()
  const record = people[0]?.record_id ?? ''
  await at.staffReads.note({ record, by: 'a-9', role: 'operator', why: 'Asked about <b>mail</b>' })
  const page = (await browser.get('/account/privacy?lang=en')).body
  expect(page).toContain('Asked about &lt;b&gt;mail&lt;/b&gt;')
  expect(page).not.toContain('a-9')
  expect((await (await signIn('usett@hjem.example')).get('/account/privacy?lang=en')).body).not.toContain('Asked about')
})

test('rows G01, G11: an export needs no more than being signed in lately, and has everything with the picture', async () => {
  const browser = await signIn('alt@hjem.example')
  await browser.post('/account/profile', { name: 'Alt Mulig', language: 'nb', theme: 'light' })
  const picture = await sharp({ create: { width: 100, height: 100, channels: 3, background: 'red' } })
    .png()
    .toBuffer()
  await browser.file('/account/picture', 'picture', picture)
  const answer = await browser.post('/account/export?lang=nb')
  expect(answer.headers['content-type']).toBe('application/zip')
  expect(answer.headers['content-disposition']).toContain('attachment')
  const files = await unzip(
    (async function* () {
      yield answer.rawPayload
    })(),
  )
  expect(files.get('data.json')).toContain('Alt Mulig')
  expect(files.get('data.json')).toContain('alt@hjem.example')
  const name = [...files.keys()].find((one) => one.startsWith('pictures/account_picture-picture-'))
  expect(files.get('data.json')).toContain(name)
  expect(files.get(name ?? '')?.slice(0, 4)).toBe('RIFF')
  expect(files.get('data.json')).not.toContain('annen@hjem.example')
  at.clock.advance(11 * 60_000)
  expect((await browser.post('/account/export')).headers.location).toContain('/sign-in')
})

test('rows G03, A10: a deletion takes everything at once, closes the rooms, and gives a certificate that is genuine', async () => {
  const email = 'slettes@hjem.example'
  const browser = await signIn(email)
  const elsewhere = await signIn(email)
  await browser.post('/account/profile', { name: 'Canary Slettesen', language: 'en', theme: 'light' })
  const [account] = await at.database
    .for('account')
    .selectFrom('account')
    .select('record_id')
    .orderBy('created_at', 'desc')
    .execute()
  await at.rooms.make({ owner: 'account', record: account?.record_id ?? '', name: 'slettes-her', tag: null })
  expect((await at.rooms.rulesOf('slettes-her')).status).toBe('open')
  expect((await browser.post('/account/delete?lang=en')).statusCode).toBe(422)
  const page = await browser.post('/account/delete?lang=en', { sure: 'yes' })
  expect(page.body).toContain('Your account is deleted')
  expect((await at.rooms.rulesOf('slettes-her')).status).toBe('gone')
  for (const one of [browser, elsewhere]) expect((await one.get('/account')).statusCode).toBe(303)
  const file = Buffer.from(/base64,([A-Za-z0-9+/=]+)"/.exec(page.body)?.[1] ?? '', 'base64').toString('utf8')
  const { findings } = verifyCertificate(file, [at.erasures.publicKey])
  expect(findings).not.toContain('certificate.signature-wrong')
  expect(await everythingKept(at)).not.toContain(account?.record_id)
})

test('a certificate is mailed to whoever asks for it, and the address goes with the mail', async () => {
  const email = 'attest@hjem.example'
  const browser = await signIn(email)
  expect((await browser.get('/account/delete?lang=en')).body).toContain('Send me the certificate by e-mail, too')
  const page = await browser.post('/account/delete?lang=en', { sure: 'yes', mail: 'yes' })
  const shown = Buffer.from(/base64,([A-Za-z0-9+/=]+)"/.exec(page.body)?.[1] ?? '', 'base64').toString('utf8')
  const mail = await mailTo(email, 'Your account is deleted')
  expect(mail.text?.replaceAll(/\s/g, '')).toContain(shown.replaceAll(/\s/g, ''))
  at.clock.advance(2 * 3_600_000)
  await at.work.runDue()
  await at.work.records.apply.due()
  expect((await at.mails()).filter(({ to }) => to?.[0]?.address === email)).toEqual([])
  expect(
    await at.database
      .for('service-notice')
      .selectFrom('mail')
      .select('id')
      .where('kind', '=', 'account.deleted')
      .execute(),
  ).toEqual([])
})

test('row R08: an account that nobody uses for two years is told, kept by one press, and else deleted', async () => {
  const email = 'sovende@hjem.example'
  await signIn(email)
  const kept = await at.database
    .for('account')
    .selectFrom('account')
    .select('record_id')
    .orderBy('created_at', 'desc')
    .execute()
  const account = kept[0]?.record_id ?? ''
  const run = async (days: number) => {
    at.clock.advance(days * day)
    await at.work.records.apply.due()
  }
  await run(705)
  const notice = await mailTo(email, 'we delete')
  expect(notice.text).toContain('press here before that day')
  const link = linkIn(notice.text)
  expect(link).toContain('/account/keep')
  const token = new URLSearchParams(link.split('?')[1]).get('t') ?? ''
  const reader = at.browser()
  expect((await reader.get(`${link}&lang=en`)).body).toContain('Keep my account')
  expect((await reader.post('/account/keep?lang=en', { t: `${token}x` })).statusCode).toBe(410)
  expect((await reader.post('/account/keep?lang=en', { t: token })).body).toContain('Your account stays')
  await run(60)
  expect(await at.work.records.stateOf(account)).toBe('in-use')
  await run(650)
  await run(31)
  expect(await at.work.records.stateOf(account)).toBe(null)
  expect((await reader.post('/account/keep?lang=en', { t: token })).statusCode).toBe(410)
})

import { afterAll, beforeAll, expect, test } from 'vitest'
import { tried } from '../../../test/attacks/tried.ts'
import { everythingKept } from '../../../test/accounts/rows.ts'
import {
  openOrganisationInstallation,
  type OrganisationInstallation,
} from '../../../test/organisations/installation.ts'
import { Personal } from '../../platform/personal.ts'
import { agreementOf } from './agreement/agreement-text.ts'

let at: OrganisationInstallation
beforeAll(async () => {
  at = await openOrganisationInstallation()
}, 60_000)
afterAll(() => at.close())

/** An organisation whose log is looked at again when its time is over. */
let kept = ''
const denied = { code: 'db.purpose-denied' }
const logOf = async (organisation: string) =>
  (await at.audit.list({ organisation }, { page: 1, most: 100 })).acts.map(({ what }) => what)

test('somebody makes an organisation, invites somebody by mail, and they come in once', async () => {
  const owner = await at.person('eier@skole.example', { name: 'Eva Eier' })
  const made = await owner.browser.post('/organisations/new?lang=en', { name: 'Åsen videregående' })
  expect(made.statusCode).toBe(303)
  const home = String(made.headers.location).split('?')[0] ?? ''
  const invited = await owner.browser.post(`${home}/invitations?lang=en`, {
    address: 'ny@skole.example',
    role: 'host',
    language: 'nb',
  })
  expect(invited.statusCode).toBe(303)
  expect((await owner.browser.get(`${home}/invitations?lang=en`)).body).toContain('ny@skole.example')

  const link = await at.linkFor('ny@skole.example')
  const shown = await at.visitor().get(`${link}?lang=en`)
  expect(shown.body).toContain('Eva Eier invites you to Åsen videregående')
  expect(shown.body).toContain('What the organisation will see')
  expect(shown.body).not.toContain('ny@skole.example')
  expect((await at.visitor().get(`${link}/accept?lang=en`)).headers.location).toContain('/sign-in?')

  const guest = await at.person('ny@skole.example', { name: 'Ny Vert', factors: 1 })
  expect((await guest.browser.get(`${link}/accept?lang=en`)).body).toContain('Accept')
  const accepted = await guest.browser.post(`${link}/accept?lang=en`)
  expect(accepted.headers.location).toBe(`${home}?lang=en`)
  const members = await owner.browser.get(`${home}?lang=en`)
  expect(members.body).toContain('Ny Vert')
  expect(members.body).toContain('ny@skole.example')
  // Who doesn't administrate sees names and no addresses.
  expect((await guest.browser.get(`${home}?lang=en`)).body).not.toContain('eier@skole.example')

  const again = await guest.browser.post(`${link}/accept?lang=en`)
  expect(again.statusCode).toBe(404)
  expect((await logOf(home.split('/')[2] ?? '')).toSorted()).toEqual([
    'invitation.sent',
    'member.joined',
    'organisation.made',
  ])
  const log = await owner.browser.get(`${home}/audit?lang=en`)
  expect(log.body).toContain('Ny Vert</strong> joined: Host')
})

test('no role reaches above itself, whatever is sent', async () => {
  const names = ['owner', 'admin', 'host', 'member'] as const
  const people = {
    owner: await at.person('o@stige.example'),
    admin: await at.person('a@stige.example'),
    host: await at.person('h@stige.example'),
    member: await at.person('m@stige.example'),
  }
  const other = await at.person('x@stige.example')
  const id = await at.organisation(people.owner, 'Stige', [
    [people.admin, 'admin'],
    [people.host, 'host'],
    [people.member, 'member'],
  ])
  const foreign = await at.organisation(other, 'Andre')
  const path = (organisation: string, account: string) => `/organisations/${organisation}/members/${account}`
  let attempts = 0
  for (const name of names) {
    const { browser, account } = people[name]
    for (const to of ['owner', 'admin'] as const) {
      if (name === 'owner' || (name === 'admin' && to === 'admin')) continue
      for (const target of [account, people.host.account, people.owner.account]) {
        const answer = await browser.post(`${path(id, target)}/role?lang=en`, {
          role: to,
          why: 'x',
          organisation_id: foreign,
        })
        attempts += 1
        expect([name, to, [403, 404].includes(answer.statusCode)]).toEqual([name, to, true])
      }
    }
    if (name !== 'owner') {
      attempts += 1
      const removed = await browser.post(`${path(id, people.owner.account)}/remove?lang=en`, { why: 'x' })
      expect([name, [403, 404].includes(removed.statusCode)]).toEqual([name, true])
      const invited = await browser.post(`/organisations/${id}/invitations?lang=en`, {
        address: 'z@stige.example',
        role: 'owner',
        language: 'en',
      })
      expect([name, [403, 404].includes(invited.statusCode)]).toEqual([name, true])
    }
    if (name === 'host' || name === 'member') {
      const pages = ['/audit', '/settings', '/invitations', '/agreement']
      for (const page of pages)
        expect([name, page, (await browser.get(`/organisations/${id}${page}`)).statusCode]).toEqual([name, page, 404])
      attempts += pages.length
    }
    // Somebody of one's own isn't reached through another organisation, nor a stranger through one's own.
    expect((await browser.post(`${path(foreign, account)}/role`, { role: 'owner', why: 'x' })).statusCode).toBe(404)
    expect((await browser.get(`${path(id, other.account)}?lang=en`)).statusCode).toBe(404)
    for (const page of ['', '/invitations', '/audit', '/agreement', '/settings', '/delete', '/leave'])
      expect([page, (await browser.get(`/organisations/${foreign}${page}`)).statusCode]).toEqual([page, 404])
    attempts += 10
  }
  expect(attempts).toBeGreaterThan(40)
  tried('an organisation of others, or a role above one’s own', attempts)
  for (const name of names) expect(await at.organisations.roleOf(people[name].account, id)).toBe(name)
})

test('the last owner stays, also where two leave at once', async () => {
  const [one, two] = [await at.person('en@eier.example'), await at.person('to@eier.example')]
  const id = await at.organisation(one, 'Tvillinger', [[two, 'owner']])
  const leave = ({ account }: { account: string }) => at.organisations.members.leave({ organisation: id, by: account })
  expect((await Promise.all([leave(one), leave(two)])).toSorted()).toEqual(['done', 'last-owner'])
  const alone = (await at.organisations.roleOf(one.account, id)) === 'owner' ? one : two
  const lowered = await alone.browser.post(`/organisations/${id}/members/${alone.account}/role?lang=en`, {
    role: 'member',
    why: 'tired',
  })
  expect(lowered.statusCode).toBe(409)
  expect(lowered.body).toContain('keeps an owner')
  expect(await at.organisations.roleOf(alone.account, id)).toBe('owner')
})

const day = 24 * 3_600_000

test('an organisation keeps its log for less time than the policy lets it, and never for more', async () => {
  const owner = await at.person('streng@skole.example')
  // Back, and forth again: codes to sign in with are timed by the system's clock, too.
  at.clock.advance(-31 * day)
  const [id, other] = [await at.organisation(owner, 'Streng'), await at.organisation(owner, 'Som vanlig')]
  const save = (of: string, fields: Record<string, string>) =>
    owner.browser.post(`/organisations/${of}/settings?lang=en`, { name: 'Streng', ...fields })
  const entries = async (of: string) => (await at.audit.list({ organisation: of }, { page: 1, most: 50 })).all
  for (const days of ['30', '3650', '-1', 'x']) expect((await save(id, { logDays: days })).statusCode).toBe(303)
  expect(await at.organisations.get(id)).toMatchObject({ logDays: null, usageDays: null })
  await save(id, { logDays: '30', usageDays: '7' })
  expect(await at.organisations.get(id)).toMatchObject({ logDays: 30, usageDays: 7 })
  expect((await owner.browser.get(`/organisations/${id}/settings?lang=en`)).body).toContain(
    '<option value="30" selected',
  )
  expect([await entries(id), await entries(other)]).toEqual([6, 1])
  at.clock.advance(31 * day)
  await at.organisations.settle()
  expect([await entries(id), await entries(other)]).toEqual([0, 1])
})

test('what people write stays text, in pages, in mail and in the table', async () => {
  const script = '<script>alert(1)</script>'
  const owner = await at.person('xss@skole.example', { name: `${script}"Eva` })
  const id = await at.organisation(owner, `${script}'"&`)
  const formula = '=HYPERLINK("http://evil.example")'
  const settings = await owner.browser.post(`/organisations/${id}/settings?lang=en`, {
    name: `${script} AS`,
    legalName: script,
    privacyContact: '',
    why: formula,
    role: 'x',
    record_id: 'y',
  })
  expect(settings.statusCode).toBe(303)
  for (const page of [
    '',
    '/invitations',
    '/audit',
    '/agreement',
    '/agreement/text',
    '/settings',
    '/leave',
    '/delete',
  ]) {
    const { body, statusCode } = await owner.browser.get(`/organisations/${id}${page}?lang=en`)
    expect([page, statusCode, body.includes(script)]).toEqual([page, 200, false])
  }
  const csv = await owner.browser.post(`/organisations/${id}/audit.csv?lang=en`)
  expect(csv.headers['content-type']).toContain('text/csv')
  expect(csv.body).toContain(`"'=HYPERLINK(""http`)
  const refused = ['http://evil.example', 'Vinn på evil.example/nå', ' ', 'x'.repeat(81)]
  for (const name of refused)
    expect([name, (await owner.browser.post('/organisations/new?lang=en', { name })).statusCode]).toEqual([name, 422])
})

test('another site’s forms change nothing', async () => {
  const owner = await at.person('csrf@skole.example')
  const id = await at.organisation(owner, 'Fremmede')
  const home = `/organisations/${id}`
  for (const url of [
    '/organisations/new',
    `${home}/leave`,
    `${home}/invitations`,
    `${home}/settings`,
    `${home}/delete`,
    `${home}/agreement`,
  ]) {
    const answer = await owner.browser.post(
      url,
      { name: 'Evil', typed: 'Fremmede' },
      { 'sec-fetch-site': 'cross-site' },
    )
    expect([url, answer.statusCode]).toEqual([url, 403])
  }
  expect((await owner.browser.get(`${home}?lang=en`)).statusCode).toBe(200)
})

test('rows A11, S03: the organisation accepts the agreement by a named person, and is asked again when it changes', async () => {
  const owner = await at.person('rektor@skole.example', { name: 'Rita Rektor' })
  const id = await at.organisation(owner, 'Avtaleskolen')
  const path = `/organisations/${id}/agreement`
  const current = at.organisations.agreements.current()
  const given = { version: current.hash, name: 'Rita Rektor', position: 'Rector', authority: 'yes' }
  expect((await owner.browser.post(`${path}?lang=en`, given)).statusCode).toBe(409)
  await owner.browser.post(`/organisations/${id}/settings`, {
    name: 'Avtaleskolen',
    legalName: 'Avtaleskolen KF',
    privacyContact: 'personvern@avtale.example',
  })
  expect((await owner.browser.post(`${path}?lang=en`, { ...given, authority: '' })).statusCode).toBe(422)
  expect((await owner.browser.post(`${path}?lang=en`, { ...given, version: 'another' })).statusCode).toBe(409)
  expect((await owner.browser.post(`${path}?lang=en`, given)).statusCode).toBe(303)
  expect(await at.organisations.agreements.state(id)).toBe('accepted')
  const page = (await owner.browser.get(`${path}?lang=en`)).body
  expect(page).toContain('Rita Rektor')
  const mail = (await at.mails()).findLast(({ to }) => to?.[0]?.address === 'rektor@skole.example')
  expect(mail?.subject).toBe('Data processing agreement: Avtaleskolen KF')
  expect(mail?.text).toContain('When it ends (g)')
  for (const language of ['en', 'nb', 'sv'] as const) {
    const text = JSON.stringify(current.texts[language])
    for (const part of ['(a)', '(b)', '(c)', '(d)', '(e)', '(f)', '(g)', '(h)']) expect(text).toContain(part)
  }
  expect((await owner.browser.get(`${path}/text?lang=nb&version=${current.hash}`)).body).toContain(
    'Databehandleravtale',
  )
  expect((await owner.browser.get(`${path}/text?version=none`)).statusCode).toBe(404)

  // Other words don't ask again; another time that something is kept does, and what was accepted can still be read.
  const members = at.policy.processings['organisation-members']
  if (members === undefined) throw new Error('The default profile has members.')
  const reworded = {
    ...at.policy,
    processings: {
      ...at.policy.processings,
      'organisation-members': { ...members, title: { en: 'Crew', nb: 'Folk', sv: 'Folk' } },
    },
  }
  const longer = { ...members, retention: { ...members.retention, keep: 'P36M' as const } }
  const changed = { ...at.policy, processings: { ...at.policy.processings, 'organisation-members': longer } }
  expect(await at.under(reworded).agreements.state(id)).toBe('accepted')
  expect(await at.under(changed).agreements.state(id)).toBe('changed')
  expect(await at.under(changed).agreements.text(id, current.hash, 'en')).not.toBeNull()
  expect(
    await at.under({ ...at.policy, controller: null }).agreements.accept(
      { organisation: id, by: owner.account },
      {
        version: agreementOf({ ...at.policy, controller: null }).hash,
        name: new Personal('organisation', 'Rita'),
        title: new Personal('organisation', 'x'),
        language: 'en',
      },
    ),
  ).toBe('unnamed')
})

test('row D34: an organisation is deleted with all that is in it', async () => {
  const [owner, guest] = [await at.person('slett@skole.example'), await at.person('gjest2@skole.example')]
  const id = await at.organisation(owner, 'Forbi', [[guest, 'member']])
  await owner.browser.post(`/organisations/${id}/invitations`, {
    address: 'venter@skole.example',
    role: 'member',
    language: 'en',
  })
  expect((await owner.browser.post(`/organisations/${id}/delete?lang=en`, { typed: 'forbi' })).statusCode).toBe(422)
  at.clock.advance(11 * 60_000)
  const stale = await owner.browser.post(`/organisations/${id}/delete?lang=en`, { typed: 'Forbi' })
  expect(stale.headers.location).toContain('/sign-in')
  const log = await owner.browser.post(`/organisations/${id}/audit.csv?lang=en`)
  expect(log.headers.location).toContain(`/sign-in?lang=en&next=${encodeURIComponent(`/organisations/${id}`)}`)
  const fresh = await at.person('slett@skole.example')
  expect((await fresh.browser.post(`/organisations/${id}/delete?lang=en`, { typed: 'Forbi' })).statusCode).toBe(200)
  expect(await everythingKept(at)).not.toContain(`"organisation_id":"${id}"`)
  expect((await guest.browser.get(`/organisations/${id}`)).statusCode).toBe(404)
})

test('members are found by name, a page at a time, and no further', async () => {
  const owner = await at.person('mange@skole.example', { name: 'Mange' })
  const others = []
  for (let one = 0; one < 3; one += 1)
    others.push([await at.person(`m${one}@mange.example`, { name: `Per ${one}` }), 'member'] as const)
  const id = await at.organisation(owner, 'Mange', others)
  const found = await at.organisations.members.list(id, { search: 'per 2', byAddress: false, page: 1, most: 2 })
  expect(found).toMatchObject({ all: 1, members: [{ account: others[2]?.[0].account }] })
  const second = await at.organisations.members.list(id, { search: '', byAddress: false, page: 2, most: 3 })
  expect([second.all, second.members.length]).toEqual([4, 1])
  expect(await at.organisations.make(owner.account, new Personal('organisation', 'En til'))).not.toBeNull()
})

test('who isn’t shown addresses finds nobody by one', async () => {
  const owner = await at.person('skjult@skole.example', { name: 'Siri Sjef' })
  const member = await at.person('vanlig@skole.example', { name: 'Vilde Vanlig' })
  const hidden = await at.person('canary@privat.example', { name: 'Hanne Hemmelig' })
  const id = await at.organisation(owner, 'Skjulte', [
    [member, 'member'],
    [hidden, 'member'],
  ])
  const asWho = async ({ browser }: typeof owner, search: string) =>
    (await browser.get(`/organisations/${id}?lang=en&search=${search}`)).body.includes('Hanne Hemmelig')
  expect(await asWho(owner, 'canary@privat')).toBe(true)
  expect(await asWho(member, 'canary@privat')).toBe(false)
  expect(await asWho(member, 'privat.example')).toBe(false)
  expect(await asWho(member, 'hemmelig')).toBe(true)
})

test('nobody changes the log, and a name that is gone leaves the act', async () => {
  const [owner, admin] = [
    await at.person('logg@skole.example', { name: 'Lise Logg' }),
    await at.person('slutter@skole.example', { name: 'Sara Slutter' }),
  ]
  const id = await at.organisation(owner, 'Logger', [[admin, 'admin']])
  const why = 'because of canary-reason'
  await admin.browser.post(`/organisations/${id}/settings?lang=en`, {
    name: 'Loggere',
    legalName: '',
    privacyContact: '',
    why,
  })
  const db = at.database.for('audit')
  await expect(db.updateTable('audit_act').set({ what: 'member.left' }).execute()).rejects.toMatchObject(denied)
  await expect(db.deleteFrom('audit_act').execute()).rejects.toMatchObject(denied)
  await expect(db.updateTable('audit_person').set({ part: 'about' }).execute()).rejects.toMatchObject(denied)
  await expect(db.deleteFrom('audit_person').execute()).rejects.toMatchObject(denied)
  expect((await owner.browser.get(`/organisations/${id}/audit?lang=en`)).body).toContain(
    'Sara Slutter</strong> changed the settings',
  )
  expect(await everythingKept(at)).not.toContain('canary-reason')

  await at.accounts.erase(admin.account)
  const after = (await owner.browser.get(`/organisations/${id}/audit?lang=en`)).body
  expect(after).toContain('Somebody who has left</strong> changed the settings')
  expect(after).toContain(why)
  expect(await everythingKept(at)).not.toContain(admin.account)
  const gone = await at.organisations.members.list(id, { search: '', byAddress: false, page: 1, most: 10 })
  expect(gone.members.map(({ account }) => account)).toEqual([owner.account])
  kept = id
})

test('without an owner an admin takes over; without one, members are told and it ends a month later', async () => {
  const [one, two, three] = [
    await at.person('forlater@skole.example'),
    await at.person('arver@skole.example'),
    await at.person('blir@skole.example'),
  ]
  const inherited = await at.organisation(one, 'Arvet', [
    [two, 'admin'],
    [three, 'host'],
  ])
  const orphan = await at.organisation(one, 'Foreldreløs', [[three, 'host']])
  const empty = await at.organisation(one, 'Tom')
  await at.accounts.erase(one.account)
  await at.organisations.settle()
  expect(await at.organisations.roleOf(two.account, inherited)).toBe('owner')
  expect(await logOf(inherited)).toContain('member.took-over')
  expect(await at.organisations.roleOf(three.account, orphan)).toBe('host')
  expect(await at.organisations.get(empty)).toBeNull()
  const told = (await at.mails()).filter(
    ({ to, subject }) => to?.[0]?.address === three.email && subject === 'Foreldreløs will be deleted',
  )
  expect(told).toHaveLength(1)
  await at.organisations.settle()
  expect(await at.organisations.get(orphan)).not.toBeNull()
  at.clock.advance(31 * 24 * 3_600_000)
  await at.organisations.settle()
  expect(await at.organisations.get(orphan)).toBeNull()
})

test('what stands in the log is deleted after two years', async () => {
  expect(await logOf(kept)).not.toEqual([])
  at.clock.advance(2 * 366 * 24 * 3_600_000)
  await at.work.records.apply.due()
  expect(await logOf(kept)).toEqual([])
})

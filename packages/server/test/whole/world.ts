import { commands } from '../../src/app/commands.ts'
import { formTo } from './forms.ts'
import { addFactor, signIn, type Somebody } from './people.ts'
import { site, type WholeServer } from './whole-server.ts'

/**
 * Who asks. `member` to `owner` are in the organisation that the routes are asked for; `other-owner` owns another, and
 * rooms of theirs; an operator who is `bare` has shown no second factor.
 */
export type Role =
  | 'nobody'
  | 'stranger'
  | 'member'
  | 'host'
  | 'admin'
  | 'owner'
  | 'other-owner'
  | 'operator'
  | 'bare-operator'
  | 'suspended'

/** For tests: people of every role, and things that are theirs, made through the pages that make them. */
export interface World {
  readonly people: Readonly<Record<Exclude<Role, 'nobody'>, Somebody>>
  /** What stands in a path: of the organisation, its room, its people; and what operators look at. */
  thingsFor(path: string): Readonly<Record<string, string>>
  /** Names and addresses that nobody may read but those whom a route lets through. */
  readonly canaries: readonly string[]
}

const addressOf = (role: Role) => `canary-${role}@hjem.example`
const organisationName = 'Kanariskolen'
const roomName = 'kanarirommet'

export async function fillWorld(whole: WholeServer): Promise<World> {
  const make = (role: Role) => signIn(whole, addressOf(role))
  const owner = await withFactor(await make('owner'))
  const organisation = await newOrganisation(owner, organisationName)
  await newRoom(owner, roomName, organisation)
  const invited = async (role: 'member' | 'host' | 'admin') => {
    const somebody = await make(role)
    if (role === 'admin') await addFactor(somebody)
    await invite(whole, owner, { organisation, role, somebody })
    return somebody
  }
  const [member, host, admin] = [await invited('member'), await invited('host'), await invited('admin')]
  const otherOwner = await withFactor(await make('other-owner'))
  await newRoom(otherOwner, 'et-annet-rom', await newOrganisation(otherOwner, 'Et annet sted'))
  for (const role of ['operator', 'bare-operator'] as const) {
    const { operators } = whole.commands
    if (operators === null) throw new Error('The default profile has accounts.')
    await operators.make(addressOf(role), 'nb')
  }
  const people = {
    ...{ owner, member, host, admin, 'other-owner': otherOwner, stranger: await make('stranger') },
    operator: await withFactor(await make('operator'), '/sign-in/factor/app'),
    'bare-operator': await make('bare-operator'),
  }
  const closed = { ...people, suspended: await suspended(whole, people.operator) }
  const { body } = await owner.browser.get(`/organisations/${organisation}`)
  const things = {
    organisation,
    room: roomName,
    member: /\/members\/([\w-]+)/.exec(body)?.[1] ?? '',
    token: await pendingInvitation(whole, owner, organisation),
    ...{ id: 'none', deed: 'none', picture: 'none', version: '1', key: 'klikk', kind: 'terms', '*': 'none' },
  }
  const seen = [
    ...(await forOperators(whole, people.operator, organisation)),
    { under: '/room-invitations/', things: { token: await roomInvitation(whole, owner) } },
  ]
  const addresses = Object.values(people).map(({ address }) => address)
  return {
    people: closed,
    thingsFor: (path) => ({ ...things, ...seen.find(({ under }) => path.startsWith(under))?.things }),
    canaries: [...addresses, organisationName, 'kanarisaken', 'kanaristua'],
  }
}

/** Somebody whose account an operator has closed. */
async function suspended(whole: WholeServer, operator: Somebody): Promise<Somebody> {
  const somebody = await signIn(whole, addressOf('suspended'))
  const accounts = whole.installation.work.database.for('account').selectFrom('account').select('record_id')
  const { record_id: target } = await accounts.orderBy('created_at', 'desc').executeTakeFirstOrThrow()
  const placed = await operator.browser.post('/admin/suspensions/place', { kind: 'account', target, reason: 'Søppel.' })
  if (placed.statusCode !== 303) throw new Error(`Nobody is suspended: ${placed.statusCode}`)
  return somebody
}

/** What operators look at: a report, a request about somebody's data, a breach. */
async function forOperators(whole: WholeServer, operator: Somebody, organisation: string) {
  const visitor = whole.browser()
  const report = await visitor.json('/api/v1/reports', {
    ...{ room: roomName, where: 'door', reason: 'other', message: 'kanarisaken' },
  })
  const email = 'canary-asking@hjem.example'
  await visitor.post('/rights', { email, right: 'access' })
  const confirm = linkIn(await lastMail(whole, email), '/rights/confirm')
  const { action, fields } = formTo((await visitor.get(confirm)).body, '/rights/confirm')
  await visitor.post(action, fields)
  const { body: requests } = await operator.browser.get('/admin/privacy/requests')
  const request = /\/admin\/privacy\/requests\/([\w-]{11})/.exec(requests)?.[1] ?? ''
  const asked = { 'aware-at': new Date().toISOString(), kind: 'availability', tables: 'account' }
  const breach = await commands['breach.report'].run(whole.commands, asked)
  const id = 'facts' in breach && 'id' in breach.facts ? String(breach.facts.id) : ''
  return [
    { under: '/admin/reports/', things: { reference: String(JSON.parse(report.body).reference) } },
    {
      under: '/admin/privacy/requests/',
      things: { reference: request },
    },
    { under: '/admin/privacy/breaches/', things: { id } },
    { under: '/admin/close/', things: { kind: 'organisation', target: organisation } },
  ]
}

async function pendingInvitation(whole: WholeServer, owner: Somebody, organisation: string): Promise<string> {
  const address = 'canary-invited@hjem.example'
  await owner.browser.post(`/organisations/${organisation}/invitations`, { address, role: 'member', language: 'nb' })
  return tokenIn(await lastMail(whole, address))
}

/** A room of somebody's own, and the secret of an invitation to it. */
async function roomInvitation(whole: WholeServer, owner: Somebody): Promise<string> {
  await newRoom(owner, 'kanaristua', 'mine')
  const address = 'canary-asked@hjem.example'
  await owner.browser.post('/rooms/kanaristua/people', { address, language: 'nb' })
  return /\/room-invitations\/([\w-]+)/.exec((await lastMail(whole, address)).text ?? '')?.[1] ?? 'none'
}

async function withFactor(somebody: Somebody, path?: string): Promise<Somebody> {
  await addFactor(somebody, path)
  return somebody
}

/** Makes an organisation; gives its id. */
async function newOrganisation({ browser }: Somebody, name: string): Promise<string> {
  const made = await browser.post('/organisations/new', { name })
  return /^\/organisations\/([\w-]+)/.exec(String(made.headers.location))?.[1] ?? `none: ${made.statusCode}`
}

async function newRoom({ browser }: Somebody, name: string, owner: string): Promise<void> {
  const { statusCode } = await browser.post('/rooms/new', { name, owner, tag: '' })
  if (statusCode !== 303) throw new Error(`There is no room ${name}: ${statusCode}`)
}

async function invite(
  whole: WholeServer,
  owner: Somebody,
  { organisation, role, somebody }: { organisation: string; role: string; somebody: Somebody },
): Promise<void> {
  const { address, browser } = somebody
  await owner.browser.post(`/organisations/${organisation}/invitations`, { address, role, language: 'nb' })
  const path = `/invitations/${tokenIn(await lastMail(whole, address))}/accept`
  const { action, fields } = formTo((await browser.get(path)).body, path)
  const { statusCode } = await browser.post(action, fields)
  if (statusCode !== 303) throw new Error(`${address} did not come in: ${statusCode}`)
}

async function lastMail(whole: WholeServer, address: string): Promise<{ readonly text?: string | undefined }> {
  return (await whole.mails()).findLast(({ to }) => to?.[0]?.address === address) ?? {}
}

function tokenIn(mail: { readonly text?: string | undefined }): string {
  return /^\/invitations\/([\w-]+)/.exec(linkIn(mail, '/invitations/'))?.[1] ?? 'none'
}

/** The address, from its path on, that a mail's link leads to. */
function linkIn({ text = '' }: { readonly text?: string | undefined }, path: string): string {
  const links = text.match(/https?:\S+/g) ?? []
  return links.find((link) => link.startsWith(site + path))?.slice(site.length) ?? path
}

import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Gate } from '../../src/platform/http/gate.ts'
import { Browser } from '../accounts/browser.ts'
import { listedRoutes, openWholeServer, pathOf, type WholeServer } from '../whole/whole-server.ts'
import { fillWorld, type Role, type World } from '../whole/world.ts'
import { ask, expected, met } from './access.ts'
import { allowedTo, fieldOf } from './field.ts'
import { askOtherwise, forge } from './forgery.ts'
import { reflect, write } from './script.ts'
import { misshape, respell } from './shapes.ts'
import { allTried, tried } from './tried.ts'

let whole: WholeServer
let world: World
/** While it is open, the gate asks for nothing but that somebody is signed in. */
let isOpen = false
beforeAll(async () => {
  whole = await openWholeServer({
    gate: (real): Gate => {
      const openGate: Gate = (request, reply, { fresh: _fresh, ...declaration }) =>
        real(request, reply, { ...declaration, access: 'signed-in' })
      return (request, reply, declaration) => (isOpen ? openGate : real)(request, reply, declaration)
    },
  })
  world = await fillWorld(whole)
}, 240_000)
afterAll(async () => {
  process.stdout.write(`${allTried()}\n`)
  await whole.close()
})

const routes = listedRoutes()
const guarded = routes.filter(({ access }) => !['anyone', 'link', 'this-machine'].includes(access))
const roles = (): Role[] => ['nobody', ...(Object.keys(world.people) as Exclude<Role, 'nobody'>[])]
const browserOf = (role: Role): Browser => (role === 'nobody' ? whole.browser() : world.people[role].browser)

/** What the people of this world have none of: no picture, and no password under the default profile. */
const notHere: readonly string[] = ['GET /account/picture', 'GET /account/password']

/** Words of others in an answer. */
function told(body: string, role: Role): string[] {
  const own = role === 'nobody' ? '' : world.people[role].address
  return world.canaries.filter((canary) => canary !== own && body.includes(canary))
}

test(
  'every route lets through whom its declaration names, and tells nobody else anything',
  { timeout: 120_000 },
  async () => {
    const wrong: unknown[] = []
    for (const route of guarded) {
      for (const role of roles()) {
        const should = expected(route, role)
        // What is let through and changes something is tried elsewhere: by the tests of the feature.
        if (should === 'through' && route.method !== 'GET') continue
        const answer = await ask(browserOf(role), route, world)
        if (should !== 'through') tried('a route that somebody may not ask')
        const did = met(answer, should)
        const isThere = should !== 'through' || !notHere.includes(route.name)
        if (did !== should && isThere) wrong.push([route.name, role, did, answer.statusCode, 'not', should])
        if (answer.statusCode >= 500) wrong.push([route.name, role, answer.statusCode])
        if (should !== 'through' && told(answer.body, role).length > 0) wrong.push([route.name, role, 'tells'])
      }
    }
    expect(wrong).toEqual([])
  },
)

test('once the gate lets everybody through who is signed in, the same attacks read what is others’', async () => {
  isOpen = true
  const wasRead: string[] = []
  try {
    for (const route of guarded.filter(({ method }) => method === 'GET')) {
      if (expected(route, 'stranger') === 'through') continue
      const answer = await ask(browserOf('stranger'), route, world)
      if (met(answer, 'through') === 'through' && answer.statusCode < 500) wasRead.push(route.name)
    }
  } finally {
    isOpen = false
  }
  const all = guarded.filter((route) => route.method === 'GET' && expected(route, 'stranger') !== 'through')
  expect(wasRead.length).toBeGreaterThan(all.length / 2)
})

test('nobody tells a thing of others from one that isn’t there', async () => {
  const wrong: string[] = []
  for (const route of guarded.filter(({ params }) => params.length > 0)) {
    if (expected(route, 'stranger') !== 'nothing') continue
    const [there, not] = [
      await ask(browserOf('stranger'), route, world),
      await ask(browserOf('stranger'), route, nowhere),
    ]
    tried('a thing of others beside one that isn’t there')
    if (there.statusCode !== not.statusCode || plain(there.body) !== plain(not.body)) wrong.push(route.name)
  }
  expect(wrong).toEqual([])
})

test('what can’t be undone asks who showed themselves more than ten minutes ago to do so again, and leads back', async () => {
  const guardedMore = guarded.filter(({ fresh }) => fresh === true)
  expect(guardedMore.length).toBeGreaterThan(10)
  const sessions = whole.installation.work.database.for('account')
  const shownAt = (ago: number) =>
    sessions
      .updateTable('account_session')
      .set({ shown_at: new Date(Date.now() - ago) })
      .execute()
  const pages = new Set(routes.filter(({ answers, method }) => answers === 'page' && method === 'GET').map(pathName))
  const wrong: unknown[] = []
  await shownAt(11 * 60_000)
  try {
    for (const route of guardedMore) {
      const { statusCode, headers } = await ask(browserOf(allowedTo(route)), route, world)
      tried('a session that is too old for what can’t be undone')
      let page = route.path
      while (!pages.has(page)) page = page.slice(0, page.lastIndexOf('/'))
      const next = encodeURIComponent(pathOf({ ...route, path: page }, world.thingsFor(route.path)))
      const to = String(headers.location)
      const isRight = typeof route.answers === 'string' && to.startsWith('/sign-in?') && to.endsWith(`&next=${next}`)
      if (!isRight && statusCode !== 401) wrong.push([route.name, statusCode, to, next])
    }
  } finally {
    await shownAt(0)
  }
  expect(wrong).toEqual([])
})

const pathName = ({ path }: { readonly path: string }) => path

/** Things that nobody made. */
const nowhere: Pick<World, 'thingsFor'> = {
  thingsFor: (path) => Object.fromEntries(Object.keys(world.thingsFor(path)).map((name) => [name, 'ingenting'])),
}

/** A page without its own address in it. */
function plain(body: string): string {
  return body.replace(/href="[^"]*\?lang=\w+"/g, '')
}

test.for([
  ['what other sites send is refused', forge],
  ['only the methods of the table do anything', askOtherwise],
  ['no other spelling of a path leads past the gate', respell],
  ['bodies of other kinds and sizes break nothing', misshape],
  ['nothing in an address becomes script, a way out or a header', reflect],
  ['nothing that is written becomes script, and no field beside a form gives anything', write],
] as const)('%s', { timeout: 240_000 }, async ([, attack]) => {
  const before = await powers()
  expect(await attack(fieldOf(whole, world))).toEqual([])
  expect(await powers()).toEqual(before)
})

/** What each account may do, here and in the organisations of the world. */
async function powers() {
  const { database } = whole.installation.work
  const accounts = database.for('account').selectFrom('account').select(['record_id', 'role'])
  const members = database.for('organisation').selectFrom('organisation_member').select(['record_id', 'role'])
  const { organisation = '' } = world.thingsFor('/')
  return {
    operators: await accounts.where('role', '!=', 'member').orderBy('record_id').execute(),
    members: await members.where('organisation_id', '=', organisation).orderBy('record_id').execute(),
  }
}

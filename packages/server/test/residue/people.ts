import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import PostalMime from 'postal-mime'
import { Personal, reveal } from '../../src/platform/personal.ts'
import type { ServedInstallation } from '../backup/installation.ts'

/** Something that a person does, or that happens to them. */
export type Deed =
  | 'write'
  | 'answer'
  | 'subscribe'
  | 'confirm'
  | 'leave'
  | 'wait'
  | 'request'
  | 'mistake'
  | 'crash'
  | 'be-answered'
  | 'pause'

const deeds: readonly Deed[] = [
  'write',
  'answer',
  'subscribe',
  'confirm',
  'leave',
  'wait',
  'request',
  'mistake',
  'crash',
  'be-answered',
  'pause',
]

/** Random things that random people do; everybody has written once, so that everybody is known. */
export const story = fc.array(fc.record({ who: fc.nat({ max: 2 }), does: fc.constantFrom(...deeds) }), {
  minLength: 8,
  maxLength: 24,
})

/** A person; each value that they give is nowhere else in the world. */
export interface Person {
  readonly address: string
  /** Everything that they said. */
  readonly values: string[]
  /** What they wrote that was taken. */
  readonly letters: string[]
}

export function newPerson(): Person {
  const token = newToken()
  return { address: `${token}@people.example`, values: [token], letters: [] }
}

/** Letters and digits that no encoding has by chance. */
export function newToken(): string {
  const alphabet = 'abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789'
  return `q${[...randomBytes(17)].map((byte) => alphabet[byte % alphabet.length]).join('')}`
}

function say(person: Person): string {
  const token = newToken()
  person.values.push(token)
  return token
}

export interface World {
  readonly server: ServedInstallation
  readonly people: readonly Person[]
  /** Has what is written fail in the database, until it is called again. */
  readonly breakWriting: () => Promise<() => Promise<void>>
}

/** Does one thing, by the pages that everybody has. */
export async function act(world: World, who: number, deed: Deed): Promise<void> {
  const { server, people } = world
  const person = people[who % people.length]
  if (person === undefined) return
  server.clock.advance(20_000)
  await acts[deed](world, person)
  await server.installation.work.runDue()
}

const acts: Readonly<Record<Deed, (world: World, person: Person) => Promise<unknown>>> = {
  write: async ({ server }, person) => {
    const letter = say(person)
    const message = `Hei “${letter}”, å & <b>${say(person)}</b>.\n${'Langt brev. '.repeat(300)}`
    const answer = await server.post('/contact', { email: person.address, name: `Åse ${say(person)}`, message })
    if (answer.status === 200) person.letters.push(letter)
  },
  answer: async ({ server }, person) => {
    const link = await linkTo(server, person, '/contact/thread')
    if (link === null) return
    const letter = say(person)
    const answer = await server.post('/contact/thread', { t: link, message: `Og ${letter}.` })
    if (answer.status === 303) person.letters.push(letter)
  },
  subscribe: ({ server }, person) => server.post('/newsletter', { email: person.address, name: say(person) }),
  confirm: async ({ server }, person) => {
    for (const list of ['/newsletter', '/waiting-list']) {
      const link = await linkTo(server, person, `${list}/confirm`)
      if (link !== null) await server.post(`${list}/confirm?t=${link}`, {})
    }
  },
  leave: async ({ server }, person) => {
    const link = await linkTo(server, person, '/newsletter/leave')
    if (link !== null) await server.post(`/newsletter/leave?t=${link}`, {})
  },
  wait: ({ server }, person) =>
    server.post('/waiting-list', { email: person.address, name: say(person), country: 'NO' }),
  request: async ({ server }, person) => {
    await server.post('/rights', { right: 'access', email: person.address, wish: `Jeg vil ${say(person)}.` })
    await server.installation.work.runDue()
    const link = await linkTo(server, person, '/rights/confirm')
    if (link !== null) await server.post('/rights/confirm', { t: link })
  },
  mistake: async ({ server }, person) => {
    await server.post('/contact', { email: say(person), name: say(person), message: '' })
    await server.post('/newsletter', { email: `${say(person)} at nowhere`, name: say(person) })
    await server.get(`/contact/thread?t=${say(person)}`)
    await server.get(`/newsletter/confirm?t=${say(person)}&email=${say(person)}`)
    await server.post(`/${say(person)}`, { email: say(person) })
  },
  crash: async ({ server, breakWriting }, person) => {
    const mend = await breakWriting()
    await server.post('/contact', { email: person.address, name: say(person), message: say(person) })
    await server.post('/newsletter', { email: person.address, name: say(person) })
    await mend()
  },
  'be-answered': async ({ server }, person) => {
    const { tickets } = server.installation.features.forCommands
    for (const { number } of (await tickets?.list(null, 100)) ?? []) {
      const thread = await tickets?.show(number)
      if (thread === undefined || thread === null || reveal(thread.contact.address) !== person.address) continue
      const text = say(person)
      await tickets?.reply(number, new Personal('correspondence', `Svar: ${text}`))
      person.letters.push(text)
      return
    }
  },
  pause: async ({ server }) => server.clock.advance(3_600_000),
}

/** The last link of a kind that a person was sent. */
async function linkTo(server: ServedInstallation, { address }: Person, place: string): Promise<string | null> {
  const { outbox } = server.installation.work
  for (const { name } of await outbox.list()) {
    const mail = await PostalMime.parse((await outbox.read(name)) ?? '')
    if (!mail.to?.some((to) => to.address?.toLowerCase() === address.toLowerCase())) continue
    const found = new RegExp(`${place}\\?(?:[^\\s"<]*&(?:amp;)?)?t=([^&\\s"<]+)`).exec(`${mail.text}\n${mail.html}`)
    if (found?.[1] !== undefined) return found[1]
  }
  return null
}

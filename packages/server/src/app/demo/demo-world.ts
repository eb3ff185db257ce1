import { lists, type List } from '../../features/lists/index.ts'
import type { RightKind, Scope } from '../../features/rights/index.ts'
import { Personal } from '../../platform/personal.ts'
import type { Clock } from '../../platform/clock.ts'
import type { openInstallation } from '../installation.ts'
import type { SamplePerson } from './sample-people.ts'

type Installation = Pick<Awaited<ReturnType<typeof openInstallation>>, 'work' | 'features'>

export type DemoWorld = ReturnType<typeof createDemoWorld>

const day = 86_400_000
const letters = 'correspondence'
const requests = 'rights-request'

/**
 * What sample people and whoever answers them can do: what everybody can, by the same ways. What the policy in force has
 * nothing to say of doesn't happen.
 */
export function createDemoWorld(installation: Installation, clock: Pick<Clock, 'now'>) {
  return {
    ...withLetters(installation, clock),
    ...withLists(installation),

    /** Asks for a right, and shows by the link in the mail that the address is theirs. */
    asks: async (
      { address, language }: SamplePerson,
      kind: RightKind,
      { wish = null, scope = null }: { wish?: string | null; scope?: Scope | null } = {},
    ): Promise<void> => {
      const { rights } = installation.features.forDemo
      const personal = (text: string) => new Personal(requests, text)
      await rights?.ask({ kind, address: personal(address), wish: wish === null ? null : personal(wish), language })
      const mail = await nextMail(installation, 'rights.confirm')
      if (mail !== null) await rights?.prove(mail.token, scope)
    },
  }
}

function withLetters({ work, features }: Installation, clock: Pick<Clock, 'now'>) {
  const { writers, desk } = features.forDemo
  const references = new Map<SamplePerson, string>()
  return {
    writes: async (person: SamplePerson, message: string): Promise<void> => {
      if (writers === null) return
      const { name, address, language } = person
      const written = {
        address: new Personal(letters, address),
        name: new Personal(letters, name),
        message: new Personal(letters, message),
        language,
      }
      references.set(person, await writers.begin(written))
    },

    answers: async (person: SamplePerson, message: string): Promise<void> => {
      await desk?.reply(references.get(person) ?? '', new Personal(letters, message))
    },

    /** A dispute: what the person wrote is kept for as long as it lasts, by whoever answers for claims. */
    holds: async (person: SamplePerson): Promise<void> => {
      const thread = await desk?.show(references.get(person) ?? '')
      if (thread === null || thread === undefined) return
      await work.database.transaction((transaction) =>
        work.records.facts.hold(transaction, {
          records: [thread.ticket.record_id],
          categories: [letters],
          ground: '17-3-e',
          owner: 'legal',
          reviewBy: new Date(clock.now().getTime() + 60 * day),
        }),
      )
    },
  }
}

function withLists(installation: Installation) {
  const { signUps, isAwake } = installation.features.forDemo
  const entries = new Map<string, string>()
  return {
    signsUp: async (
      key: List['key'],
      { address, language }: SamplePerson,
      { confirms, country = null }: { confirms: boolean; country?: string | null },
    ): Promise<void> => {
      const list = listOf(key)
      if (!isAwake(list)) return
      await signUps.ask(list, { address: new Personal(key, address), name: null, country, language })
      const mail = await nextMail(installation, `${key}.confirm`)
      if (mail === null) return
      entries.set(`${key} ${address}`, mail.record)
      if (confirms) await signUps.confirm(list, mail.token, language)
    },

    /** By the link that stands in every mail of the list. */
    leaves: async (key: List['key'], { address, language }: SamplePerson): Promise<void> => {
      const record = entries.get(`${key} ${address}`)
      if (record === undefined) return
      const link = new URL(signUps.leaveLink(listOf(key), record))
      await signUps.leave(listOf(key), link.searchParams.get('t') ?? '', language)
    },
  }
}

function listOf(key: List['key']): List {
  const list = lists.find((one) => one.key === key)
  if (list === undefined) throw new TypeError(`There is no list ${key}.`)
  return list
}

/** Sends what is due, and gives the newest mail of a kind, by its link. */
async function nextMail({ work: { outbox, runDue } }: Pick<Installation, 'work'>, kind: string) {
  await runDue()
  const file = (await outbox.list()).find((one) => one.kind === kind && one.finished)
  const raw = file === undefined ? null : await outbox.read(file.name)
  if (file === undefined || raw === null) return null
  // The outbox writes mail so that it can be read as it lies there.
  const token = /\?t=([\w.~-]+)/.exec(raw.toString('utf8'))?.[1]
  return token === undefined ? null : { record: file.record, token }
}

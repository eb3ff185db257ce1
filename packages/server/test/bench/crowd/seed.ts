import { openInstallation } from '../../../src/app/installation.ts'
import { readConfig } from '../../../src/platform/config/config.ts'
import { systemClock, type Clock } from '../../../src/platform/clock.ts'
import { createLog } from '../../../src/platform/log.ts'
import { say } from '../../../src/platform/output.ts'
import { makeOrganisations, makePeople, makeRooms } from './people.ts'
import { makeActs, makeMails, makeReports, makeRequests } from './papers.ts'

type Opened = Awaited<ReturnType<typeof openInstallation>>

/** What people and things are put into. */
export interface Installation {
  readonly work: Opened['work']
  readonly policy: Opened['privacy']['policy']
  readonly rights: Opened['features']['forCommands']['rights']
  readonly publicUrl: URL
  readonly clock: Clock & { pass(): void }
  readonly log: ReturnType<typeof createLog>
}

/** How many there are. */
export interface Crowd {
  readonly people: number
  readonly organisations: number
  readonly rooms: number
  readonly papers: number
}

/** Fills an installation by its own stores, so that what is sealed is sealed, and each record has its keys. */
export async function seed(env: Readonly<Record<string, string>>, crowd: Crowd): Promise<void> {
  const log = createLog('error')
  const config = readConfig(env)
  const clock = passingClock()
  const { work, privacy, features, close } = await openInstallation(config, clock, log)
  const { rights, operators } = features.forCommands
  const { publicUrl } = config
  const into: Installation = { work, policy: privacy.policy, rights, publicUrl, clock, log }
  const people = await told('accounts', () => makePeople(into, crowd.people))
  const members = Math.ceil(crowd.people / 5)
  const organisations = await told('organisations', () =>
    makeOrganisations(into, people, { count: crowd.organisations, members }),
  )
  const rooms = { all: crowd.rooms, person: Math.min(500, crowd.rooms / 5), organisation: crowd.rooms / 5 }
  await told('rooms', () => makeRooms(into, [people, organisations], rooms))
  clock.arrive()
  await operators?.make('operator@hjem.example', 'nb')
  await told('acts of operators', () => makeActs(into, people[9] ?? '', crowd.papers))
  await told('reports', () => makeReports(into, crowd.papers))
  await told('mails', () => makeMails(into, people, crowd.papers))
  await told('requests', () => makeRequests(into, Math.ceil(crowd.papers / 5)))
  await close()
}

async function told<Result>(what: string, work: () => Promise<Result>): Promise<Result> {
  const began = performance.now()
  const result = await work()
  say(`${what}: ${((performance.now() - began) / 1_000).toFixed(0)} s`)
  return result
}

/** Half a year ago, and an hour later at each step; then now. */
function passingClock() {
  const [hour, halfYear] = [3_600_000, 182 * 86_400_000]
  let behind = halfYear
  return {
    ...systemClock,
    now: () => new Date(Date.now() - behind),
    pass: () => {
      behind = Math.max(hour, behind - 6 * hour)
    },
    arrive: () => {
      behind = 0
    },
  }
}

import type { Policy } from '@samtale/policy'
import { diffPolicies } from '@samtale/policy/diff'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compile, compiled, ownPolicy } from '../../../../test/privacy/publish.ts'
import { inForceOf, stepOf, upcomingOf, type Step } from './course.ts'
import { announceForUpgrade, decide, type Decision, type Situation } from './decide.ts'
import { effectiveAfter } from './notice.ts'
import type { StoredVersion } from './version.ts'

const day = 86_400_000
const start = new Date('2026-06-01T09:00:00Z')
const text = (en: string) => ({ en, nb: en, sv: en })
const notices = {
  policyChange: { ahead: 'P30D', ways: ['mail', 'site'] },
  requests: { answer: 'P30D', extension: 'P2M' },
  breach: { authority: 'PT72H' },
} as const
const base: Policy = { ...ownPolicy, notices }
const visits = base.processings['web.pages']
if (visits === undefined) throw new Error('the declarations have changed')

/** Files that an operator could write one after another: of other words, of a little more, of what matters. */
const files = {
  plain: base,
  reworded: { ...base, inShort: [text('Other words.')] },
  fuller: { ...base, scope: [text('This covers the service.')] },
  longer: withKept('P30D', base),
  longerReworded: { ...withKept('P30D', base), inShort: [text('Other words.')] },
  longest: withKept('P90D', base),
  sooner: { ...base, notices: { ...notices, policyChange: { ahead: 'P14D', ways: ['mail'] } } },
} as const satisfies Record<string, Policy>
type FileName = keyof typeof files

function withKept(keep: 'P30D' | 'P90D', policy: Policy): Policy {
  if (visits === undefined) return policy
  const retention = { ...visits.retention, keep, cap: { atMost: keep, after: 'closed' } }
  return { ...policy, processings: { ...policy.processings, 'web.pages': { ...visits, retention } } }
}

/** What a database would have: decisions are written into it, and read again at the next start. */
class Archive {
  versions: StoredVersion[] = []

  async open(file: FileName, now: Date, more: Partial<Situation> = {}): Promise<Decision> {
    const wanted = await compiled(files[file])
    const decision = await decide({ versions: this.versions, wanted, compile, alone: false, now, ...more })
    this.write(decision)
    return decision
  }

  write({ add, steps }: Pick<Decision, 'add' | 'steps'>): void {
    for (const { source, ...made } of add) this.versions.push({ ...made, profile: source.profile, steps: [] })
    for (const step of steps) this.step(step)
  }

  step(step: Step): void {
    this.versions = this.versions.map((one) =>
      one.version === step.version ? { ...one, steps: [...one.steps, step] } : one,
    )
  }

  /** Everybody was told of what waits. */
  tell(now: Date): void {
    const [current, coming] = [inForceOf(this.versions), upcomingOf(this.versions)]
    if (current === null || coming === null || stepOf(coming, 'told') !== null) return
    const sides = { before: current.policy, after: coming.policy }
    const planned = stepOf(coming, 'announced')?.effectiveAt ?? now
    const earliest = effectiveAfter(now, { ...sides, diff: diffPolicies(sides.before, sides.after) })
    const effectiveAt = new Date(Math.max(Number(earliest), Number(planned)))
    this.step({ version: coming.version, step: 'told', at: now, effectiveAt, told: 3, unreached: 0 })
  }
}

const later = (days: number) => new Date(start.getTime() + days * day)

test('row R16: what changes materially waits until it was told and its time has come, and the old one is done', async () => {
  const archive = new Archive()
  expect((await archive.open('plain', start)).inForce).toMatchObject({ number: 1, effectiveAt: start })
  const waiting = await archive.open('longer', later(1))
  expect(waiting.inForce).toMatchObject({ number: 1, policy: base })
  expect(upcomingOf(archive.versions)?.version).toBe(2)
  // However long it waits: nobody was told.
  expect((await archive.open('longer', later(100))).inForce.number).toBe(1)
  archive.tell(later(100))
  expect((await archive.open('longer', later(129))).inForce.number).toBe(1)
  expect((await archive.open('longer', later(130))).inForce).toMatchObject({ number: 2, effectiveAt: later(130) })
})

test('row N02: other words and small changes count at once, with an entry of their own', async () => {
  const archive = new Archive()
  await archive.open('plain', start)
  expect((await archive.open('reworded', later(1))).inForce.number).toBe(2)
  expect((await archive.open('fuller', later(2))).inForce.number).toBe(3)
  expect(archive.versions.map((version) => version.class)).toEqual(['first', 'editorial', 'minor'])
  // Back again is a version of its own: what was in force when stays readable.
  expect((await archive.open('plain', later(3))).inForce.number).toBe(4)
})

test('what was announced is withdrawn when the operator goes back, and told anew when they come again', async () => {
  const archive = new Archive()
  await archive.open('plain', start)
  await archive.open('longer', later(1))
  archive.tell(later(1))
  expect((await archive.open('plain', later(20))).inForce.number).toBe(1)
  expect(upcomingOf(archive.versions)).toBeNull()
  expect((await archive.open('longer', later(60))).inForce.number).toBe(1)
  expect(stepOf(upcomingOf(archive.versions) ?? { steps: [] }, 'told')).toBeNull()
})

test('other words for what was told need no telling; more than was told does', async () => {
  const archive = new Archive()
  await archive.open('plain', start)
  await archive.open('longer', later(1))
  archive.tell(later(1))
  await archive.open('longerReworded', later(10))
  expect((await archive.open('longerReworded', later(33))).inForce.policy).toEqual(files.longerReworded)
  await archive.open('longest', later(40))
  expect((await archive.open('longest', later(400))).inForce.policy).toEqual(files.longerReworded)
})

test('on a machine of one’s own with nobody in the database everything counts at once', async () => {
  const archive = new Archive()
  await archive.open('plain', start)
  expect((await archive.open('longest', start, { alone: true })).inForce.policy).toEqual(files.longest)
})

test('a shorter notice is itself told by the longer one', async () => {
  const archive = new Archive()
  await archive.open('plain', start)
  await archive.open('sooner', later(1))
  archive.tell(later(1))
  expect((await archive.open('sooner', later(30))).inForce.number).toBe(1)
  expect((await archive.open('sooner', later(32))).inForce.number).toBe(2)
})

test('a program that does otherwise than the policy in force says is not started; one that says it in other words is', async () => {
  const archive = new Archive()
  await archive.open('plain', start)
  const upgrade =
    (change: (policy: Policy) => Policy): Situation['compile'] =>
    async (file) =>
      compiled(change((await compile(file)).policy))
  const wanted = await compiled(withKept('P90D', { ...base, inShort: [text('New program.')] }))
  const refused = archive.open('plain', later(1), { wanted, compile: upgrade((policy) => withKept('P30D', policy)) })
  await expect(refused).rejects.toMatchObject({ code: 'policy.upgrade-unannounced' })
  const reworded = upgrade((policy) => ({ ...policy, inShort: [text('New program.')] }))
  const { inForce } = await archive.open('plain', later(1), { wanted, compile: reworded })
  expect(inForce.policy).toEqual({ ...base, inShort: [text('New program.')] })
  expect(upcomingOf(archive.versions)).toMatchObject({ version: 3, follows: 2, hash: wanted.hash })
})

test('what another version of the program is to do is announced by this one, which neither does nor withdraws it', async () => {
  const archive = new Archive()
  await archive.open('plain', start)
  const wanted = { ...(await compiled(files.longer)), source: (await compiled(base)).source }
  const announced = await announceForUpgrade({ versions: archive.versions, wanted, now: start })
  archive.write(announced ?? { add: [], steps: [] })
  expect(await announceForUpgrade({ versions: archive.versions, wanted, now: start })).toBeNull()
  archive.tell(later(1))
  // This program goes on, also when the time has come.
  expect((await archive.open('plain', later(90))).inForce.number).toBe(1)
  expect(upcomingOf(archive.versions)?.hash).toBe(wanted.hash)
  const other: Situation['compile'] = async (file) => ({
    ...(await compile(file)),
    ...(await compiled(files.longer)),
  })
  const early = archive.open('plain', later(20), { wanted, compile: other })
  await expect(early).rejects.toMatchObject({ message: expect.stringContaining('It is announced, for 2026-07-02') })
  const { inForce } = await archive.open('plain', later(90), { wanted, compile: other })
  expect(inForce).toMatchObject({ number: 2, policy: files.longer })
  expect(await announceForUpgrade({ versions: archive.versions, wanted, now: start })).toBeNull()
})

test('rows R16 and N02: whatever is written, told and restarted, what is in force was announced long enough before, unless it is no material change', async () => {
  const move = fc.oneof(
    fc.record({ kind: fc.constant('open' as const), file: fc.constantFrom(...(Object.keys(files) as FileName[])) }),
    fc.record({ kind: fc.constant('tell' as const) }),
    fc.record({ kind: fc.constant('wait' as const), days: fc.integer({ min: 1, max: 40 }) }),
  )
  let entered = 0
  await fc.assert(
    fc.asyncProperty(fc.array(move, { minLength: 3, maxLength: 25 }), async (moves) => {
      const archive = new Archive()
      let now = start
      let before = (await archive.open('plain', now)).inForce
      for (const one of moves) {
        if (one.kind === 'wait') now = new Date(now.getTime() + one.days * day)
        else if (one.kind === 'tell') archive.tell(now)
        else {
          const { inForce } = await archive.open(one.file, now)
          const diff = diffPolicies(before.policy, inForce.policy)
          if (diff.class === 'material') {
            entered += 1
            const version = archive.versions.find(({ version: number }) => number === inForce.number)
            const told = stepOf(version ?? { steps: [] }, 'told')
            expect(told).not.toBeNull()
            const sides = { before: before.policy, after: inForce.policy, diff }
            expect(Number(now)).toBeGreaterThanOrEqual(Number(effectiveAfter(told?.at ?? now, sides)))
          }
          // Asked again without any change, the same is in force.
          expect((await archive.open(one.file, now)).inForce).toEqual(inForce)
          before = inForce
        }
      }
    }),
    { numRuns: 200 },
  )
  expect(entered).toBeGreaterThan(0)
})

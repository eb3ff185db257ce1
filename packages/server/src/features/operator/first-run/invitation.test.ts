import { expect, test } from 'vitest'
import { createTestClock } from '../../../../test/test-clock.ts'
import { createFirstRunLink } from './invitation.ts'

function setUp(operators: string[] = []) {
  const clock = createTestClock()
  return { clock, operators, link: createFirstRunLink(async () => operators.length > 0, clock) }
}

test('rows N08, N10: the link opens once, for whoever has all of its secret', async () => {
  const { link, operators } = setUp()
  const secret = (await link.invite()) ?? ''
  expect(secret).toMatch(/^[\w-]{32}$/)
  for (const guess of ['', secret.slice(0, -1), `${secret}A`, secret.toUpperCase(), 'x'.repeat(32)])
    expect(await link.opens(guess)).toBe(false)
  expect(await link.opens(secret)).toBe(true)
  expect(await link.use(secret, async () => operators.push('first') === 1)).toBe(true)
  expect(await link.opens(secret)).toBe(false)
  expect(await link.use(secret, async () => operators.push('second') === 2)).toBe(false)
  expect(operators).toEqual(['first'])
})

test('of many who come at once with the same link, one gets in', async () => {
  const { link, operators } = setUp()
  const secret = (await link.invite()) ?? ''
  const take = (name: string) =>
    link.use(secret, async () => {
      await Promise.resolve()
      return operators.push(name) > 0
    })
  const outcomes = await Promise.all(Array.from({ length: 20 }, (_, index) => take(`operator ${index}`)))
  expect(outcomes.filter((came) => came)).toHaveLength(1)
  expect(operators).toHaveLength(1)
})

test('it lapses after an hour, is of no use where somebody runs the installation, and stays where it failed', async () => {
  const { link, clock, operators } = setUp()
  const secret = (await link.invite()) ?? ''
  expect(await link.use(secret, async () => false)).toBe(false)
  await expect(link.use(secret, () => Promise.reject(new Error('no database')))).rejects.toThrow('no database')
  expect(await link.opens(secret)).toBe(true)
  operators.push('made in a terminal')
  expect([await link.opens(secret), await link.invite()]).toEqual([false, null])
  operators.pop()
  clock.advance(3_600_000)
  expect(await link.opens(secret)).toBe(false)
})

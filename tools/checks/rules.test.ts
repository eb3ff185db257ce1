import { expect, test } from 'vitest'
import { found } from './plant.ts'
import { unheldRules } from './rules.ts'

const spec = '## Join\n\n- **J1** One.\n- **J2** Two.\n- **J3** Three.\n'
const place = 'packages/server/test/join.test.ts'

test('a rule without a test is named, and a test of no rule', async () => {
  const text = "test('J1 one', () => {})\ntest('J2, J9 two', () => {})\n// test('J3 three')\n"
  expect(await found((files) => unheldRules(spec, files), { [place]: text })).toEqual([
    'packages/protocol/SPEC.md: no test holds rule J3',
    `${place}: a test cites rule J9, which SPEC.md doesn't have`,
  ])
})

test('titles of tests made from a table count too', async () => {
  const text =
    "test('J1 and J2 both', () => {})\ntest.for([1])('not this', () => {})\ntest.concurrent('J3 x', () => {})\n"
  expect(await found((files) => unheldRules(spec, files), { [place]: text })).toEqual([])
})

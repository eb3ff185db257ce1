import { expect, test } from 'vitest'
import { folderCycles } from './folder-cycles.ts'
import { found } from './plant.ts'

const web = 'packages/web/src'

test('tells a circle of three folders once, with the imports that make it', async () => {
  const circles = await found(folderCycles, {
    [`${web}/a/one.ts`]: "import '../b/two.ts'\n",
    [`${web}/b/two.ts`]: "\nimport '../c/three.ts'\n",
    [`${web}/c/three.ts`]: "import '../a/four.ts'\n",
    [`${web}/a/four.ts`]: 'export const four = 4\n',
  })
  expect(circles).toEqual([
    `${web}/a → ${web}/b → ${web}/c → ${web}/a\n` +
      `    ${web}/a/one.ts:1 imports ${web}/b/two.ts\n` +
      `    ${web}/b/two.ts:2 imports ${web}/c/three.ts\n` +
      `    ${web}/c/three.ts:1 imports ${web}/a/four.ts`,
  ])
})

import { expect, test } from 'vitest'
import { brokenBorders } from './borders.ts'
import { found } from './plant.ts'

const nothing = 'export const nothing = 0\n'
const feature = 'packages/server/src/features'

test.for([
  {
    planted: 'a package that may import nothing of ours',
    files: { 'packages/policy/src/a.ts': "import { x } from '@samtale/protocol'\n" },
    says: 'packages/policy/src/a.ts:1 → @samtale/protocol: policy may not import protocol',
  },
  {
    planted: 'the web app imports the server',
    files: { 'packages/web/src/a.tsx': "\nimport type { x } from '@samtale/server'\n" },
    says: 'packages/web/src/a.tsx:2 → @samtale/server: web may not import server',
  },
  {
    planted: 'the compiler of policies on another page than its own',
    files: {
      'packages/web/src/features/start/a.ts': "import { x } from '@samtale/policy'\n",
      'packages/web/src/features/policies/a.ts': "import { x } from '@samtale/policy'\n",
    },
    says: 'packages/web/src/features/start/a.ts:1 → @samtale/policy: web may not import policy here',
  },
  {
    planted: 'a package of others in the protocol',
    files: { 'packages/protocol/src/a.ts': "export { x } from 'fastify'\n" },
    says: 'packages/protocol/src/a.ts:1 → fastify: protocol may import zod only',
  },
  {
    planted: 'a file of another package by its path',
    files: {
      'packages/client/src/a.ts': "const b = await import('../../protocol/src/b.ts')\n",
      'packages/protocol/src/b.ts': nothing,
    },
    says: 'packages/client/src/a.ts:1 → packages/protocol/src/b.ts: another package is imported by its name',
  },
  {
    planted: 'the platform imports a feature',
    files: {
      'packages/server/src/platform/a.ts': "import { nothing } from '../features/rooms/index.ts'\n",
      [`${feature}/rooms/index.ts`]: nothing,
    },
    says: `packages/server/src/platform/a.ts:1 → ${feature}/rooms/index.ts: platform may not import features`,
  },
  {
    planted: 'a feature imports the inside of another',
    files: {
      [`${feature}/chat/a.ts`]: "import { nothing } from '../rooms/store.ts'\n",
      [`${feature}/rooms/store.ts`]: nothing,
    },
    says: `${feature}/chat/a.ts:1 → ${feature}/rooms/store.ts: a feature is imported by its door, features/rooms/index.ts`,
  },
])('says which arrow is wrong: $planted', async ({ files, says }) => {
  expect(await found(brokenBorders, files)).toEqual([says])
})

test('lets pass what goes with the arrows', async () => {
  const files = {
    'packages/protocol/src/index.ts': "import { z } from 'zod/mini'\nexport const nothing = z\n",
    'packages/server/src/app/app.ts': "import { nothing } from '../features/chat/index.ts'\n",
    [`${feature}/chat/index.ts`]: "import { nothing } from '../rooms/index.ts'\nimport { b } from './b.ts'\n",
    [`${feature}/chat/b.ts`]: "// import { nothing } from '../rooms/store.ts'\n",
    [`${feature}/rooms/index.ts`]:
      "import { nothing } from '@samtale/protocol'\nimport p from '../../platform/ids.ts'\n",
    'packages/server/src/platform/ids.ts': nothing,
  }
  expect(await found(brokenBorders, files)).toEqual([])
})

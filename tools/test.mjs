// `npm test`: prepares what is missing, on whatever Node there is, and runs every test on the project's own.
// `npm test -- checks`, `unit` or `e2e` runs one group; what follows goes to its runner: `npm test -- unit protocol`.
import path from 'node:path'
import { runCommand } from './prepare/failure.mjs'
import { ownNode, root } from './prepare/paths.mjs'
import { prepare } from './prepare/prepare.mjs'
import { runInForeground } from './prepare/run.mjs'

await runCommand(async () => {
  await prepare(root, { webApp: false })
  const args = [path.join(root, 'tools/test/main.ts'), ...process.argv.slice(2)]
  return runInForeground(path.join(root, ownNode), args, { cwd: root })
})

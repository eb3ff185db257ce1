// `npm start`: prepares what is missing and then runs the server.
// Plain JavaScript without dependencies: it also runs on an older Node, before anything is installed.
import path from 'node:path'
import { runCommand } from './prepare/failure.mjs'
import { ownNode, root } from './prepare/paths.mjs'
import { prepare } from './prepare/prepare.mjs'
import { runInForeground } from './prepare/run.mjs'

await runCommand(async () => {
  await prepare(root)
  const args = [path.join(root, 'packages/server/src/main.ts'), ...process.argv.slice(2)]
  return runInForeground(path.join(root, ownNode), args, { cwd: root })
})

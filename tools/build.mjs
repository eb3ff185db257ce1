// `npm run build`: everything that `npm start` needs, without starting.
import { runCommand } from './prepare/failure.mjs'
import { root } from './prepare/paths.mjs'
import { prepare } from './prepare/prepare.mjs'

await runCommand(async () => {
  await prepare(root)
  return 0
})

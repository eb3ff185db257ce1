import path from 'node:path'
import { dependenciesFit, installDependencies } from './dependencies.mjs'
import { isLocked, withLock } from './lock.mjs'
import { bringOwnNode, ownNodeRuns } from './own-node.mjs'
import { buildWebApp, webAppFits } from './web-app.mjs'

/**
 * Makes the project ready to run: dependencies, its own Node and, unless told otherwise, the built web app.
 * Does only what is missing, and can be stopped and repeated at any point.
 * @param {string} root
 * @param {{ webApp?: boolean }} [options]
 * @throws {import('./failure.mjs').SetupFailure}
 */
export async function prepare(root, { webApp = true } = {}) {
  const lock = path.join(root, '.preparing')
  const isReady = () => dependenciesFit(root) && ownNodeRuns(root) && (!webApp || webAppFits(root))
  if (!isLocked(lock) && isReady()) return
  await withLock(
    lock,
    async () => {
      if (!dependenciesFit(root)) await installDependencies(root)
      if (!ownNodeRuns(root)) await bringOwnNode(root)
      if (webApp && !webAppFits(root)) await buildWebApp(root)
    },
    () => process.stderr.write('Another command is preparing this folder; waiting for it …\n'),
  )
}

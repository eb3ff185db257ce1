import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { readEntries } from './dependencies.mjs'
import { SetupFailure, failureFrom } from './failure.mjs'
import { ownNode, systemEnvironment } from './paths.mjs'
import { step } from './progress.mjs'
import { run } from './run.mjs'

/**
 * Whether the Node that the project brings is there, runs, and has the locked version.
 * @param {string} root
 */
export function ownNodeRuns(root) {
  const wanted = readEntries(path.join(root, 'package-lock.json'))?.['node_modules/node']?.version
  const asked = spawnSync(path.join(root, ownNode), ['--version'], { encoding: 'utf8' })
  return asked.status === 0 && asked.stdout.trim() === `v${wanted}`
}

/**
 * Lets npm's `node` package fetch the binary for this machine: the one install script that runs, by name.
 * @param {string} root
 */
export async function bringOwnNode(root) {
  await step('Bringing the project’s own Node', async () => {
    const args = ['rebuild', 'node', '--ignore-scripts=false']
    const { code, said } = await run('npm', args, { cwd: root, env: systemEnvironment() })
    if (ownNodeRuns(root)) return
    throw code === 0 ? new SetupFailure('setup.node-missing', said) : failureFrom(said, 'setup.node-missing')
  })
}

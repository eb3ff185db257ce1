import { fileURLToPath } from 'node:url'
import path from 'node:path'

/** The folder of the whole project. */
export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..')

/** The Node that the project brings, by npm's `node` package; it need not be there yet. */
export const ownNode = path.join('node_modules', '.bin', 'node')

/**
 * The environment for programs that we start: no `node_modules/.bin` on PATH, so that npm, when it replaces
 * `node_modules`, doesn't run on the Node that it is about to remove.
 * @param {NodeJS.ProcessEnv} env
 */
export function systemEnvironment(env = process.env) {
  const entries = (env['PATH'] ?? '').split(path.delimiter)
  const kept = entries.filter((entry) => !entry.includes(`node_modules${path.sep}`))
  return { ...env, PATH: kept.join(path.delimiter) }
}

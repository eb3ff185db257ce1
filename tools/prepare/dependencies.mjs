import { readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { SetupFailure, failureFrom } from './failure.mjs'
import { step } from './progress.mjs'
import { systemEnvironment } from './paths.mjs'
import { run } from './run.mjs'

/**
 * @typedef {{ version?: string, integrity?: string, resolved?: string, link?: boolean, optional?: boolean, devOptional?: boolean }} LockEntry
 * @typedef {Record<string, LockEntry>} LockEntries
 */

const oldestNode = 18
const oldestNpm = 9

/**
 * Whether `node_modules` holds what `package-lock.json` says, by npm's own record of what it installed.
 * npm writes that record last, and we remove it before an install, so an interrupted install never fits.
 * @param {string} root
 */
export function dependenciesFit(root) {
  const wanted = readEntries(path.join(root, 'package-lock.json'))
  const have = readEntries(recordOf(root))
  return wanted !== undefined && have !== undefined && recordFits(wanted, have)
}

/**
 * @param {LockEntries} wanted
 * @param {LockEntries} have
 */
export function recordFits(wanted, have) {
  const places = Object.keys(wanted).filter((place) => place !== '')
  return (
    places.every((place) => isSame(wanted[place], have[place])) &&
    Object.keys(have).every((place) => wanted[place] !== undefined)
  )
}

/**
 * Installs exactly what the lock file says. Install scripts stay off (.npmrc).
 * @param {string} root
 */
export async function installDependencies(root) {
  const env = systemEnvironment()
  await checkTools(root, env)
  await step('Installing dependencies', async (tell) => {
    rmSync(recordOf(root), { force: true })
    let fetched = 0
    const onLine = (/** @type {string} */ line) => {
      if (!line.includes(' http ')) return line.startsWith('npm warn')
      if (line.includes('.tgz')) tell(`${++fetched} packages fetched`)
      return true
    }
    const args = ['ci', '--include=dev', '--loglevel=http', '--no-progress']
    const { code, said } = await run('npm', args, { cwd: root, env, onLine })
    if (code !== 0) throw failureFrom(said, 'setup.install-failed')
  })
}

/**
 * @param {string} root
 * @param {NodeJS.ProcessEnv} env
 */
async function checkTools(root, env) {
  if (majorOf(process.versions.node) < oldestNode) throw new SetupFailure('setup.node-old', process.version)
  const { code, said } = await run('npm', ['--version'], { cwd: root, env })
  if (code !== 0) throw new SetupFailure('setup.npm-missing', said)
  if (majorOf(said) < oldestNpm) throw new SetupFailure('setup.npm-old', `npm ${said}`)
}

/** @param {string} version */
function majorOf(version) {
  return Number(version.trim().split('.')[0])
}

/** @param {string} root */
function recordOf(root) {
  return path.join(root, 'node_modules', '.package-lock.json')
}

/**
 * @param {string} file
 * @returns {LockEntries | undefined}
 */
export function readEntries(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages
  } catch {
    return undefined
  }
}

/**
 * Packages for other systems are optional and stay away; everything else must be there as it was locked, and our own
 * packages must ask for what they asked for then.
 * @param {LockEntry | undefined} wanted
 * @param {LockEntry | undefined} have
 */
function isSame(wanted, have) {
  if (have === undefined) return wanted?.optional === true || wanted?.devOptional === true
  if (wanted?.integrity === undefined) return isDeepStrictEqual(have, wanted)
  return have.version === wanted?.version && have.integrity === wanted?.integrity
}

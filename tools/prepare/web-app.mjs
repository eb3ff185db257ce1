import { createHash } from 'node:crypto'
import { existsSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { SetupFailure } from './failure.mjs'
import { ownNode } from './paths.mjs'
import { step } from './progress.mjs'
import { run } from './run.mjs'

/** What the web app is built from; tests and built files don't count. */
const inputs = [
  'package-lock.json',
  'tsconfig.base.json',
  'packages/web',
  'packages/client/src',
  'packages/policy/src',
  'packages/protocol/src',
]
const leftOut = /^(node_modules|dist|dist-next|dist-last)$|\.test\.tsx?$/

/**
 * Whether the built web app was built from the files as they are now.
 * @param {string} root
 */
export function webAppFits(root) {
  const stamp = stampIn(folders(root).built)
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === fingerprint(root)
}

/**
 * Builds the web app beside the old one and then puts it in place, so that what is served is always whole.
 * @param {string} root
 */
export async function buildWebApp(root) {
  const { built, next, last } = folders(root)
  await step('Building the web app', async () => {
    const from = fingerprint(root)
    rmSync(next, { recursive: true, force: true })
    const args = [
      path.join(root, 'node_modules/vite/bin/vite.js'),
      'build',
      '--outDir',
      next,
      '--emptyOutDir',
      '--logLevel',
      'warn',
    ]
    const { code, said } = await run(path.join(root, ownNode), args, { cwd: path.join(root, 'packages/web') })
    if (code !== 0) throw new SetupFailure('setup.web-build-failed', said)
    writeFileSync(stampIn(next), from)
    rmSync(last, { recursive: true, force: true })
    if (existsSync(built)) renameSync(built, last)
    renameSync(next, built)
    rmSync(last, { recursive: true, force: true })
  })
}

/** @param {string} root */
function folders(root) {
  const web = path.join(root, 'packages/web')
  return { built: path.join(web, 'dist'), next: path.join(web, 'dist-next'), last: path.join(web, 'dist-last') }
}

/** @param {string} folder */
function stampIn(folder) {
  return path.join(folder, '.built-from')
}

/**
 * One hash over the names and contents of all inputs.
 * @param {string} root
 */
export function fingerprint(root) {
  const hash = createHash('sha256')
  for (const file of inputs.flatMap((input) => filesUnder(root, input))) {
    hash
      .update(`${file}\0`)
      .update(readFileSync(path.join(root, file)))
      .update('\0')
  }
  return hash.digest('hex')
}

/**
 * @param {string} root
 * @param {string} place a file or folder, from the root
 * @returns {string[]}
 */
function filesUnder(root, place) {
  const entries = listFolder(path.join(root, place))
  if (entries === undefined) return existsSync(path.join(root, place)) ? [place] : []
  return entries
    .filter((entry) => !leftOut.test(entry))
    .flatMap((entry) => filesUnder(root, path.posix.join(place, entry)))
}

/** @param {string} folder */
function listFolder(folder) {
  try {
    return readdirSync(folder).sort()
  } catch {
    return undefined
  }
}

import { mkdirSync, readFileSync, rmdirSync, statSync, unlinkSync, utimesSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import { setTimeout as sleep } from 'node:timers/promises'

const heartbeatMs = 2_000
const staleAfterMs = 30_000
const askAgainMs = 300

/**
 * Does `work` while no other process of this project does such work: a file that its holder touches every two seconds.
 * A lock whose holder is gone, or wasn't heard of for thirty seconds, is taken over.
 * @template T
 * @param {string} file
 * @param {() => Promise<T>} work
 * @param {() => void} [onWait] called once when somebody else holds the lock
 * @returns {Promise<T>}
 */
export async function withLock(file, work, onWait = () => {}) {
  for (let waited = false; !take(file); waited = true) {
    if (!waited) onWait()
    await sleep(askAgainMs)
  }
  const heartbeat = setInterval(() => touch(file), heartbeatMs)
  const release = () => ignoreMissing(() => unlinkSync(file))
  process.once('exit', release)
  try {
    return await work()
  } finally {
    clearInterval(heartbeat)
    process.off('exit', release)
    release()
  }
}

/**
 * Whether a living process holds the lock.
 * @param {string} file
 */
export function isLocked(file) {
  const holder = ignoreMissing(() => ({ text: readFileSync(file, 'utf8'), at: statSync(file).mtimeMs }))
  return holder !== undefined && !isStale(holder)
}

/** @param {string} file */
function take(file) {
  if (create(file)) return true
  if (isLocked(file)) return false
  // Only one process at a time may clear a stale lock away; otherwise a second could clear the first one's new lock.
  const clearing = `${file}.clearing`
  if (!ignoreExisting(() => mkdirSync(clearing))) {
    const since = ignoreMissing(() => statSync(clearing).mtimeMs)
    if (since !== undefined && Date.now() - since > staleAfterMs) ignoreMissing(() => rmdirSync(clearing))
    return false
  }
  if (!isLocked(file)) ignoreMissing(() => unlinkSync(file))
  const taken = create(file)
  ignoreMissing(() => rmdirSync(clearing))
  return taken
}

/** @param {string} file */
function create(file) {
  return ignoreExisting(() => writeFileSync(file, `${process.pid} ${os.hostname()}`, { flag: 'wx' }))
}

/** @param {{ text: string, at: number }} holder */
function isStale({ text, at }) {
  const [pid, host] = text.split(' ')
  if (Date.now() - at > staleAfterMs) return true
  return host === os.hostname() && !isAlive(Number(pid))
}

/** @param {number} pid */
function isAlive(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return codeOf(error) === 'EPERM'
  }
}

/** @param {string} file */
function touch(file) {
  const now = new Date()
  ignoreMissing(() => utimesSync(file, now, now))
}

/**
 * @template T
 * @param {() => T} work
 */
function ignoreMissing(work) {
  try {
    return work()
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error
    return undefined
  }
}

/** @param {() => void} work */
function ignoreExisting(work) {
  try {
    work()
    return true
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error
    return false
  }
}

/** @param {unknown} error */
function codeOf(error) {
  return error instanceof Error && 'code' in error ? error.code : undefined
}

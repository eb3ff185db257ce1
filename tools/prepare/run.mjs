import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'

/**
 * @typedef {object} RunOptions
 * @property {string} cwd
 * @property {NodeJS.ProcessEnv} [env]
 * @property {(line: string) => boolean} [onLine] sees every line; true keeps the line out of `said`
 */

const headLines = 6
const tailLines = 8
const sameSignalMs = 1_000

/**
 * Runs a program without letting it write to the terminal, and keeps the first and the last lines it said.
 * Ends the program when this process is asked to end.
 * @param {string} command
 * @param {string[]} args
 * @param {RunOptions} options
 * @returns {Promise<{ code: number, said: string }>} code 127 where the program doesn't exist
 */
export function run(command, args, { cwd, env = process.env, onLine = () => false }) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] })
    /** @type {string[]} */
    const said = []
    /** @param {string} line */
    const keep = (line) => {
      if (!onLine(line)) said.push(line)
      if (said.length > headLines + tailLines) said.splice(headLines, 1)
    }
    for (const stream of [child.stdout, child.stderr]) createInterface({ input: stream }).on('line', keep)
    const release = endWith(child)
    child.on('error', (error) => {
      release()
      resolve({ code: 127, said: String(error) })
    })
    child.on('close', (code) => {
      release()
      resolve({ code: code ?? 1, said: said.join('\n') })
    })
  })
}

/**
 * Runs a program in the foreground, with our terminal, and gives its exit code (128 + signal where a signal ended it).
 * @param {string} command
 * @param {string[]} args
 * @param {{ cwd: string, env?: NodeJS.ProcessEnv, stop?: AbortSignal }} options `stop` asks the program to end
 * @returns {Promise<number>}
 */
export function runInForeground(command, args, { cwd, env = process.env, stop }) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, env, stdio: 'inherit' })
    stop?.addEventListener('abort', () => child.kill('SIGTERM'))
    const release = forwardSignals(child)
    child.on('error', reject)
    child.on('exit', (code, signal) => {
      release()
      resolve(code ?? 128 + (signal === null ? 0 : (signalNumbers[signal] ?? 0)))
    })
  })
}

/** @type {Partial<Record<NodeJS.Signals, number>>} */
const signalNumbers = { SIGHUP: 1, SIGINT: 2, SIGKILL: 9, SIGSEGV: 11, SIGTERM: 15 }

/**
 * Hands signals on, each once: npm hands on what it gets too, and a second signal would end the server at once. In a
 * terminal the kernel already gives Ctrl-C to every program of the group, so that one stays.
 * Also ends the program when the npm that runs us is gone: killed outright, it can't tell.
 * @param {import('node:child_process').ChildProcess} child
 */
function forwardSignals(child) {
  const npm = process.env['npm_lifecycle_event'] === undefined ? undefined : process.ppid
  const watch = setInterval(() => {
    if (npm === undefined || process.ppid === npm) return
    clearInterval(watch)
    child.kill('SIGTERM')
  }, 1_000)
  let handedOn = 0
  const unlisten = listen((signal) => {
    if (Date.now() - handedOn < sameSignalMs || (signal === 'SIGINT' && process.stdin.isTTY)) return
    handedOn = Date.now()
    child.kill(signal)
  })
  return () => {
    clearInterval(watch)
    unlisten()
  }
}

/**
 * Ends a helper program, and then this process, when we are asked to end.
 * @param {import('node:child_process').ChildProcess} child
 */
function endWith(child) {
  return listen((signal) => {
    child.kill('SIGTERM')
    child.once('close', () => process.exit(128 + (signalNumbers[signal] ?? 0)))
  })
}

/** @param {(signal: NodeJS.Signals) => void} listener */
function listen(listener) {
  const signals = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])
  for (const signal of signals) process.on(signal, listener)
  return () => {
    for (const signal of signals) process.off(signal, listener)
  }
}

import { spawn } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import type { Check, Outcome } from './mutation.ts'

const longestMs = 240_000
const bin = (root: string, name: string): string => path.join(root, 'node_modules/.bin', name)

/** Runs a program in a copy, with the Node that runs this and nothing of the caller's settings of Samtale. */
export function run(
  cwd: string,
  command: string,
  args: readonly string[],
  more: { env?: Record<string, string>; endsWhen?: RegExp; longestMs?: number } = {},
): Promise<Outcome> {
  const own = Object.entries(process.env).filter(
    ([name]) => !/^(SAMTALE_|DATABASE_URL|KEYS_DATABASE_URL|VITEST)/.test(name),
  )
  const searchPath = `${path.dirname(process.execPath)}${path.delimiter}${process.env['PATH'] ?? ''}`
  const env = { ...Object.fromEntries(own), NO_COLOR: '1', PATH: searchPath, ...more.env }
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] })
    let output = ''
    let isThere = false
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (part: Buffer) => {
        output += stripVTControlCharacters(part.toString())
        if (isThere || more.endsWhen?.test(output) !== true) return
        isThere = true
        child.kill('SIGKILL')
      })
    }
    const limit = setTimeout(() => child.kill('SIGKILL'), more.longestMs ?? longestMs)
    const end = (code: number | null): void => {
      clearTimeout(limit)
      resolve({ passed: isThere || code === 0, output })
    }
    child.on('error', (error) => {
      output += error.message
      end(1)
    })
    child.on('close', end)
  })
}

/** The compiler, on one of the packages. */
export function types(project: string): Check {
  return {
    name: `types of ${project}`,
    run: ({ root }) => {
      const known = path.join(root, 'node_modules', `.${path.basename(project)}.tsbuildinfo`)
      return run(root, bin(root, 'tsc'), ['-p', project, '--incremental', '--tsBuildInfoFile', known])
    },
  }
}

/** The compiler, on one file of the server that is planted, with what it imports and what stands beside it. */
export function typesOfPlanted(place: string): Check {
  return {
    name: `types of ${place}`,
    run: ({ root }) => {
      const config = path.join(root, 'packages/server/tsconfig.planted.json')
      const include = [place, 'packages/server/src/features/lists/tables.ts'].map((one) => path.join(root, one))
      writeFileSync(config, JSON.stringify({ extends: './tsconfig.json', include }))
      return run(root, bin(root, 'tsc'), ['-p', config])
    },
  }
}

/** One file of tests, which may be planted; of them those whose title has the words, if given. */
export function tests(file: string, words?: string): Check {
  const named = words === undefined ? [] : ['-t', words]
  return {
    name: `tests in ${file}${words === undefined ? '' : `: ${words}`}`,
    run: ({ root }) => run(root, bin(root, 'vitest'), ['run', '--passWithNoTests', file, ...named]),
  }
}

/** Our own checks: borders between folders, and what may be used where. */
export const ownChecks: Check = {
  name: 'tools/checks',
  run: ({ root }) => run(root, process.execPath, ['tools/checks/main.ts']),
}

/** What is said of the rows of the policies, against profiles and tests. */
export const coverage: Check = {
  name: 'tools/coverage',
  run: ({ root }) => run(root, process.execPath, ['tools/coverage/main.ts']),
}

/** What in a regular expression stands for the text itself. */
export function literally(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}

import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { callOf, lies, onlyOne, type Lie } from '../../../../e2e/liar/table.ts'
import { literally, run } from '../../checks.ts'
import type { Check, Family, Mutation } from '../../mutation.ts'

const longestMs = 900_000

/** The web app as the copy has it, built, and told lies by its server in Chromium: all of them, or the one chosen. */
const liesInChromium: Check = {
  name: 'lies told to the web app in Chromium',
  run: async ({ root }) => {
    const bin = path.join(root, 'node_modules/.bin')
    const built = await run(path.join(root, 'packages/web'), path.join(bin, 'vite'), ['build'])
    if (!built.passed) return built
    const chosen = path.join(root, onlyOne)
    const one = existsSync(chosen) ? ['-g', literally(callOf(readFileSync(chosen, 'utf8')))] : []
    const args = ['test', '-c', 'e2e/playwright.config.ts', 'liar/lies', ...one]
    return run(root, path.join(bin, 'playwright'), args, { longestMs })
  },
}

/** Without the check that it meets, a lie gets through. */
function believed({ id, does, without }: Lie): Mutation {
  return {
    name: `${id}: ${does}`,
    change: (copy) => {
      for (const [place, from, to] of without) copy.replace(place, from, to)
      copy.write(onlyOne, id)
    },
    check: liesInChromium,
    expects: new RegExp(`got through: ${id}`),
  }
}

/** A server that lies to pages. Each is tried in Chromium, with a web app that is built without the check. */
export const lyingServer: Family = {
  name: 'attacks: a server that lies (liar)',
  mutations: lies.filter(({ without }) => without.length > 0).map(believed),
}

// `npm run dev`: the server, restarted when its files change, and the web app, reloaded when they change.
import path from 'node:path'
import { runCommand } from './prepare/failure.mjs'
import { ownNode, root } from './prepare/paths.mjs'
import { prepare } from './prepare/prepare.mjs'
import { runInForeground } from './prepare/run.mjs'

const webPort = '5173'

await runCommand(async () => {
  await prepare(root, { webApp: false })
  const node = path.join(root, ownNode)
  process.stdout.write(`The web app of this working copy: http://localhost:${webPort}\n`)
  const server = ['--watch', path.join(root, 'packages/server/src/main.ts'), ...process.argv.slice(2)]
  const web = [path.join(root, 'node_modules/vite/bin/vite.js'), '--port', webPort, '--strictPort']
  const stop = new AbortController()
  /** Whichever of the two ends takes the other along. @param {string[]} args @param {string} cwd */
  const alongside = async (args, cwd) => {
    const code = await runInForeground(node, args, { cwd, stop: stop.signal })
    stop.abort()
    return code
  }
  const codes = await Promise.all([alongside(server, root), alongside(web, path.join(root, 'packages/web'))])
  return Math.max(...codes)
})

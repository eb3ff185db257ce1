import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { run } from './checks.ts'
import type { Check } from './mutation.ts'

const controller = `controller:
  name: Eksempel AS
  address: Storgata 1, 0155 Oslo
  country: NO
  email: post@eksempel.example
  privacyContact: privacy@eksempel.example
`

/** `samtale policy check` on the default profile, which somebody answers for. */
export const policyCheck: Check = {
  name: 'samtale policy check',
  run: async ({ root }) => {
    const file = path.join(root, 'answered-for.yaml')
    const text = readFileSync(path.join(root, 'profiles/samtale.yaml'), 'utf8')
    writeFileSync(file, text.replace('inShort:', `${controller}inShort:`))
    return run(root, process.execPath, ['packages/server/src/cli.ts', 'policy', 'check', file])
  },
}

/**
 * A start of the server, until it tells where it is. The database is embedded and made once: later starts begin with a
 * copy of it.
 */
export const start: Check = {
  name: 'start of the server',
  run: async ({ root }) => {
    const made = path.join(root, 'data-made')
    const data = path.join(root, 'data-now')
    rmSync(data, { recursive: true, force: true })
    if (existsSync(made)) cpSync(made, data, { recursive: true })
    else mkdirSync(data)
    const ready = existsSync(made) ? /https?:\/\/localhost:\d+/ : undefined
    const env = {
      SAMTALE_PORT: '0',
      SAMTALE_HOST: '127.0.0.1',
      SAMTALE_DATA_DIR: data,
      SAMTALE_CACHE_DIR: path.join(root, 'cache'),
      SAMTALE_MEDIA_PORT: '0',
    }
    const outcome = await run(root, process.execPath, ['packages/server/src/main.ts'], {
      env,
      endsWhen: ready ?? /https?:\/\/localhost:\d+/,
    })
    if (outcome.passed && ready === undefined) cpSync(data, made, { recursive: true })
    return outcome
  },
}

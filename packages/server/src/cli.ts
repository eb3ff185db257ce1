import { fileURLToPath } from 'node:url'
import { workerSettings } from '../media-worker/settings.ts'
import { databaseFolder } from './app/privacy.ts'
import { findingsAsJson, findingsAsText, runDoctor } from './features/doctor/index.ts'
import { processEnvironment, readConfig } from './platform/config/config.ts'
import { StartupError } from './platform/startup-error.ts'

const help = `samtale <command> [--json]

  doctor   look at everything that a server of this configuration needs

Settings come from the environment; docs/configuration.md lists them.
`

const root = fileURLToPath(new URL('../../..', import.meta.url))

/** The operator's tool. Exit code 0: well; 1: something to mend; 2: the call makes no sense. */
async function main([command, ...options]: readonly string[]): Promise<number> {
  const unknown = options.find((option) => option !== '--json')
  if (command === 'help' || command === '--help') return say(help, 0)
  if (command !== 'doctor' || unknown !== undefined)
    return complain(`${unknown ?? command ?? 'no command'}: not known\n\n${help}`)
  return doctor(options.includes('--json'))
}

async function doctor(json: boolean): Promise<number> {
  const config = readConfig(processEnvironment())
  const findings = await runDoctor({
    config,
    root,
    databaseFolder: databaseFolder(config),
    migrations: fileURLToPath(new URL('../migrations', import.meta.url)),
    worker: { ...workerSettings(processEnvironment()), cacheDir: config.cacheDir },
    now: new Date(),
  })
  return say(
    json ? findingsAsJson(findings) : findingsAsText(findings),
    findings.some(({ level }) => level === 'fail') ? 1 : 0,
  )
}

function say(text: string, code: number): number {
  process.stdout.write(text)
  return code
}

function complain(text: string): number {
  process.stderr.write(text)
  return 2
}

try {
  process.exitCode = await main(process.argv.slice(2))
} catch (error) {
  if (!(error instanceof StartupError)) throw error
  process.exitCode = complain(`${error.message}\n  ${error.nextStep} [${error.code}]\n`)
}

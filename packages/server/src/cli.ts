import { fileURLToPath } from 'node:url'
import { workerSettings } from '../media-worker/settings.ts'
import { restoreInstallation, restoreUsage } from './app/backup.ts'
import { compilePolicyFile } from './app/compile-policy.ts'
import { isOperation, operate, operationsHelp } from './app/operate.ts'
import { compiledPolicyText, databaseFolder } from './app/policy.ts'
import { certificateHelp, verifyCertificateFile } from './app/verify-certificate.ts'
import { findingsAsJson, findingsAsText, runDoctor } from './features/doctor/index.ts'
import { policyHelp, runPolicyTool } from './features/policy-tool/index.ts'
import { systemClock } from './platform/clock.ts'
import { readConfig } from './platform/config/config.ts'
import { processEnvironment } from './platform/environment.ts'
import { CommandRefused } from './platform/control/command.ts'
import { StartupError } from './platform/startup-error.ts'

const help = `samtale <command> [--json]

  doctor   look at everything that a server of this configuration needs
  restore ${restoreUsage.help}
${policyHelp}
${certificateHelp}
${operationsHelp()}
Settings come from the environment; docs/configuration.md lists them.
`

const root = fileURLToPath(new URL('../../..', import.meta.url))

/** The operator's tool. Exit code 0: well; 1: something to mend; 2: the call makes no sense. */
async function main([command, ...options]: readonly string[]): Promise<number> {
  const unknown = options.find((option) => option !== '--json')
  if (command === 'help' || command === '--help') return say(help, 0)
  if (command !== undefined && isOperation([command, ...options])) return operation([command, ...options])
  if (command === 'policy') return policy(options)
  if (command === 'restore') return restoring([command, ...options])
  if (command === 'certificate' && options[0] === 'verify') return certificate(options.slice(1))
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

async function policy(words: readonly string[]): Promise<number> {
  if (words[0] === 'compiled') return say(await compiledPolicyText(readConfig(processEnvironment()), systemClock), 0)
  const { policyFile, publicUrl } = readConfig(processEnvironment())
  const now = new Date()
  const { text, code } = await runPolicyTool(words, {
    compile: (file) => compilePolicyFile(file, now.toISOString().slice(0, 10)),
    profiles: fileURLToPath(new URL('../../../profiles', import.meta.url)),
    own: policyFile,
    site: publicUrl,
    now,
  })
  return code === 2 ? complain(text) : say(text, code)
}

async function restoring(words: readonly string[]): Promise<number> {
  return printing(() =>
    restoreInstallation(
      readConfig(processEnvironment()),
      words.filter((word) => word !== '--json'),
      new Date(),
    ),
  )
}

async function operation(words: readonly string[]): Promise<number> {
  return printing(() =>
    operate(
      readConfig(processEnvironment()),
      words.filter((word) => word !== '--json'),
    ),
  )
}

async function certificate(words: readonly string[]): Promise<number> {
  const given = words.filter((word) => word !== '--json')
  return printing(
    () => verifyCertificateFile(readConfig(processEnvironment()), given),
    ({ right }) => right,
  )
}

/** Facts are printed as JSON, which people read too. */
async function printing<Facts extends object>(
  facts: () => Promise<Facts>,
  isWell: (told: Facts) => boolean = () => true,
): Promise<number> {
  try {
    const told = await facts()
    return say(`${JSON.stringify(told, null, 2)}\n`, isWell(told) ? 0 : 1)
  } catch (error) {
    if (!(error instanceof CommandRefused)) throw error
    process.stderr.write(`${error.message} [${error.code}]\n`)
    return 1
  }
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

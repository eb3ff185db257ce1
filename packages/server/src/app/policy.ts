import path from 'node:path'
import { isError, policyFacts } from '@samtale/policy'
import {
  asCompiled,
  assertEncrypted,
  assertMayServePublicly,
  compilePolicy,
  compiler,
  controllerSecret,
  isOwnMachine,
  lookForPolicy,
  publishPolicy,
  readPolicyFile,
  refuseContradictions,
  type Compile,
  type PolicyContext,
  type PolicyFile,
  type PublishedPolicy,
} from '../features/privacy/index.ts'
import type { Clock } from '../platform/clock.ts'
import type { Config } from '../platform/config/config.ts'
import type { Database } from '../platform/db/database.ts'
import type { Log } from '../platform/log.ts'
import { installationSecret } from '../platform/seals/installation-secret.ts'
import type { Seals } from '../platform/seals/seals.ts'
import { withBrowserStorage } from './browser-storage.ts'
import { openAppDatabase, type DatabaseTables } from './database.ts'
import { openKeys } from './keys.ts'
import { declarations } from './personal-data.ts'

/** The policy in force, with the database and the keys under it. */
export interface OpenPolicy {
  readonly published: PublishedPolicy
  readonly database: Database<DatabaseTables>
  readonly seals: Seals
  /** How much of a policy that is tried out on one's own machine was refused: that is neither said nor done. */
  readonly refused: number
  /** Whether what the operator's file asks for takes effect at once, whatever it is. */
  readonly alone: boolean
  /** What the operator's commands work with. */
  readonly forCommands: PolicyContext
  close(): Promise<void>
}

/** Where the embedded database lies. */
export function databaseFolder(config: Pick<Config, 'dataDir'>): string {
  return path.join(config.dataDir, 'db')
}

/**
 * Opens the database for the policy in force: the operator's, or while that waits the one before. Who is served is asked
 * of both, so that neither is put before strangers with a contradiction or without somebody who answers.
 * @throws StartupError `policy.*`, `controller.identity.missing`, `db.*`, `keys.*`
 */
export async function openPolicy(config: Config, clock: Clock, log: Log): Promise<OpenPolicy> {
  const compile = compiledHere(clock)
  const file = readPolicyFile(config.policyFile, config.controllerFile)
  const wantedHere = await compile(file)
  assertMayServePublicly({ ...config, controller: wantedHere.policy.controller })
  assertEncrypted(config)
  if (!isOwnMachine(config)) refuseContradictions(wantedHere)
  const wanted = await asCompiled(file, wantedHere)
  const refused = wantedHere.findings
    .filter(isError)
    .filter(({ code }) => code !== 'controller.identity.missing').length
  for (;;) {
    let alone = false
    let opened = ''
    const database = await openAppDatabase(
      { folder: databaseFolder(config), serverUrl: config.databaseUrl },
      async (look) => {
        // Sample people have nothing to lose.
        alone = isOwnMachine(config) && (config.demo || (await look.isEmpty('record')))
        const situation = { wanted, compile: compiler(compile), alone, now: clock.now() }
        const { policy, hash } = await lookForPolicy(
          look,
          situation,
          installationSecret(config.kekFile, controllerSecret),
        )
        assertMayServePublicly({ ...config, controller: policy.controller })
        opened = hash
        return policy
      },
    )
    const seals = await openKeys(config, clock, log)
    const situation = { wanted, compile: compiler(compile), alone, now: clock.now() }
    const published = await publishPolicy({ ...situation, database, secret: seals.secret(controllerSecret) })
    const forCommands = commandContext({ config, compile, database, seals, alone, clock })
    if (published.publication.hash === opened)
      return { published, database, seals, refused, alone, forCommands, close: database.close }
    // Another server has put another version into force meanwhile: the database was opened for the one before.
    await seals.close()
    await database.close()
  }
}

function commandContext({
  config,
  compile,
  seals,
  clock,
  ...parts
}: Pick<OpenPolicy, 'database' | 'seals' | 'alone'> & {
  config: Config
  compile: Compile
  clock: Clock
}): PolicyContext {
  const wanted = async () => {
    const file = readPolicyFile(config.policyFile, config.controllerFile)
    return asCompiled(file, await compile(file))
  }
  const now = () => clock.now()
  return { policy: { ...parts, secret: seals.secret(controllerSecret), wanted, compile: compiler(compile), now } }
}

/** A file as this program carries it out, with what it keeps in browsers for that. */
function compiledHere(clock: Pick<Clock, 'now'>) {
  return async (file: PolicyFile) => {
    const today = clock.now().toISOString().slice(0, 10)
    const plain = compilePolicy({ file, system: declarations, today })
    const system = await withBrowserStorage(declarations, plain.policy)
    return system === null ? plain : compilePolicy({ file, system, today })
  }
}

/**
 * The operator's policy as this program carries it out, for the program that runs now to announce.
 * @throws StartupError `policy.file-invalid`
 */
export async function compiledPolicyText(
  config: Pick<Config, 'policyFile' | 'controllerFile'>,
  clock: Pick<Clock, 'now'>,
): Promise<string> {
  const file = readPolicyFile(config.policyFile, config.controllerFile)
  const { policy, hash, source } = await asCompiled(file, await compiledHere(clock)(file))
  const facts = policyFacts(policy)
  return `${JSON.stringify({ format: 'samtale policy 1', hash, profile: source.profile, policy: facts })}\n`
}

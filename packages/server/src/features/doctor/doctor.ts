import type { Config } from '../../platform/config/config.ts'
import { lanAddresses } from '../../platform/network.ts'
import type { WorkerSettings } from '../../../media-worker/settings.ts'
import { checkAnnouncedAddress } from './checks/check-announced-address.ts'
import { checkBorders } from './checks/check-borders.ts'
import { checkClock } from './checks/check-clock.ts'
import { checkController } from './checks/check-controller.ts'
import { checkKeys, checkRestore } from './checks/check-keys.ts'
import { checkDatabase } from './checks/check-database.ts'
import { checkDisk } from './checks/check-disk.ts'
import { checkNode } from './checks/check-node.ts'
import { checkPorts } from './checks/check-ports.ts'
import { checkPublicUrl } from './checks/check-public-url.ts'
import { checkRelay } from './checks/check-relay.ts'
import { checkWorker } from './checks/check-worker.ts'
import type { Finding } from './finding.ts'
import { askServer } from './gather/ask-server.ts'
import { gatherClock } from './gather/gather-clock.ts'
import { gatherController } from './gather/gather-controller.ts'
import { gatherDatabase } from './gather/gather-database.ts'
import { gatherDisk } from './gather/gather-disk.ts'
import { gatherKeys, gatherRestore } from './gather/gather-keys.ts'
import { gatherPorts } from './gather/gather-ports.ts'
import { gatherRelay } from './gather/gather-relay.ts'
import { gatherWorker } from './gather/gather-worker.ts'

export interface DoctorOptions {
  config: Pick<
    Config,
    | 'host'
    | 'lan'
    | 'port'
    | 'publicUrl'
    | 'dataDir'
    | 'cacheDir'
    | 'databaseUrl'
    | 'keysFolder'
    | 'keysDatabaseUrl'
    | 'kekFile'
    | 'kekDays'
    | 'policyFile'
    | 'controllerFile'
    | 'mediaPort'
    | 'mediaWorkers'
    | 'announcedAddress'
    | 'relay'
    | 'trustProxy'
  >
  /** Folders of the project, of the embedded database, and of the migrations. */
  root: string
  databaseFolder: string
  migrations: string
  worker: WorkerSettings
  now: Date
}

/** Looks at everything that a server of this configuration needs; changes nothing, and asks nobody but this machine and the relays. */
export async function runDoctor(options: DoctorOptions): Promise<Finding[]> {
  const { config, root, databaseFolder, migrations, worker, now } = options
  const server = await askServer(config.host, config.port)
  const database = { folder: databaseFolder, serverUrl: config.databaseUrl, migrations }
  return [
    checkNode(process.versions.node),
    checkDatabase(await gatherDatabase(database, server)),
    ...checkKeys(await gatherKeys(config, now)),
    ...checkRestore(await gatherRestore(config.dataDir)),
    checkWorker(await gatherWorker(worker, server)),
    ...checkPorts(await gatherPorts(config, server)),
    checkAnnouncedAddress({ announced: config.announcedAddress, publicUrl: config.publicUrl, own: lanAddresses() }),
    ...checkRelay(await gatherRelay(config.relay, { now: () => now })),
    ...checkPublicUrl(config),
    checkController(gatherController(config)),
    checkBorders(server),
    checkClock(await gatherClock(root, now)),
    ...checkDisk(await gatherDisk([config.dataDir, config.cacheDir])),
  ]
}

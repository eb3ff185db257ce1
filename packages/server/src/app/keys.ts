import type { Clock } from '../platform/clock.ts'
import type { Config } from '../platform/config/config.ts'
import type { Log } from '../platform/log.ts'
import { openSeals } from '../platform/seals/open-seals.ts'
import type { Seals } from '../platform/seals/seals.ts'

/** The key store and the file of epoch keys that the configuration names. @throws StartupError any of `keys.*` */
export function openKeys(
  config: Pick<Config, 'keysFolder' | 'keysDatabaseUrl' | 'kekFile' | 'kekDays'>,
  clock: Clock,
  log: Log,
): Promise<Seals> {
  const { keysFolder, keysDatabaseUrl, kekFile, kekDays: rotationDays } = config
  const place = keysDatabaseUrl === null ? { keysFolder } : { keysDatabaseUrl }
  return openSeals({ ...place, kekFile, rotationDays, clock, log })
}

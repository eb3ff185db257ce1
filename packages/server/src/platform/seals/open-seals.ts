import type { Clock } from '../clock.ts'
import type { Log } from '../log.ts'
import { createSeals } from './create-seals.ts'
import { openFolderStore } from './folder/folder-store.ts'
import { openKekFile } from './kek-file.ts'
import type { Seals } from './seals.ts'
import { openServerStore } from './server/server-store.ts'

export type SealsOptions = KeysPlace & {
  /** File of the epoch keys and of the pepper. In a cluster every node has the same file, not a copy. */
  kekFile: string
  clock: Clock
  log?: Log
  /** How long an epoch key is in use, in days; 14 where nothing is said. */
  rotationDays?: number
}

/** A folder of this machine, or a PostgreSQL database that holds nothing else. */
export type KeysPlace = { keysFolder: string } | { keysDatabaseUrl: string }

/**
 * Opens the key store, making it and the first epoch key where neither was ever there; a key that is lacking later is
 * never made anew, since nothing that was sealed would open. The database with the sealed values is opened before, so
 * that a key store in the same one is noticed.
 * @throws StartupError any of `keys.*`
 */
export async function openSeals(options: SealsOptions): Promise<Seals> {
  const { clock, log = null, rotationDays = 14 } = options
  const file = openKekFile(options.kekFile)
  const store =
    'keysFolder' in options ? await openFolderStore(options.keysFolder) : await openServerStore(options.keysDatabaseUrl)
  try {
    return await createSeals({ store, file, clock, log, rotationDays })
  } catch (error) {
    await store.close()
    throw error
  }
}

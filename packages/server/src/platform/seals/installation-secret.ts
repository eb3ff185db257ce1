import { secretFor } from './blind-index.ts'
import { openKekFile } from './kek-file.ts'

/**
 * `Seals.secret` before the seals are open; null where the installation has none yet.
 * @throws StartupError `keys.kek-exposed`, `keys.kek-invalid`, `keys.kek-unwritable`
 */
export function installationSecret(kekFile: string, purpose: string): Buffer | null {
  const keys = openKekFile(kekFile).read()
  return keys === null ? null : secretFor(keys.pepper, purpose)
}

import { openFolderStore } from '../../../platform/seals/folder/folder-store.ts'
import { assertFits } from '../../../platform/seals/epoch-ring.ts'
import { openKekFile } from '../../../platform/seals/kek-file.ts'
import { openServerStore } from '../../../platform/seals/server/server-store.ts'
import { StartupError } from '../../../platform/startup-error.ts'
import { readKeys } from '../keys-part.ts'
import { openProved } from '../manifest.ts'
import { refusal } from '../refusals.ts'

/** Where the key store is. */
export interface KeysPlace {
  readonly keysFolder: string
  readonly keysDatabaseUrl: string | null
}

/**
 * A backup of keys, looked at. Putting it in place replaces all keys that the store has, in one transaction.
 * @throws CommandRefused `restore.damaged`, `restore.foreign`, `restore.keys-expired`
 */
export async function openKeysToRestore(
  file: string,
  secret: Buffer,
  { keys, kekFile }: { keys: KeysPlace; kekFile: string },
) {
  const { archive } = await openProved(file, 'keys', secret)
  const copy = readKeys(await archive.text('keys'))
  try {
    assertFits(openKekFile(kekFile).read(), copy.state)
  } catch (error) {
    if (error instanceof StartupError) throw refusal('restore.keys-expired', error.message)
    throw error
  }
  return {
    count: copy.keys.length,
    put: async () => {
      const { keysFolder, keysDatabaseUrl } = keys
      const store =
        keysDatabaseUrl === null ? await openFolderStore(keysFolder) : await openServerStore(keysDatabaseUrl)
      try {
        await store.replace(copy)
      } finally {
        await store.close()
      }
    },
  }
}

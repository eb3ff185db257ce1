import { rmSync } from 'node:fs'
import { open } from 'node:fs/promises'
import path from 'node:path'
import { lookAtServer, restoreServer } from '../../../platform/db/server-copy.ts'
import { ProgramFailed } from '../../../platform/db/server-programs.ts'
import { refusal } from '../refusals.ts'
import type { Placing } from './restore.ts'

/** A server's database, replaced in one transaction by pg_restore and psql. */
export function placeServer(url: string, dataDir: string): Placing {
  const dump = path.join(dataDir, 'restore.dump')
  return {
    hasData: async () => (await lookAtServer(url)).hasData,
    refuseServed: async () => {
      if ((await lookAtServer(url)).isServed) throw refusal('restore.running', '')
    },
    prepare: async (archive) => {
      rmSync(dump, { force: true })
      const file = await open(dump, 'wx', 0o600)
      try {
        for await (const piece of archive.read('database.dump')) await file.writeFile(piece)
        await file.sync()
      } finally {
        await file.close()
      }
    },
    place: async () => {
      await restoreServer(url, dump).catch((error: unknown) => {
        if (error instanceof ProgramFailed && error.reason === 'missing')
          throw refusal('backup.program-missing', error.message)
        throw error instanceof ProgramFailed ? refusal('restore.failed', error.message) : error
      })
    },
    undo: async () => {
      rmSync(dump, { force: true })
      // One transaction: what was there is there.
      return true
    },
    clearUp: async () => rmSync(dump, { force: true }),
  }
}

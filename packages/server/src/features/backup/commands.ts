import * as z from 'zod'
import { command, type Commands } from '../../platform/control/command.ts'
import type { ExistingRecords } from '../../platform/seals/orphans.ts'
import type { Seals } from '../../platform/seals/seals.ts'
import type { Backups } from './backups.ts'

export interface BackupContext {
  readonly backups: Backups
  readonly keys: Pick<Seals, 'status' | 'findOrphans'>
  readonly existing: ExistingRecords
}

const Backup = z.object({ out: z.string().min(1), keys: z.string().min(1).optional() })

/** `samtale backup`, `samtale keys status`; `samtale restore` works where no installation is open (restore/restore.ts). */
export const backupCommands = {
  backup: command({
    arguments: Backup,
    run: async ({ backups }: BackupContext, asked) => ({ facts: await backups.take(asked) }),
  }),
  'keys.status': command({
    arguments: z.object({}),
    run: async ({ keys, existing }: BackupContext) => {
      const [status, orphans] = [await keys.status(), await keys.findOrphans(existing)]
      return { facts: { ...status, epochMadeAt: status.epochMadeAt.toISOString(), orphans: orphans.length } }
    },
  }),
} as const satisfies Commands<BackupContext>

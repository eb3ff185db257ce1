import * as z from 'zod'
import { command, type Commands } from '../../platform/control/command.ts'
import type { Backups } from './backups.ts'

export interface BackupContext {
  readonly backups: Backups
}

const Backup = z.object({ out: z.string().min(1), keys: z.string().min(1).optional() })

/** `samtale backup`; `samtale restore` works where no installation is open (restore/restore.ts). */
export const backupCommands = {
  backup: command({
    arguments: Backup,
    run: async ({ backups }: BackupContext, asked) => ({ facts: await backups.take(asked) }),
  }),
} as const satisfies Commands<BackupContext>

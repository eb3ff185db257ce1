export { createBackups, outlivedKeys } from './backups.ts'
export { backupCommands, type BackupContext } from './commands.ts'
export { finishRestore, refuseUnready, type LedgerState } from './restore/finish.ts'
export { restore, RestoreArguments, type RestorePlaces } from './restore/restore.ts'

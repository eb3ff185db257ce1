import { CommandRefused } from '../../platform/control/command.ts'

/** Why a backup or a restore is not done. `docs/errors.md` is compared with this table by a test. */
export const backupRefusals = {
  'backup.destination-inside': {
    means: 'The backup would lie in the data folder, and be lost with it.',
    nextStep: 'Name a place outside the data folder, best on another disk.',
  },
  'backup.destination-taken': {
    means: 'There is a file of that name; no backup is written over.',
    nextStep: 'Name another file, or a folder: then the backup is named after the time.',
  },
  'backup.destination-unwritable': {
    means: 'The backup can’t be written to its place.',
    nextStep: 'Check that the folder is there, that the server’s account may write to it, and that the disk has space.',
  },
  'backup.program-missing': {
    means: 'The program of PostgreSQL that copies a database is not on this machine.',
    nextStep: 'Install it: sudo apt-get install --yes postgresql-client (of the server’s version or a later one).',
  },
  'backup.dump-failed': {
    means: 'The program that copies the database gave up; no backup was left.',
    nextStep: 'Read the reason given; PostgreSQL’s log says more.',
  },
  'restore.running': {
    means: 'A server works with this installation now.',
    nextStep: 'Stop it, on every node, and restore then.',
  },
  'restore.not-empty': {
    means: 'The installation has data.',
    nextStep: 'Take a backup of it first; then say --replace, which puts the backup in its place.',
  },
  'restore.damaged': {
    means: 'The file is no backup, is cut short or was changed.',
    nextStep: 'Take another copy of it, or an earlier backup. Nothing was changed.',
  },
  'restore.foreign': {
    means: 'The backup was made by another installation, or was changed: its proof doesn’t fit the file of epoch keys.',
    nextStep: 'Correct SAMTALE_KEK_FILE, or take a backup of this installation.',
  },
  'restore.keys-missing': {
    means: 'There is no file of epoch keys, without which nothing in a backup can be read.',
    nextStep: 'Put the newest copy of it to where SAMTALE_KEK_FILE says, then restore.',
  },
  'restore.keys-expired': {
    means: 'The backup of the keys is older than the file of epoch keys reaches back: it opens nothing any more.',
    nextStep: 'Use the key store that survived, or a newer backup of it.',
  },
  'restore.newer': {
    means: 'The backup was made by a newer version of Samtale.',
    nextStep: 'Install that version, then restore.',
  },
  'restore.other-engine': {
    means: 'The backup is of the embedded database and the installation uses a server, or the other way round.',
    nextStep: 'Set or unset DATABASE_URL as it was when the backup was made.',
  },
  'restore.ledger-wrong': {
    means: 'The copy of the ledger that was given isn’t this installation’s, is damaged or is older than the backup.',
    nextStep: 'Give the newest copy: the file “ledger” of a data folder, of another node for example.',
  },
  'restore.nothing': {
    means: 'No backup was named, and none waits for its ledger.',
    nextStep: 'Name the backup: samtale restore <file>',
  },
  'restore.failed': {
    means: 'The backup could not be put in place.',
    nextStep:
      'Read the reason given. The installation is as it was, or refuses to start until a restore has succeeded.',
  },
} as const satisfies Record<string, { means: string; nextStep: string }>

export type BackupRefusal = keyof typeof backupRefusals

/** A refusal of the table, with what was seen on this machine. */
export function refusal(code: BackupRefusal, seen: string): CommandRefused {
  const { means, nextStep } = backupRefusals[code]
  return new CommandRefused(code, `${seen} ${means} ${nextStep}`.trim())
}

/** The code of an error of the operating system, such as `ENOSPC`. */
export function systemCode(error: unknown): string | null {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null
}

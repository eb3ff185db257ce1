import { finding, type Finding } from '../finding.ts'

/** What is known of the keys without opening them. */
export interface KeyFacts {
  /** The file of epoch keys (`SAMTALE_KEK_FILE`). */
  readonly file: { readonly place: string; readonly state: 'none' | 'exposed' | 'unreadable' | 'well' }
  /** Days since the epoch began; null where that isn't known. */
  readonly epochDays: number | null
  /** Days that an epoch should take. */
  readonly kekDays: number
  /** What the key store shares with the database whose values it seals. */
  readonly shares: 'server' | 'disk' | null
  /** Folders of them that lie on another machine. */
  readonly onNetwork: readonly string[]
  /** Backups of keys that should be gone by now. */
  readonly outlived: readonly string[]
}

/** Whether the keys are kept as docs/operations.md says. */
export function checkKeys({ file, epochDays, kekDays, shares, onNetwork, outlived }: KeyFacts): Finding[] {
  const findings = [
    ...(file.state === 'exposed' ? [finding('keys.file-exposed', file.place)] : []),
    ...(file.state === 'unreadable' ? [finding('keys.file-damaged', file.place)] : []),
    ...(epochDays !== null && epochDays > kekDays + 1
      ? [finding('keys.overdue', `The epoch is ${Math.floor(epochDays)} days old; ${kekDays} are meant`)]
      : []),
    ...(shares === null ? [] : [finding('keys.beside-database', `Both are on one ${shares}`)]),
    ...onNetwork.map((folder) => finding('keys.on-network', folder)),
    ...outlived.map((copy) => finding('keys.copy-outlived', copy)),
  ]
  const none = file.state === 'none' ? 'None were made yet' : 'The keys are kept apart, and renewed in time'
  return findings.length > 0 ? findings : [finding('keys.ok', none)]
}

/** What a restore waits for; null where none does. */
export function checkRestore(refused: { code: string; message: string } | null): Finding[] {
  return refused === null ? [] : [finding('restore.waits', `${refused.message} [${refused.code}]`)]
}

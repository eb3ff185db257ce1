import { finding, type Finding } from '../finding.ts'

export interface FolderFacts {
  folder: string
  isWritable: boolean
  /** Bytes that this user may still write there. */
  freeBytes: number
}

const mebibyte = 1_048_576
const fewBytes = 1_024 * mebibyte
const hardlyAnyBytes = 128 * mebibyte

export function checkDisk(folders: readonly FolderFacts[]): Finding[] {
  const findings = folders.flatMap(({ folder, isWritable, freeBytes }) => {
    if (!isWritable) return [finding('disk.unwritable', folder)]
    const left = `${Math.floor(freeBytes / mebibyte)} MiB free in ${folder}`
    if (freeBytes < hardlyAnyBytes) return [finding('disk.full', left)]
    return freeBytes < fewBytes ? [finding('disk.low', left)] : []
  })
  return findings.length > 0 ? findings : [finding('disk.ok', 'More than 1 GiB free for data and cache')]
}

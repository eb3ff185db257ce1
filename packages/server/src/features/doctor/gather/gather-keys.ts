import { existsSync, statSync } from 'node:fs'
import { statfs } from 'node:fs/promises'
import path from 'node:path'
import { openKekFile } from '../../../platform/seals/kek-file.ts'
import { StartupError } from '../../../platform/startup-error.ts'
import { outlivedCopies, refuseUnready } from '../../backup/index.ts'
import { isOwnMachine } from '../../privacy/index.ts'
import type { KeyFacts } from '../checks/check-keys.ts'
import { nearestExisting } from './gather-disk.ts'

interface KeySettings {
  readonly dataDir: string
  readonly databaseUrl: string | null
  readonly keysFolder: string
  readonly keysDatabaseUrl: string | null
  readonly kekFile: string
  readonly kekDays: number
  readonly publicUrl: URL
  readonly host: string
  readonly lan: boolean
}

const dayMs = 86_400_000

export async function gatherKeys(settings: KeySettings, now: Date): Promise<KeyFacts> {
  const { dataDir, keysFolder, kekFile, kekDays } = settings
  const folders = [...new Set([dataDir, keysFolder, path.dirname(kekFile)].map(nearestExisting))]
  return {
    ...readFile(kekFile, now),
    kekDays,
    shares: sharedBy(settings),
    onNetwork: (await Promise.all(folders.map(onNetwork))).flat(),
    outlived: await outlivedCopies(dataDir, now),
  }
}

/** What a start would say of a restore. */
export async function gatherRestore(dataDir: string): Promise<{ code: string; message: string } | null> {
  try {
    await refuseUnready({ dataDir, ledgerFile: path.join(dataDir, 'ledger') })
    return null
  } catch (error) {
    if (error instanceof StartupError) return error
    throw error
  }
}

function readFile(place: string, now: Date): Pick<KeyFacts, 'file' | 'epochDays'> {
  if (!existsSync(place)) return { file: { place, state: 'none' }, epochDays: null }
  try {
    const keys = openKekFile(place).read()
    const epochDays = keys === null ? null : (now.getTime() - keys.current.madeAt.getTime()) / dayMs
    return { file: { place, state: 'well' }, epochDays }
  } catch (error) {
    if (!(error instanceof StartupError)) throw error
    return { file: { place, state: error.code === 'keys.kek-exposed' ? 'exposed' : 'unreadable' }, epochDays: null }
  }
}

/** On one's own machine, one disk is what there is. */
function sharedBy(settings: KeySettings): KeyFacts['shares'] {
  const { databaseUrl, keysDatabaseUrl, keysFolder, dataDir } = settings
  if (databaseUrl !== null && keysDatabaseUrl !== null)
    return serverOf(databaseUrl) === serverOf(keysDatabaseUrl) ? 'server' : null
  if (databaseUrl !== null || keysDatabaseUrl !== null || isOwnMachine(settings)) return null
  const [data, keys] = [dataDir, keysFolder].map((folder) => statSync(nearestExisting(folder)).dev)
  return data === keys ? 'disk' : null
}

function serverOf(address: string): string {
  const url = new URL(address)
  return `${url.searchParams.get('host') ?? url.hostname}:${url.searchParams.get('port') ?? (url.port || '5432')}`
}

/** Numbers of file systems of other machines (statfs(2)): NFS, SMB, CIFS, SMB2, Coda, AFS, Ceph, FUSE (sshfs). */
const networks = new Set([0x6969, 0x517b, 0xff534d42, 0xfe534d42, 0x73757245, 0x5346414f, 0x00c36400, 0x65735546])

/** Locks and overwriting, which the key store lives by, are not what they seem there. */
async function onNetwork(folder: string): Promise<string[]> {
  const { type } = await statfs(folder)
  return networks.has(type) ? [folder] : []
}

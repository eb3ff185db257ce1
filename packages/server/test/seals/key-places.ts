import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll } from 'vitest'
import { openFolderStore } from '../../src/platform/seals/folder/folder-store.ts'
import type { KeyStore } from '../../src/platform/seals/key-store.ts'
import type { KeysPlace } from '../../src/platform/seals/open-seals.ts'
import { openServerStore } from '../../src/platform/seals/server/server-store.ts'
import { startPostgres } from '../db/postgres.ts'

/** Where one installation has its keys; opened as often as wanted, as several nodes do. */
export interface TestPlace {
  keys: KeysPlace
  kekFile: string
  openStore(): Promise<KeyStore>
}

/** For tests: new, empty key places of both kinds; the second where the machine has a PostgreSQL server. */
export async function keyPlaces(): Promise<[name: string, newPlace: () => Promise<TestPlace>][]> {
  const root = mkdtempSync(path.join(tmpdir(), 'samtale-keys-'))
  const server = await startPostgres()
  afterAll(async () => {
    rmSync(root, { recursive: true })
    await server?.stop()
  })
  const newFolder = () => mkdtempSync(path.join(root, 'k-'))
  const inFolder = async (): Promise<TestPlace> => {
    const keysFolder = newFolder()
    const kekFile = path.join(keysFolder, 'epoch-keys.json')
    return { keys: { keysFolder }, kekFile, openStore: () => openFolderStore(keysFolder) }
  }
  if (server === null) return [['folder', inFolder]]
  const onServer = async (): Promise<TestPlace> => {
    const keysDatabaseUrl = await server.createDatabase()
    const kekFile = path.join(newFolder(), 'epoch-keys.json')
    return { keys: { keysDatabaseUrl }, kekFile, openStore: () => openServerStore(keysDatabaseUrl) }
  }
  return [
    ['folder', inFolder],
    ['server', onServer],
  ]
}

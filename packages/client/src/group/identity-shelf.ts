import { toBase64url } from '../sealing/base64url.ts'
import type { IdentityKeys } from './identity.ts'

/** What a browser keeps of one room, where its person chose so. */
export interface KeptRoom {
  own: IdentityKeys
  /** Of people met who keep their keys, by name: the ids they had. */
  met: Record<string, string[]>
}

/** Keeps rooms' identities; each under a hash of room and link, so that the database names no room. */
export interface IdentityShelf {
  read(room: string): Promise<KeptRoom | null>
  write(room: string, kept: KeptRoom): Promise<void>
  remove(room: string): Promise<void>
  /** Whether nobody else of this browser has the room's identity in use; oneself has from now on. */
  claim(room: string): Promise<boolean>
}

/** Keeps nothing. */
export const emptyShelf: IdentityShelf = {
  read: async () => null,
  write: () => Promise.reject(new Error('nothing is kept here')),
  remove: async () => {},
  claim: async () => false,
}

const storeName = 'rooms'
/** How long a page that is going away may still hold the identity, in milliseconds. */
const claimWithinMs = 1_000

/** @param databaseName as the storage catalogue declares it. */
export function createIdentityShelf(databaseName: string): IdentityShelf {
  const inStore = async <T>(mode: IDBTransactionMode, act: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> => {
    const database = await opened(databaseName)
    try {
      return await answered(act(database.transaction(storeName, mode).objectStore(storeName)))
    } finally {
      database.close()
    }
  }
  return {
    async read(room) {
      if (!(await exists(databaseName))) return null
      // Nothing else writes there; what was written by an earlier version counts as nothing.
      const kept: unknown = await inStore('readonly', (store) => store.get(room))
      return isKept(kept) ? kept : null
    },
    write: async (room, kept) => void (await inStore('readwrite', (store) => store.put(kept, room))),
    async remove(room) {
      if (!(await exists(databaseName))) return
      await inStore('readwrite', (store) => store.delete(room))
      if ((await inStore('readonly', (store) => store.count())) === 0) {
        await answered(indexedDB.deleteDatabase(databaseName))
      }
    },
    claim: (room) =>
      new Promise((resolve) => {
        const held = () => {
          resolve(true)
          // Until this worker ends.
          return new Promise(() => {})
        }
        const lock = `${databaseName} ${room}`
        navigator.locks.request(lock, { signal: AbortSignal.timeout(claimWithinMs) }, held).catch(() => resolve(false))
      }),
  }
}

/** Under what a room's identity is kept. */
export async function shelfKey(room: string, tag: string | null): Promise<string> {
  const input = new TextEncoder().encode(JSON.stringify(['samtale identity v1', room, tag]))
  return toBase64url(new Uint8Array(await crypto.subtle.digest('SHA-256', input)).slice(0, 16))
}

/** Whether there is one: looking must not make it. */
async function exists(name: string): Promise<boolean> {
  return (await indexedDB.databases()).some((database) => database.name === name)
}

function opened(name: string): Promise<IDBDatabase> {
  const request = indexedDB.open(name, 1)
  request.addEventListener('upgradeneeded', () => request.result.createObjectStore(storeName))
  return answered(request)
}

function answered<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result))
    request.addEventListener('error', () => reject(new Error('the database did not answer')))
  })
}

function isKept(value: unknown): value is KeptRoom {
  return typeof value === 'object' && value !== null && 'own' in value && 'met' in value
}

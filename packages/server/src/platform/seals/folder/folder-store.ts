import { createSerial } from '../../serial.ts'
import { StartupError } from '../../startup-error.ts'
import type { KeyStore } from '../key-store.ts'
import { KeyThread } from './key-thread.ts'

/** The key store of a folder. @throws StartupError `keys.open-failed` */
export async function openFolderStore(folder: string): Promise<KeyStore> {
  const thread = await start(folder)
  // One connection: what is asked during a change of the state would become part of it.
  const serial = createSerial()
  return {
    state: () => serial(() => thread.ask('state')),
    changeState: (change) =>
      serial(async () => {
        const { state, behind } = await thread.ask('beginChange')
        try {
          const after = change(state, behind)
          await (after === state ? thread.ask('cancelChange') : thread.ask('endChange', after))
        } catch (error) {
          await thread.ask('cancelChange')
          throw error
        }
      }),
    add: (epoch, keys, now) => serial(() => thread.ask('add', epoch, keys, now)),
    read: (names) => serial(() => thread.ask('read', names)),
    listBehind: (after, limit) => serial(() => thread.ask('listBehind', after, limit)),
    rewrap: (epoch, keys) => serial(() => thread.ask('rewrap', epoch, keys)),
    destroy: (names) => serial(() => thread.ask('destroy', names)),
    destroyRecords: (records, madeBefore) => serial(() => thread.ask('destroyRecords', records, madeBefore ?? null)),
    listRecords: (after, madeBefore, limit) => serial(() => thread.ask('listRecords', after, madeBefore, limit)),
    count: () => serial(() => thread.ask('count')),
    countBehind: () => serial(() => thread.ask('countBehind')),
    copy: () => serial(() => thread.ask('copy')),
    replace: (copy) => serial(() => thread.ask('replace', copy)),
    close: () => serial(() => thread.ask('close')),
  }
}

async function start(folder: string): Promise<KeyThread> {
  try {
    return await KeyThread.start(folder)
  } catch (error) {
    const reason = error instanceof Error ? error.message : 'no reason given'
    throw new StartupError('keys.open-failed', `The key store in ${folder} can't be opened: ${reason}`)
  }
}

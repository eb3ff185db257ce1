import { createEpochSwitch, type EpochSwitch } from '../sframe/epoch-switch.ts'
import type { KeyMessage } from '../sframe/key-messages.ts'
import { createExclusive } from './exclusive.ts'
import type { Group } from './group.ts'

export interface KeyPort {
  postMessage(message: KeyMessage, transfer: Transferable[]): void
  close(): void
}

export interface KeyFeed {
  /** The worker that frames pass through; the one before, if any, is gone. */
  connect(port: KeyPort): Promise<void>
  /** Another group or none, or another epoch of the same. */
  changed(group: Group | null, somebodyLeft: boolean): Promise<void>
  /** The server says that all have it. */
  allHave(groupId: string, epoch: number): void
  /** To be called often. */
  tick(): Promise<void>
}

/**
 * Gives the worker that frames pass through its keys: the others' as soon as an epoch begins, one's own when it is time to
 * send under it, and once. A worker after the first one gets no key that another had, its own or the others': `renew` is
 * called, and brings a next epoch.
 */
export function createKeyFeed(options: { now: () => number; renew: () => void }): KeyFeed {
  const exclusive = createExclusive()
  let port: KeyPort | null = null
  let group: Group | null = null
  let epochs: EpochSwitch = createEpochSwitch()
  /** The epoch whose key was taken; the port that has it. Likewise of the others' keys. */
  let taken = { epoch: -1, by: null as KeyPort | null }
  let given = taken

  /** An epoch's keys go to one worker: another doesn't know which frames were opened with them, and would open them again. */
  const isAnothers = (keys: typeof taken) => keys.by !== null && keys.by !== port && keys.epoch === group?.epoch
  const giveReceiveKeys = async () => {
    if (!port || !group || isAnothers(given)) return
    const keys = await group.receiveKeys()
    given = { epoch: keys.epoch, by: port }
    post(port, { type: 'receive-keys', keys }, keys.senders)
  }
  const giveSendKey = async () => {
    const epoch = epochs.sending(options.now())
    if (!port || !group || epoch === null) return
    if (taken.epoch < group.epoch && epoch === group.epoch) {
      const key = await group.takeSendKey()
      if (!key) return
      taken = { epoch: key.epoch, by: port }
      post(port, { type: 'send-key', key }, [key])
    }
    if (isAnothers(taken) || isAnothers(given)) options.renew()
  }
  return {
    connect: (next) =>
      exclusive(async () => {
        port?.close()
        port = next
        await giveReceiveKeys()
        await giveSendKey()
      }),
    changed: (next, somebodyLeft) => {
      // Read now: when this one's turn comes there may be a later epoch, to which what is said of this one doesn't belong.
      const epoch = next?.epoch ?? 0
      return exclusive(async () => {
        if (next !== group) {
          if (group) post(port, { type: 'stop' }, [])
          group = next
          epochs = createEpochSwitch()
          taken = { epoch: -1, by: null }
          given = taken
        }
        if (!group) return
        epochs.began({ epoch, beganAt: options.now(), somebodyLeft })
        await giveReceiveKeys()
        await giveSendKey()
      })
    },
    allHave(groupId, epoch) {
      if (group?.position.groupId === groupId) epochs.allHave(epoch)
    },
    tick: () => exclusive(giveSendKey),
  }
}

function post(port: KeyPort | null, message: KeyMessage, keys: readonly { baseKey: Uint8Array<ArrayBuffer> }[]): void {
  const buffers = keys.map(({ baseKey }) => baseKey.buffer)
  port?.postMessage(message, buffers)
}

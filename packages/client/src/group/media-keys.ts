import { mlsExporter, type CiphersuiteImpl, type ClientState } from 'ts-mls'
import type { SendKey } from '../sframe/frame-sealer.ts'
import type { SenderKey } from '../sframe/receive-keys.ts'
import { membersIn } from './members.ts'

/** What frames are opened with in one epoch: everybody's key but one's own. */
export interface EpochKeys {
  epoch: number
  senders: SenderKey[]
}

/** One's own key of this epoch. Two sealers with the same would use a nonce twice: see `Group.takeSendKey`. */
export async function sendKeyOf(state: ClientState, suite: CiphersuiteImpl): Promise<SendKey> {
  const leaf = state.privatePath.leafIndex
  return { epoch: Number(state.groupContext.epoch), leaf, baseKey: await baseKey(state, leaf, suite) }
}

export async function receiveKeysOf(state: ClientState, suite: CiphersuiteImpl): Promise<EpochKeys> {
  const others = membersIn(state.ratchetTree).filter(({ leaf }) => leaf !== state.privatePath.leafIndex)
  const senders = await Promise.all(
    others.map(async ({ leaf, id }) => ({ leaf, member: id, baseKey: await baseKey(state, leaf, suite) })),
  )
  return { epoch: Number(state.groupContext.epoch), senders }
}

/** A sender's base key: the group's exporter (RFC 9420 §8.5, RFC 9605 §5.2), with the leaf as its context. */
async function baseKey(state: ClientState, leaf: number, suite: CiphersuiteImpl): Promise<Uint8Array<ArrayBuffer>> {
  const context = new DataView(new ArrayBuffer(4))
  context.setUint32(0, leaf)
  const { exporterSecret } = state.keySchedule
  return new Uint8Array(
    await mlsExporter(exporterSecret, 'SFrame 1.0 Base Key', new Uint8Array(context.buffer), 16, suite),
  )
}

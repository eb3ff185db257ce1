import { processPrivateMessage, type CiphersuiteImpl, type ClientState, type PrivateMessage } from 'ts-mls'
import { decryptSenderData } from 'ts-mls/privateMessage.js'
import { toBase64url } from '../sealing/base64url.ts'
import { decodedMessage } from './key-package.ts'
import { membersIn, type Member } from './members.ts'
import { decodeFrame, everybody, type MessageCounters } from './message-frame.ts'

type Bytes = Uint8Array<ArrayBuffer>

/** Why a message counts for nothing. */
export type Unheard = 'invalid' | 'foreign' | 'ahead' | 'too-old' | 'sender-left' | 'not-for-us' | 'repeated'

export type Heard =
  | {
      kind: 'said'
      /** Whose signature key signed it. */
      sender: Member
      toAll: boolean
      content: Bytes
      /** What went along readable. */
      open: Bytes
      epoch: number
      /** Messages of the same sender that should have come before this one and didn't. */
      missed: number
    }
  | { kind: 'unheard'; why: Unheard }

interface Hearing {
  heard: Heard
  state: ClientState
}

/**
 * Opens a message. The library verifies its signature by the key of the leaf that the message names, and doesn't say
 * which that was; so the leaf is read from the same encrypted sender data (RFC 9420 §6.3.2) beforehand.
 */
export async function hearMessage(
  state: ClientState,
  bytes: Bytes,
  suite: CiphersuiteImpl,
  counters: MessageCounters,
): Promise<Hearing> {
  const unheard = (why: Unheard, after = state): Hearing => ({ heard: { kind: 'unheard', why }, state: after })
  const message = decodedMessage(bytes)
  if (message?.wireformat !== 'mls_private_message') return unheard('invalid')
  const { privateMessage } = message
  if (privateMessage.contentType !== 'application') return unheard('invalid')
  if (toBase64url(privateMessage.groupId) !== toBase64url(state.groupContext.groupId)) return unheard('foreign')
  const epoch = epochOf(state, privateMessage)
  if (typeof epoch === 'string') return unheard(epoch)
  const opened = await openMessage(state, privateMessage, epoch, suite)
  if (opened === null) return unheard('invalid')
  const { next, frame, leaf } = opened
  const sender = membersIn(epoch.ratchetTree).find((member) => member.leaf === leaf)
  const stays = membersIn(state.ratchetTree).some((member) => member.leaf === leaf && member.id === sender?.id)
  if (sender === undefined || !stays) return unheard('sender-left', next)
  if (frame.to !== everybody && frame.to !== state.privatePath.leafIndex) return unheard('not-for-us', next)
  const missed = counters.note(sender.id, frame.to, frame.counter)
  if (missed === null) return unheard('repeated', next)
  const said = { toAll: frame.to === everybody, content: frame.content, epoch: Number(privateMessage.epoch), missed }
  const open = new Uint8Array(privateMessage.authenticatedData)
  return { heard: { kind: 'said', sender, open, ...said }, state: next }
}

type EpochSecrets = Pick<ClientState, 'ratchetTree'> & { senderDataSecret: Uint8Array }

function epochOf(state: ClientState, { epoch }: PrivateMessage): EpochSecrets | 'ahead' | 'too-old' {
  const current = state.groupContext.epoch
  if (epoch > current) return 'ahead'
  if (epoch === current) return { ratchetTree: state.ratchetTree, senderDataSecret: state.keySchedule.senderDataSecret }
  return state.historicalReceiverData.get(epoch) ?? 'too-old'
}

async function openMessage(
  state: ClientState,
  message: PrivateMessage,
  { senderDataSecret }: EpochSecrets,
  suite: CiphersuiteImpl,
) {
  try {
    const senderData = await decryptSenderData(message, senderDataSecret, suite)
    const psks = { findPsk: () => undefined }
    const result = await processPrivateMessage(state, message, psks, suite, () => 'reject')
    const frame = result.kind === 'applicationMessage' ? decodeFrame(result.message) : null
    return senderData && frame ? { next: result.newState, frame, leaf: senderData.leafIndex } : null
  } catch {
    return null
  }
}

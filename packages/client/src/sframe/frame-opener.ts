import { clearBytesOf, mediaKindOf, metadataOf, type TrackKind } from './clear-bytes.ts'
import { joined } from './frame-cipher.ts'
import { decodeHeader } from './header.ts'
import type { ReceiveKeys, Sender } from './receive-keys.ts'

/** Why a frame isn't shown. */
export const dropReasons = ['codec', 'not-sealed', 'no-key', 'other-sender', 'replayed', 'altered', 'locked'] as const
export type DropReason = (typeof dropReasons)[number]

/** Where a frame came: whose track the page takes it for, and what it is said to be. */
export interface ExpectedTrack extends TrackKind {
  /** The member, as in `SenderKey`. */
  member: string
}

/** Opens every frame that arrives; what doesn't open is dropped and counted. Nothing passes unopened. */
export interface FrameOpener {
  open(
    expected: ExpectedTrack,
    frame: Uint8Array<ArrayBuffer>,
    onDrop?: (why: DropReason) => void,
  ): Promise<Uint8Array<ArrayBuffer> | null>
  readonly opened: number
  readonly dropped: Readonly<Record<DropReason, number>>
}

/** After so many forged frames under one key it opens no more: a tag of 32 bits bears a thousand guesses, not a million. */
const mostForged = 1_024

export function createFrameOpener(keys: Pick<ReceiveKeys, 'of'>): FrameOpener {
  let opened = 0
  const dropped: Record<DropReason, number> = Object.fromEntries(dropReasons.map((reason) => [reason, 0])) as Record<
    DropReason,
    number
  >
  const tryOpen = async (expected: ExpectedTrack, frame: Uint8Array<ArrayBuffer>) => {
    const clear = clearBytesOf(expected)
    if (clear === null) return 'codec'
    const head = frame.slice(0, clear)
    const header = decodeHeader(frame.subarray(clear))
    if (header === null) return 'not-sealed'
    const body = clear + header.length
    const sealedHeader = frame.slice(clear, body)
    let why: DropReason | null = null
    const tried: Sender[] = []
    for (const sender of keys.of(header.kid)) {
      const refusal = refusalOf(sender, expected, header.counter)
      why ??= refusal ?? 'altered'
      if (refusal) continue
      const key = sender[mediaKindOf(expected)]
      const plain = await key.open(header.counter, sealedHeader, metadataOf(expected, head), frame.slice(body))
      // Another copy may have been opened meanwhile.
      if (plain) return sender.windowOf(expected.slot).note(header.counter) ? joined(head, plain) : 'replayed'
      tried.push(sender)
    }
    for (const sender of tried) sender.forged += 1
    return why ?? 'no-key'
  }
  return {
    async open(expected, frame, onDrop) {
      const result = await tryOpen(expected, frame)
      if (typeof result === 'string') {
        dropped[result] += 1
        onDrop?.(result)
        return null
      }
      opened += 1
      return result
    },
    get opened() {
      return opened
    },
    dropped,
  }
}

function refusalOf(sender: Sender, expected: ExpectedTrack, counter: number): DropReason | null {
  if (sender.member !== expected.member) return 'other-sender'
  if (sender.forged >= mostForged) return 'locked'
  return sender.windowOf(expected.slot).fresh(counter) ? null : 'replayed'
}

import { createSocket, type Socket } from 'node:dgram'
import { networkInterfaces } from 'node:os'
import type { SaidSignal } from '@samtale/protocol'
import type { Guest, Room } from '../room.ts'

/** A packet of media on its way, as anybody on the network sees it. */
export interface WirePacket {
  from: string
  ssrc: number
  timestamp: number
  /** Of the whole UDP datagram's payload. */
  bytes: number
}

/** A wire between two guests who talk directly: everything they send each other passes here, and is counted. */
export class Wire {
  readonly packets: WirePacket[] = []
  readonly #address = ownAddress()
  /** By guest: the socket that stands for them before the other, and where they really are once they have sent. */
  readonly #ends = new Map<string, { socket: Socket; at: { address: string; port: number } | null }>()

  /** To be called before the two join. */
  async lay(room: Room, first: string, second: string): Promise<void> {
    await this.#open(first, second)
    await this.#open(second, first)
    room.passes = (from, _to, signal) => this.#lead(from, signal)
  }

  close(): void {
    for (const { socket } of this.#ends.values()) socket.close()
  }

  /** The socket that stands for `id` gets what the other sends, and the other's socket hands it to them. */
  async #open(id: string, other: string) {
    const socket = createSocket('udp4')
    await new Promise<void>((resolve) => socket.bind(0, this.#address, resolve))
    this.#ends.set(id, { socket, at: null })
    socket.on('message', (datagram, { address, port }) => {
      const [from, to] = [this.#ends.get(other), this.#ends.get(id)]
      if (!from || !to) return
      from.at = { address, port }
      this.#note(other, datagram)
      if (to.at) from.socket.send(datagram, to.at.port, to.at.address)
    })
  }

  /** Every candidate becomes the socket here. */
  #lead(from: Guest, signal: SaidSignal): boolean {
    if (signal.kind !== 'candidate') return true
    const port = this.#ends.get(from.id)?.socket.address().port
    signal.candidate.candidate = `candidate:1 1 udp 2122260223 ${this.#address} ${port} typ host generation 0`
    return true
  }

  /** RTP alone (RFC 3550 §5.1, told from the rest as RFC 7983 and RFC 5761 say). */
  #note(from: string, datagram: Buffer) {
    const [first = 0, second = 0] = datagram
    if (first >> 6 !== 2 || datagram.length < 12 || (second >= 192 && second <= 223)) return
    const timestamp = datagram.readUInt32BE(4)
    this.packets.push({ from, ssrc: datagram.readUInt32BE(8), timestamp, bytes: datagram.length })
  }
}

/** Browsers gather no loopback candidates, so nothing leads from them to loopback. */
function ownAddress(): string {
  const all = Object.values(networkInterfaces()).flatMap((addresses) => addresses ?? [])
  const one = all.find(({ family, internal }) => family === 'IPv4' && !internal)
  if (!one) throw new Error('This machine has no network address besides loopback')
  return one.address
}

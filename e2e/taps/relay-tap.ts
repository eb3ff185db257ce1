import { createSocket, type Socket } from 'node:dgram'
import { once } from 'node:events'

/** What somebody sent through the relay. */
interface RelayedPacket {
  /** Whose socket it came from. */
  from: string
  packet: Buffer
}

/** Stands before a relay and passes everything on, both ways: what the relay is sent, it has too. */
export class RelayTap {
  readonly port: number
  readonly #front: Socket
  readonly #backs = new Map<string, Socket>()
  #packets: RelayedPacket[] = []
  readonly #datagrams: Buffer[] = []

  constructor(front: Socket, relay: { address: string; port: number }) {
    this.#front = front
    this.port = front.address().port
    front.on('message', (datagram, { address, port }) => {
      const from = `${address}:${port}`
      const back = this.#backs.get(from) ?? this.#open(from, { address, port })
      back.send(datagram, relay.port, relay.address)
      this.#datagrams.push(datagram)
      const packet = carriedIn(datagram)
      if (packet) this.#packets.push({ from, packet })
    })
  }

  /** Since it was asked last. */
  take(): RelayedPacket[] {
    const taken = this.#packets
    this.#packets = []
    return taken
  }

  /** All that was sent to the relay, since the beginning. */
  everything(): Buffer {
    return Buffer.concat(this.#datagrams)
  }

  close(): void {
    for (const socket of [this.#front, ...this.#backs.values()]) socket.close()
  }

  #open(from: string, to: { address: string; port: number }): Socket {
    const back = createSocket('udp4')
    back.on('message', (datagram) => this.#front.send(datagram, to.port, to.address))
    this.#backs.set(from, back)
    return back
  }
}

export async function startRelayTap(relay: { address: string; port: number }): Promise<RelayTap> {
  const front = createSocket({ type: 'udp4', recvBufferSize: 4 * 1_024 * 1_024 })
  front.bind(0, relay.address)
  await once(front, 'listening')
  return new RelayTap(front, relay)
}

/** What a message to a relay is to carry on: ChannelData or a Send indication (RFC 8656 §12.4, §11.1). */
function carriedIn(datagram: Buffer): Buffer | null {
  const [first = 0] = datagram
  if (first >= 0x40 && first <= 0x4f && datagram.length > 4) return datagram.subarray(4, 4 + datagram.readUInt16BE(2))
  if (datagram.length < 20 || datagram.readUInt16BE(0) !== 0x0016) return null
  for (let at = 20; at + 4 <= datagram.length;) {
    const length = datagram.readUInt16BE(at + 2)
    if (datagram.readUInt16BE(at) === 0x0013) return datagram.subarray(at + 4, at + 4 + length)
    at += 4 + Math.ceil(length / 4) * 4
  }
  return null
}

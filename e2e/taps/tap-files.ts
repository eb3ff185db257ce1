import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'

/** One RTP packet as the router forwards it, before it is encrypted for the way to a browser. */
export interface TappedPacket {
  stream: string
  codecs: readonly (readonly [payloadType: number, mimeType: string])[]
  /** base64 */
  packet: string
}

/** A WebSocket message, or the head of an HTTP request. */
export interface TappedMessage {
  way: 'in' | 'out'
  text: string
}

/** A secret that was planted, in one spelling. */
export interface Plant {
  where: 'server' | 'worker'
  spelling: string
  /** The bytes in hex, every bit turned over. */
  inverted: string
}

/** What the tap in a server has written. */
export class TapFiles {
  readonly #folder = mkdtempSync(path.join(tmpdir(), 'samtale-tap-'))
  #packetsRead = 0

  /** Environment of a server that is tapped. */
  env(): Record<string, string> {
    const module = pathToFileURL(path.join(import.meta.dirname, 'in-server.ts')).href
    return { TAP_FOLDER: this.#folder, NODE_OPTIONS: `--import=${module}` }
  }

  /** Packets since it was asked last. */
  packets(): TappedPacket[] {
    const { lines, end } = this.#read('packets', this.#packetsRead)
    this.#packetsRead = end
    // Written by the tap of ours, in the types that stand here; so are the others.
    return lines.map((line) => JSON.parse(line) as TappedPacket)
  }

  /** Everything that went through the server's WebSockets, and what its HTTP requests ask. */
  said(): string {
    return this.#read('messages')
      .lines.map((line) => (JSON.parse(line) as TappedMessage).text)
      .join('\n')
  }

  plants(where: Plant['where']): { spelling: string; bytes: Buffer }[] {
    return this.#read('plants')
      .lines.map((line) => JSON.parse(line) as Plant)
      .filter((plant) => plant.where === where)
      .map(({ spelling, inverted }) => ({
        spelling,
        bytes: Buffer.from(Buffer.from(inverted, 'hex').map((byte) => byte ^ 0xff)),
      }))
  }

  remove(): void {
    rmSync(this.#folder, { recursive: true, force: true })
  }

  /** Whole lines from a place on, in bytes; the last may not be whole yet. */
  #read(file: string, start = 0): { lines: string[]; end: number } {
    const fresh = readFileSync(path.join(this.#folder, file)).subarray(start)
    const length = fresh.lastIndexOf('\n') + 1
    return { lines: fresh.toString('utf8', 0, length).split('\n').slice(0, -1), end: start + length }
  }
}

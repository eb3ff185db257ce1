import { noRelay, type IceSettings } from '@samtale/protocol'

/** By which part of their time credentials are asked for anew. */
const renewAfter = 0.75
/** How often is looked whether it is time: a laptop that slept notices soon after it woke. */
const lookEveryMs = 5_000

/** What a peer connection is told of relays. */
export type IceConfiguration = Required<Pick<RTCConfiguration, 'iceServers' | 'iceTransportPolicy'>>

/** By which ways this meeting's connections may look for each other, kept fresh while it lasts (rules I1–I3). */
export class IceKeeper {
  readonly #ask: () => Promise<IceSettings>
  readonly #listeners = new Set<() => void>()
  #settings = noRelay
  /** Milliseconds of the wall clock. */
  #renewAt = Infinity
  #timer: ReturnType<typeof setInterval> | undefined
  #asking = false

  constructor(ask: () => Promise<IceSettings>) {
    this.#ask = ask
  }

  start(settings: IceSettings): void {
    this.stop()
    this.#take(settings)
    this.#timer = setInterval(() => void this.#renewInTime(), lookEveryMs)
  }

  /** There are fresh credentials. What was hidden stays hidden, whatever the server says later. */
  renewed(fresh: IceSettings): void {
    this.#take(this.hidesAddresses ? { ...fresh, transport: 'relay' } : fresh)
    for (const listener of this.#listeners) listener()
  }

  stop(): void {
    clearInterval(this.#timer)
    this.#settings = noRelay
    this.#renewAt = Infinity
  }

  /** Whether nobody may learn another's address. */
  get hidesAddresses(): boolean {
    return this.#settings.transport === 'relay'
  }

  configuration(): IceConfiguration {
    return { iceServers: this.#settings.iceServers, iceTransportPolicy: this.#settings.transport }
  }

  /** Told when there are fresh credentials; returns how to hear no more. */
  onRenewed(listener: () => void): () => void {
    this.#listeners.add(listener)
    return () => void this.#listeners.delete(listener)
  }

  async #renewInTime(): Promise<void> {
    if (this.#asking || Date.now() < this.#renewAt) return
    const timer = this.#timer
    this.#asking = true
    try {
      const fresh = await this.#ask()
      if (timer === this.#timer) this.renewed(fresh)
    } catch {
      // Signalling is gone for the moment: asked again at the next look.
    } finally {
      this.#asking = false
    }
  }

  #take(settings: IceSettings): void {
    this.#settings = settings
    const { goodForSeconds } = settings
    this.#renewAt = goodForSeconds === null ? Infinity : Date.now() + goodForSeconds * 1_000 * renewAfter
  }
}

/** Whether what this connection sends goes through a relay of one's own, so that it ends with its credentials. */
export async function goesByOwnRelay(connection: Pick<RTCPeerConnection, 'getStats'>): Promise<boolean> {
  const stats = [...(await connection.getStats()).values()]
  const byId = new Map(stats.map((one) => [one.id, one]))
  return stats
    .filter(({ type }) => type === 'transport')
    .some((transport) => {
      const pair = byId.get(transport.selectedCandidatePairId)
      return byId.get(pair?.localCandidateId)?.candidateType === 'relay'
    })
}

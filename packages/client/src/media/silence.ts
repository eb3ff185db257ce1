/** How often is looked what has arrived, in milliseconds. */
const lookEveryMs = 200
/** After how long without a packet something that flowed is silent: encoders, voices and reports leave no such gaps. */
export const silentAfterMs = 600
/** For how long packets have to arrive at every look before their end means anything. */
const flowsAfterMs = 1_000

/** What `getStats` counts; the packets of one connection. */
type Counted = Pick<RTCPeerConnection, 'getStats'>

export interface SilenceState {
  packets: number
  /** When packets arrived last, and since when without a break. */
  lastAt: number
  flowsSince: number
  silent: boolean
}

export const nothingHeard: SilenceState = { packets: 0, lastAt: -Infinity, flowsSince: 0, silent: false }

/** One look: `silent` becomes true where packets came without a break, and then none. Milliseconds of any one clock. */
export function heardStep(state: SilenceState, packets: number, now: number): SilenceState {
  if (packets !== state.packets) {
    const goesOn = !state.silent && now - state.lastAt < silentAfterMs
    return { packets, lastAt: now, flowsSince: goesOn ? state.flowsSince : now, silent: false }
  }
  const flowed = state.lastAt - state.flowsSince >= flowsAfterMs
  return flowed && now - state.lastAt >= silentAfterMs ? { ...state, silent: true } : state
}

export interface SilenceWatch {
  /** Nothing arrives where something flowed, and since then nothing has. */
  silent(): boolean
  stop(): void
}

/**
 * Tells of silence sooner than browsers do, which say `disconnected` after more than five seconds. It may well mean
 * nothing: both may have muted everything.
 */
export function watchSilence(connection: Counted, fellSilent: () => void): SilenceWatch {
  let state = nothingHeard
  let over = false
  let timer = setTimeout(() => void look(), lookEveryMs)

  async function look() {
    const packets = await packetsOf(connection).catch(() => null)
    if (over) return
    const before = state.silent
    if (packets !== null) state = heardStep(state, packets, performance.now())
    if (state.silent && !before) fellSilent()
    timer = setTimeout(() => void look(), lookEveryMs)
  }

  return {
    silent: () => state.silent,
    stop() {
      over = true
      clearTimeout(timer)
    },
  }
}

/** Packets of media and of reports about them; null where the browser doesn't count them so. */
async function packetsOf(connection: Counted): Promise<number | null> {
  let packets: number | null = null
  for (const one of (await connection.getStats()).values()) {
    if (one.type === 'transport' && typeof one.packetsReceived === 'number')
      packets = (packets ?? 0) + one.packetsReceived
  }
  return packets
}

/** How often is looked what has arrived, in milliseconds. */
const lookEveryMs = 200
/** After how long without a packet something that flowed is silent: encoders, voices and reports leave no such gaps. */
export const silentAfterMs = 600
/** At how many looks in a row there has to be something new before its end means anything; looks may be late. */
const flowsAfterLooks = 5

/** What `getStats` counts; the packets of one connection. */
type Counted = Pick<RTCPeerConnection, 'getStats'>

/** Counted since the connection began. */
export interface Heard {
  /** Of media, and reports about them. */
  packets: number
  /** Answers to ICE's checks (RFC 8445 §7): who has muted everything still gives them. */
  answers: number
}

export interface SilenceState extends Heard {
  /** At the look at which there was something new last. */
  lastAt: number
  /** Looks in a row at which there was something new, until then. */
  flowing: number
  /** Looks in a row since then. */
  still: number
  silent: boolean
}

export const nothingHeard: SilenceState = {
  packets: 0,
  answers: 0,
  lastAt: -Infinity,
  flowing: 0,
  still: 0,
  silent: false,
}

/**
 * One look: `silent` becomes true where packets came without a break, and then none; it ends with a packet, or an answer
 * to a check. Milliseconds of any one clock.
 */
export function heardStep(before: SilenceState, { packets, answers }: Heard, now: number): SilenceState {
  const state = { ...before, answers }
  if (packets !== before.packets) {
    const flowing = before.still > 0 ? 1 : before.flowing + 1
    return { packets, answers, lastAt: now, flowing, still: 0, silent: false }
  }
  // Nothing flows any more, but the way is there.
  if (before.silent && answers > before.answers) return { ...state, flowing: 0, silent: false }
  const still = before.still + 1
  const silent = before.flowing >= flowsAfterLooks && still > 1 && now - before.lastAt >= silentAfterMs
  return { ...state, still, silent: before.silent || silent }
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
    const heard = await heardBy(connection).catch(() => null)
    if (over) return
    const before = state.silent
    if (heard !== null) state = heardStep(state, heard, performance.now())
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

/** Null where the browser doesn't count packets so. */
async function heardBy(connection: Counted): Promise<Heard | null> {
  let packets: number | null = null
  let answers = 0
  for (const one of (await connection.getStats()).values()) {
    if (one.type === 'transport' && typeof one.packetsReceived === 'number')
      packets = (packets ?? 0) + one.packetsReceived
    if (one.type === 'candidate-pair' && typeof one.responsesReceived === 'number') answers += one.responsesReceived
  }
  return packets === null ? null : { packets, answers }
}

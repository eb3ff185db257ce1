/**
 * When to restart ICE (RFC 8445 §2.4) and when to say that it doesn't help; for direct connections and for the router's
 * alike. A pure step, and a driver with timers around it.
 */
export interface RecoveryState {
  phase: 'idle' | 'starting' | 'connected' | 'wavering' | 'restarting'
  /** Restarts since the last connection that brought nothing. */
  failedRestarts: number
}

export type RecoveryEvent = 'connecting' | 'connected' | 'disconnected' | 'failed' | 'silent' | 'timer'

export interface RecoveryStep {
  next: RecoveryState
  restart: boolean
  /** It didn't connect in time, or a restart brought nothing. */
  hopeless: boolean
  /** Milliseconds until the event `timer`, null for none, undefined to leave the one that runs. */
  timer: number | null | undefined
}

export const connectWithinMs = 8_000
/** Nothing has arrived for seconds when browsers say `disconnected`; and what a restart finds in vain goes on as it is. */
export const waverMs = 300
const restartWaitsMs = [3_000, 5_000, 8_000, 15_000, 30_000]

export const notStarted: RecoveryState = { phase: 'idle', failedRestarts: 0 }

export function recoveryStep(state: RecoveryState, event: RecoveryEvent): RecoveryStep {
  const stay: RecoveryStep = { next: state, restart: false, hopeless: false, timer: undefined }
  switch (event) {
    case 'connecting':
      return state.phase === 'idle' ? { ...stay, next: { ...state, phase: 'starting' }, timer: connectWithinMs } : stay
    case 'connected':
      return { ...stay, next: { phase: 'connected', failedRestarts: 0 }, timer: null }
    case 'disconnected':
      return state.phase === 'connected' ? { ...stay, next: { ...state, phase: 'wavering' }, timer: waverMs } : stay
    case 'silent':
      // Restarting doesn't disturb what is connected.
      return state.phase === 'connected' ? restart(0, false) : stay
    case 'failed':
      return state.phase === 'restarting' ? stay : restart(state.failedRestarts, false)
    case 'timer':
      return afterTimer(state, stay)
  }
}

function afterTimer(state: RecoveryState, stay: RecoveryStep): RecoveryStep {
  if (state.phase === 'wavering') return restart(0, false)
  if (state.phase === 'starting') return restart(state.failedRestarts, true)
  if (state.phase !== 'restarting') return stay
  const failedRestarts = state.failedRestarts + 1
  return restart(failedRestarts, true)
}

function restart(failedRestarts: number, hopeless: boolean): RecoveryStep {
  const timer = restartWaitsMs[Math.min(failedRestarts, restartWaitsMs.length - 1)]
  return { next: { phase: 'restarting', failedRestarts }, restart: true, hopeless, timer }
}

export interface Recovery {
  /** To be told of every change of a connection's state; `closed` and `new` mean nothing here. */
  observe(state: RTCPeerConnectionState): void
  /** Nothing arrives any more where something flowed. */
  fellSilent(): void
  /** Another connection has been begun in its place. */
  again(): void
  stop(): void
}

export interface RecoveryActions {
  /** As the browser tells it now: what is connected again needs no restart. */
  state(): RTCPeerConnectionState
  /** Though the browser may say that it is connected. */
  silent(): boolean
  restart(failedRestarts: number): void
  hopeless(): void
}

export function createRecovery(actions: RecoveryActions): Recovery {
  let state = notStarted
  let timer: ReturnType<typeof setTimeout> | undefined

  function step(event: RecoveryEvent) {
    const result = recoveryStep(state, event)
    state = result.next
    if (result.timer !== undefined) clearTimeout(timer)
    if (typeof result.timer === 'number') timer = setTimeout(onTimer, result.timer)
    if (result.hopeless) actions.hopeless()
    if (result.restart) actions.restart(state.failedRestarts)
  }

  function onTimer() {
    step(actions.state() === 'connected' && !actions.silent() ? 'connected' : 'timer')
  }

  return {
    observe(connection) {
      if (connection !== 'new' && connection !== 'closed') step(connection)
    },
    fellSilent: () => step('silent'),
    again() {
      state = notStarted
      step('connecting')
    },
    stop: () => clearTimeout(timer),
  }
}

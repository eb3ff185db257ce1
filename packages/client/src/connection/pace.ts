import { limits } from '@samtale/protocol'

/**
 * Less than the server takes (rule X3), as the network may bring together what was sent apart: what is over is dropped
 * there and never answered, and who waits for such an answer waits for ever.
 */
const burst = limits.messageBurst * 0.6
const perSecond = limits.messagesPerSecond * 0.8

/** Sends in order: at once while that is allowed, else as soon as it is. */
export function createPace(send: (text: string) => void) {
  const waiting: string[] = []
  let allowed = burst
  let countedAt = performance.now()
  let timer: ReturnType<typeof setTimeout> | undefined
  const sendAllowed = () => {
    timer = undefined
    const now = performance.now()
    allowed = Math.min(burst, allowed + ((now - countedAt) * perSecond) / 1_000)
    countedAt = now
    for (const text of waiting.splice(0, Math.floor(allowed))) {
      allowed -= 1
      send(text)
    }
    if (waiting.length > 0) timer = setTimeout(sendAllowed, 1_000 / perSecond)
  }
  return {
    send(text: string): void {
      waiting.push(text)
      if (timer === undefined) sendAllowed()
    },
    stop(): void {
      clearTimeout(timer)
      waiting.length = 0
    },
  }
}

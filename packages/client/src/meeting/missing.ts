import { limits, type ServerEvent } from '@samtale/protocol'

/** Whom one waits for after a restart of the server. @param gone they haven't come back in time */
export function createMissing(gone: (participantId: string) => void) {
  const missing = new Set<string>()
  let timer: ReturnType<typeof setTimeout> | undefined
  return {
    /** These from now on, and nobody else. */
    expect(ids: readonly string[]): void {
      clearTimeout(timer)
      missing.clear()
      for (const id of ids) missing.add(id)
      if (missing.size === 0) return
      timer = setTimeout(() => {
        for (const id of [...missing]) gone(id)
        missing.clear()
      }, limits.awayMs)
    },
    heard(event: ServerEvent): void {
      if (event.type === 'participant.joined') missing.delete(event.participant.id)
    },
  }
}

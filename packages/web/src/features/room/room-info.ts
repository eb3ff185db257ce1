import { RoomAnswer, roomAddress } from '@samtale/protocol'
import { useEffect, useState } from 'react'

/** A claim is good for half an hour; an older one is asked for anew. */
const freshForMs = 20 * 60_000
/** A slow answer doesn't keep anybody outside: the server's own door has the last word. */
const waitForMs = 3_000

/** What the server says of a room to who is at its door. */
export interface RoomInfo {
  /** Null where nothing is known: the room is treated as nobody's. */
  answer: RoomAnswer | null
  /** @param isStale the claim of before was refused */
  claim(isStale: boolean): Promise<string | null>
}

/** Asked before anything else is: null until it is answered. */
export function useRoomInfo(room: string): RoomInfo | null {
  const [info, setInfo] = useState<RoomInfo | null>(null)
  useEffect(() => {
    let isHere = true
    void ask(room).then((answer) => (isHere ? setInfo(infoOf(room, answer)) : undefined))
    return () => {
      isHere = false
    }
  }, [room])
  return info
}

export function infoOf(room: string, answer: RoomAnswer | null): RoomInfo {
  let known = { claim: answer?.claim ?? null, at: Date.now() }
  return {
    answer,
    async claim(isStale) {
      // In a room that nobody owned a moment ago there is none to renew, unless the server asks for one.
      const isOld = known.claim !== null && Date.now() - known.at > freshForMs
      if (isStale || isOld) known = { claim: (await ask(room))?.claim ?? null, at: Date.now() }
      return known.claim
    },
  }
}

async function ask(room: string): Promise<RoomAnswer | null> {
  try {
    const response = await fetch(roomAddress(room), { signal: AbortSignal.timeout(waitForMs) })
    const parsed = RoomAnswer.safeParse(await response.json())
    return parsed.success ? parsed.data : null
  } catch {
    return null
  }
}

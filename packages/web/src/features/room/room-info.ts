import { RoomAnswer, roomAddress } from '@samtale/protocol'
import { useEffect, useState } from 'react'

/** A claim is good for half an hour; an older one is asked for anew. */
const freshForMs = 20 * 60_000
/** A slow answer doesn't keep anybody from the join page: the server's own door has the last word. */
const waitForMs = 5_000

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

function infoOf(room: string, answer: RoomAnswer | null): RoomInfo {
  let known = { claim: answer?.claim ?? null, at: Date.now(), wasAnswered: answer !== null }
  return {
    answer,
    async claim(isStale) {
      // In a room that nobody owns there is none to renew, unless the server asks for one.
      const isOld = known.claim !== null && Date.now() - known.at > freshForMs
      // Who hosts the room shall not be a guest in it because the first answer took too long.
      if (isStale || isOld || !known.wasAnswered) {
        const again = await ask(room)
        known = { claim: again?.claim ?? null, at: Date.now(), wasAnswered: again !== null }
      }
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

import { useEffect, useState } from 'react'
import { createJudge } from '../judge/judge-in-worker.ts'
import { today, type Library } from '../library/library.ts'
import { draft } from './draft.ts'
import { createLiveCheck, type LiveCheck } from './live-check.ts'

const pauseMs = 250

/** The check of what is written, with a compiler of its own, for as long as the page is open. */
export function useLiveCheck(library: Library): LiveCheck {
  const [judge] = useState(createJudge)
  const [check] = useState(() =>
    createLiveCheck({
      judge,
      bench: async () => ({ system: await library.system(), today: today() }),
      pauseMs,
    }),
  )
  useEffect(() => {
    // All that is needed is fetched at once: from then on checking asks nobody, whatever letters are written.
    judge.open()
    library.system().catch(() => undefined)
    for (const face of document.fonts) face.load().catch(() => undefined)
    if (draft.text !== '') check.write(draft.text)
    return check.close
  }, [check, judge, library])
  return check
}

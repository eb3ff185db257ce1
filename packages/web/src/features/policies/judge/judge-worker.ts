import type { FromJudge, ToJudge } from './judge-messages.ts'
import { judgePolicy } from './judge.ts'

// Judges texts beside the page, so that none of them can stop it.

addEventListener('message', ({ data }: MessageEvent<ToJudge>) => {
  void answer(data)
})

async function answer({ number, text, bench }: ToJudge): Promise<void> {
  try {
    tell({ number, judgement: await judgePolicy(text, bench) })
  } catch {
    tell({ number, failed: true })
  }
}

function tell(message: FromJudge): void {
  self.postMessage(message)
}

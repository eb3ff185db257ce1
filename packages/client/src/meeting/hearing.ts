import type { SaidSignal } from '@samtale/protocol'
import type { GroupClientOptions } from '../group/group-client.ts'
import type { MeetingAction } from './state.ts'

/** Lines of chat whose ids are kept, so that one that was sent twice is shown once. */
const mostIds = 1_000

/** What is heard in the group, as actions on the state; signals go to the media. */
export function createHearing(
  apply: (action: MeetingAction) => void,
  signalled: (from: string, signal: SaidSignal) => void,
): Pick<GroupClientOptions, 'said' | 'safety' | 'came' | 'remembered'> {
  const lines = new Set<string>()
  return {
    said(member, participantId, said) {
      if (said.kind === 'state') return apply({ type: 'said', member, state: said.state })
      if (said.kind === 'signal') return participantId === null ? undefined : signalled(participantId, said.signal)
      if (lines.has(said.chat.id)) return
      lines.add(said.chat.id)
      for (const oldest of [...lines].slice(0, -mostIds)) lines.delete(oldest)
      apply({ type: 'chat', from: member, text: said.chat.text, at: Date.now() })
    },
    safety: (safety) => apply({ type: 'safety', safety }),
    came: (change) => apply({ type: 'came', change }),
    remembered: (on) => apply({ type: 'remembered', on }),
  }
}

import { canonicalRoomName, type RoomNameProblem } from '@samtale/protocol'

/** What is wrong with a name as typed so far. An empty box is a problem only once somebody tried to open it. */
export function nameProblem(typed: string, wasSubmitted: boolean): RoomNameProblem | 'empty' | null {
  if (typed.trim() === '') return wasSubmitted ? 'empty' : null
  // What is being typed may end in a space or a hyphen; that is a name on its way.
  const result = canonicalRoomName(typed)
  return result.ok ? null : result.problem
}

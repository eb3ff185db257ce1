import { cleanDisplayName, type SaidState } from '@samtale/protocol'
import type { Safety } from '../group/group-client.ts'
import type { GroupChanged, GroupView } from '../group/group-messages.ts'
import type { ChangeView } from './view.ts'

/** What is known of the group, by its own words: nothing here is the server's. */
export interface GroupState {
  isIn: boolean
  /** One has been waiting to be in it for long. */
  late: boolean
  /** The members by participant, as far as there is a mapping; who fell out of the group keeps the name. */
  members: GroupView['members']
  /** The participants of these who are in the group now. */
  present: ReadonlySet<string>
  /** What members said last of themselves. */
  states: ReadonlyMap<string, SaidState>
  locked: boolean
  isHost: boolean
  waiting: GroupView['waiting']
  safety: Safety | null
  changes: readonly ChangeView[]
  remembered: boolean
}

export type GroupAction =
  | { type: 'group'; view: GroupView | null }
  | { type: 'said'; member: string; state: SaidState }
  | { type: 'safety'; safety: Safety }
  | { type: 'came'; change: GroupChanged }
  | { type: 'remembered'; on: boolean }
  | { type: 'group.late'; late: boolean }

export const noGroup: GroupState = {
  isIn: false,
  late: false,
  members: new Map(),
  present: new Set(),
  states: new Map(),
  locked: false,
  isHost: false,
  waiting: [],
  safety: null,
  changes: [],
  remembered: false,
}

const mostStates = 256
const mostChanges = 50

export function reduceGroup(state: GroupState, action: GroupAction): GroupState {
  switch (action.type) {
    case 'group': {
      const { view } = action
      if (view === null) return { ...state, isIn: false, present: new Set(), waiting: [], safety: null }
      const members = new Map([...state.members, ...view.members])
      return { ...state, ...view, isIn: true, late: false, members, present: new Set(view.members.keys()) }
    }
    case 'said': {
      const others = [...state.states].filter(([member]) => member !== action.member)
      return { ...state, states: new Map([...others, [action.member, action.state] as const].slice(-mostStates)) }
    }
    case 'safety':
      return { ...state, safety: action.safety }
    case 'came': {
      const key = (state.changes.at(-1)?.key ?? 0) + 1
      const { what, who, by } = action.change
      // By the name that the page shows of them: a leaf may hold somebody else's.
      const shown = ({ id, name }: GroupChanged['who']) => cleanDisplayName(state.states.get(id)?.name ?? name)
      const change = { key, what, name: shown(who), by: by && shown(by) }
      return { ...state, changes: [...state.changes.slice(1 - mostChanges), change] }
    }
    case 'remembered':
      return { ...state, remembered: action.on }
    case 'group.late':
      return { ...state, late: action.late && !state.isIn }
  }
}

/** What a participant says of themselves; null before they said anything. */
export function saidBy({ members, states }: GroupState, participantId: string): SaidState | null {
  const member = members.get(participantId)
  return member === undefined ? null : (states.get(member.id) ?? null)
}

/** What a member is called: as they say, else as their leaf says. */
export function nameOf({ members, states }: GroupState, memberId: string): string {
  const inLeaf = [...members.values()].find(({ id }) => id === memberId)?.name
  return states.get(memberId)?.name ?? inLeaf ?? ''
}

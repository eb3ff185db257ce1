import { expect, test } from 'vitest'
import type { RuleWish } from '../group/rule-wishes.ts'
import { createEnvelopes } from '../sealing/envelopes.ts'
import { createHosting } from './hosting.ts'
import { outside, reduce, type MeetingState } from './state.ts'

/** A host who sees members as the server says which participant each is. */
function hosting(whileAsking: (say: (...members: [participantId: string, id: string][]) => void) => void) {
  let state: MeetingState = outside
  const done: unknown[] = []
  const say = (...members: [participantId: string, id: string][]) => {
    const entries = members.map(([participantId, id]) => [participantId, { id, name: id, verified: null }] as const)
    const view = { members: new Map(entries), locked: false, isHost: true, waiting: [] }
    state = reduce(state, { type: 'group', view })
  }
  say(['p_a', 'anas-key'], ['p_m', 'mallorys-key'])
  const acts = createHosting({
    connection: {
      request: async () => {
        whileAsking(say)
        // Of every request here the answer is empty; the type says so of each alone.
        return {} as never
      },
    },
    group: {
      letIn: () => {},
      sendAway: (member: string) => void done.push({ away: member }),
      setRules: async (wish: RuleWish) => done.push(wish) > 0,
    },
    envelopes: createEnvelopes('kitchen', null),
    state: () => state,
  })
  return { acts, done }
}

test('who is made host, or removed, is who stood there, though the server exchanges them before it answers', async () => {
  const { acts, done } = hosting((say) => say(['p_a', 'mallorys-key'], ['p_m', 'anas-key']))
  expect(await acts.act('promote', 'p_a')).toBe(true)
  expect(done).toEqual([{ host: 'anas-key' }])
  const again = hosting((say) => say(['p_a', 'mallorys-key'], ['p_m', 'anas-key']))
  expect(await again.acts.act('remove', 'p_m')).toBe(true)
  expect(again.done).toEqual([{ away: 'mallorys-key' }])
})

import { expect, test } from 'vitest'
import {
  isHost,
  mayActOnPerson,
  mayActOnRoom,
  personActs,
  roomActs,
  type PersonAct,
  type Standing,
} from './meeting-rights.ts'

const standings = ['claim', 'eldest', 'promoted', 'guest'] as const satisfies Standing[]
const targets = [...standings, 'self'] as const

/** Every combination that is allowed, and nothing else is. */
const allowed: Record<PersonAct, [actor: Standing, targets: (Standing | 'self')[]][]> = {
  promote: [
    ['claim', ['guest']],
    ['eldest', ['guest']],
    ['promoted', ['guest']],
  ],
  mute: [
    ['claim', ['claim', 'eldest', 'promoted', 'guest']],
    ['eldest', ['claim', 'eldest', 'promoted', 'guest']],
    ['promoted', ['claim', 'eldest', 'promoted', 'guest']],
  ],
  'ask-unmute': [
    ['claim', ['claim', 'eldest', 'promoted', 'guest']],
    ['eldest', ['claim', 'eldest', 'promoted', 'guest']],
    ['promoted', ['claim', 'eldest', 'promoted', 'guest']],
  ],
  'camera-off': [
    ['claim', ['claim', 'eldest', 'promoted', 'guest']],
    ['eldest', ['claim', 'eldest', 'promoted', 'guest']],
    ['promoted', ['claim', 'eldest', 'promoted', 'guest']],
  ],
  remove: [
    ['claim', ['promoted', 'guest']],
    ['eldest', ['promoted', 'guest']],
    ['promoted', ['guest']],
  ],
  block: [
    ['claim', ['promoted', 'guest']],
    ['eldest', ['promoted', 'guest']],
    ['promoted', ['guest']],
  ],
}

test('H3 who may do what to whom: every act, every actor, every target', () => {
  for (const act of personActs) {
    for (const actor of standings) {
      for (const target of targets) {
        const may = allowed[act].some(([one, those]) => one === actor && those.includes(target))
        const expected = may ? 'allowed' : actor === 'guest' ? 'host.required' : 'host.refused'
        expect(mayActOnPerson(actor, act, target), `${actor} ${act} ${target}`).toBe(expected)
      }
    }
  }
})

test('H2 guests do nothing to the room; hosts do, and what outlives the meeting is the owner’s', () => {
  for (const act of roomActs) {
    expect(mayActOnRoom('guest', act)).toBe('host.required')
    expect(mayActOnRoom('claim', act)).toBe('allowed')
    for (const other of ['eldest', 'promoted'] as const)
      expect(mayActOnRoom(other, act)).toBe(act === 'enlarge' ? 'host.refused' : 'allowed')
  }
  expect(standings.filter(isHost)).toEqual(['claim', 'eldest', 'promoted'])
})

import { expect, test } from 'vitest'
import { readConfig } from '../platform/config/config.ts'
import { assertRelayDeclared } from './relay.ts'

type Named = Parameters<typeof assertRelayDeclared>[2]

/** A policy that says of one recipient what it gets; of nothing else is anything asked. */
function policyOf(hosts: [string], categories: [string]): Named {
  return { recipients: { relay: { hosts } }, processings: { calls: { categories, recipients: ['relay'] } } }
}

const nobody: Named = { recipients: {}, processings: {} }
const at = new URL('https://meet.example')

function relay(urls: string, runBy = '') {
  const settings = { SAMTALE_TURN_URLS: urls, SAMTALE_TURN_SECRET: 'sixteen characters', SAMTALE_TURN_RUN_BY: runBy }
  return readConfig(settings).relay
}

const undeclared = expect.objectContaining({
  code: 'relay.undeclared',
  message: expect.stringContaining('turn.other.example'),
})

test('somebody else’s relay is refused until the policy says that they get network addresses', () => {
  const theirs = relay('turns:turn.other.example:443')
  expect(() => assertRelayDeclared(theirs, at, nobody)).toThrow(undeclared)
  expect(() => assertRelayDeclared(theirs, at, policyOf(['turn.other.example'], ['call.room']))).toThrow(undeclared)
  expect(() => assertRelayDeclared(theirs, at, policyOf(['other.example'], ['network.address']))).toThrow(undeclared)
  expect(() => assertRelayDeclared(theirs, at, policyOf(['TURN.other.example'], ['network.address']))).not.toThrow()
})

test('one of several that nobody is named for is refused', () => {
  const both = relay('turn:meet.example,turn:turn.other.example')
  expect(() => assertRelayDeclared(both, at, nobody)).toThrow(undeclared)
})

test('one’s own relay needs no name: none, on the same host, this machine or network, or where one says so', () => {
  for (const own of [
    null,
    relay('turn:meet.example'),
    relay('turn:localhost'),
    relay('turn:10.0.0.7'),
    relay('turn:turn.other.example', 'us'),
  ])
    expect(() => assertRelayDeclared(own, at, nobody)).not.toThrow()
})

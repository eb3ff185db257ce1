import type { LinkSignal } from './link-generation.ts'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { withoutAddresses } from './hidden-addresses.ts'

const relay = 'candidate:1 1 udp 41885439 198.51.100.9 50000 typ relay raddr 203.0.113.7 rport 61000 generation 0'
const others = [
  'candidate:2 1 udp 2122260223 192.168.1.7 61000 typ host generation 0',
  'candidate:3 1 udp 1686052607 203.0.113.7 61000 typ srflx raddr 192.168.1.7 rport 61000',
  'candidate:4 1 tcp 1518280447 192.168.1.7 9 typ host tcptype active',
  'candidate:5 1 udp 2113937151 0f9c1d8e.local 61000 typ host',
  'candidate:6 1 udp 1 203.0.113.7 61000 typ prflx',
  'candidate:7 1 udp 1 203.0.113.7 61000 TYP HOST typ relay',
  'typ relay 203.0.113.7',
  '',
]
const own = /203\.0\.113\.7|192\.168\.1\.7|2001:db8::7|\.local/

function candidate(text: string): LinkSignal {
  return { kind: 'candidate', generation: 1, candidate: { candidate: text, sdpMid: '0', sdpMLineIndex: 0 } }
}

function described(lines: string[]): LinkSignal {
  return { kind: 'description', generation: 1, description: { type: 'offer', sdp: lines.join('\r\n') } }
}

test('I3 of candidates only a relay’s passes, without the address behind it', () => {
  const passed = withoutAddresses(candidate(relay))
  expect(passed).toMatchObject({ candidate: { candidate: expect.stringContaining('198.51.100.9 50000 typ relay') } })
  expect(JSON.stringify(passed)).not.toMatch(own)
  for (const other of others) expect(withoutAddresses(candidate(other))).toBeNull()
})

test('I3 no description tells an address of one’s own, whatever its order and its ends of line', () => {
  const lines = [
    ...others.filter((text) => text.startsWith('candidate:')).map((text) => `a=${text}`),
    'o=- 1 2 IN IP4 203.0.113.7',
    'o=- 1 2 IN IP6 2001:db8::7',
    'c=IN IP4 203.0.113.7',
    'c=IN IP6 2001:db8::7',
    'a=rtcp:61000 IN IP4 192.168.1.7',
    'a=remote-candidates:1 203.0.113.7 61000',
    `a=${relay}`,
  ]
  fc.assert(
    fc.property(fc.shuffledSubarray(lines), fc.constantFrom('\r\n', '\n', '\r'), (some, end) => {
      const said = withoutAddresses({
        kind: 'description',
        generation: 1,
        description: { type: 'answer', sdp: some.join(end) },
      })
      expect(JSON.stringify(said)).not.toMatch(own)
      expect(JSON.stringify(said).includes('198.51.100.9')).toBe(some.includes(`a=${relay}`))
    }),
  )
})

test('I3 the rest of a description is as it was', () => {
  const lines = ['v=0', 'm=audio 9 UDP/TLS/RTP/SAVPF 111', 'a=ice-ufrag:abcd', 'a=fingerprint:sha-256 00:11', '']
  expect(withoutAddresses(described(lines))).toEqual(described(lines))
})

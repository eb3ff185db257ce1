import { expect, test } from 'vitest'
import { Destinations, type Destination } from './destinations.ts'

const database: Destination = { host: 'db.example', port: 5432, recipient: null }
const partner: Destination = { host: 'partner.example', port: 443, recipient: 'partner' }
const inside: Destination = { host: 'crm.internal', port: 443, recipient: 'crm' }

function declared(...all: Destination[]): Destinations {
  const destinations = new Destinations()
  destinations.declare(all)
  return destinations
}

test.each([
  [{ host: 'db.example', port: 5432, recipient: null }, { destination: database }],
  [{ host: 'DB.Example.', port: 5432, recipient: 'partner' }, { destination: database }],
  [{ host: 'db.example', port: 22, recipient: null }, { refused: 'port' }],
  [{ host: 'db.example', port: Number.NaN, recipient: null }, { refused: 'port' }],
  [{ host: 'a.db.example', port: 5432, recipient: null }, { refused: 'destination' }],
  [{ host: 'partner.example', port: 443, recipient: 'partner' }, { destination: partner }],
  [{ host: 'partner.example', port: 443, recipient: null }, { refused: 'recipient' }],
  [{ host: 'partner.example', port: 443, recipient: 'crm' }, { refused: 'recipient' }],
])('%j: %j', (wish, verdict) => {
  expect(declared(database, partner, inside).judge(wish)).toEqual(verdict)
})

test('a recipient’s name never leads into this machine or the local network, also not the second time', () => {
  const destinations = declared(partner)
  expect(destinations.admit(partner, ['198.41.0.4', '127.0.0.1', '10.0.0.1', '::1'])).toEqual(['198.41.0.4'])
  expect(destinations.admit(partner, ['::ffff:192.168.1.1', '169.254.169.254', '0.0.0.0', 'ff02::1'])).toEqual([])
  expect(destinations.admit(partner, ['64:ff9b::7f00:1', '2002:7f00:1::', '100.64.0.1', 'fd00::1'])).toEqual([])
  const wish = { port: 443, recipient: 'partner' }
  expect(destinations.judge({ ...wish, host: '198.41.0.4' })).toEqual({ destination: partner })
  expect(destinations.judge({ ...wish, host: '::ffff:198.41.0.4' })).toEqual({ destination: partner })
  expect(destinations.judge({ ...wish, host: '127.0.0.1' })).toEqual({ refused: 'destination' })
})

test('one that is named as inside may lead inside, and what the configuration names anywhere', () => {
  const destinations = declared(inside, database)
  expect(destinations.admit(inside, ['10.0.0.1', '8.8.8.8', '224.0.0.1'])).toEqual(['10.0.0.1', '8.8.8.8'])
  expect(destinations.admit(database, ['10.0.0.1', '127.0.0.1'])).toEqual(['10.0.0.1', '127.0.0.1'])
})

test('the address of one destination is not another’s', () => {
  const destinations = declared(database, partner)
  destinations.admit(database, ['198.41.0.4'])
  expect(destinations.judge({ host: '198.41.0.4', port: 5432, recipient: null })).toEqual({ destination: database })
  expect(destinations.judge({ host: '198.41.0.4', port: 443, recipient: null })).toEqual({ refused: 'port' })
})

test.each(['localhost', 'LOCALHOST.', '127.0.0.1', '::1', '[::1]', '::ffff:127.0.0.1', '0:0:0:0:0:0:0:1'])(
  '%s is this machine, however it was declared',
  (host) => {
    const local: Destination = { host, port: 25, recipient: null }
    for (const other of ['localhost', '127.0.0.1', '::1']) {
      expect(declared(local).judge({ host: other, port: 25, recipient: null })).toEqual({ destination: local })
    }
    for (const other of ['127.0.0.2', '0.0.0.0', '::', '0x7f.1']) {
      expect(declared(local).judge({ host: other, port: 25, recipient: null })).toEqual({ refused: 'destination' })
    }
  },
)

test('socket files are declared by their path', () => {
  const file: Destination = { path: '/run/postgresql/.s.PGSQL.5432' }
  expect(declared(file).judgePath('/run/postgresql/.s.PGSQL.5432')).toEqual({ destination: file })
  expect(declared(file).judgePath('/run/docker.sock')).toEqual({ refused: 'destination' })
  expect(declared(file).judge({ host: '/run/docker.sock', port: 0, recipient: null })).toEqual({
    refused: 'destination',
  })
})

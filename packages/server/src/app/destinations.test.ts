import { expect, test } from 'vitest'
import { readConfig } from '../platform/config/config.ts'
import { configuredDestinations } from './destinations.ts'

test.each([
  ['postgres://samtale:secret@db.example/samtale', { host: 'db.example', port: 5432, recipient: null }],
  ['postgresql://[::1]:5433/samtale', { host: '[::1]', port: 5433, recipient: null }],
  ['postgres://samtale@%2Frun%2Fpostgresql/samtale', { path: '/run/postgresql/.s.PGSQL.5432' }],
  ['postgres:///samtale?host=/run/postgresql&port=5433', { path: '/run/postgresql/.s.PGSQL.5433' }],
  ['postgres:///samtale', { host: 'localhost', port: 5432, recipient: null }],
])('%s leads to %j', (url, destination) => {
  expect(configuredDestinations(readConfig({ DATABASE_URL: url }))).toEqual([destination])
})

test('the mail server is reached at its port', () => {
  const config = readConfig({ SAMTALE_SMTP_URL: 'smtp://mail.example', SAMTALE_MAIL_FROM: 'post@skole.example' })
  expect(configuredDestinations(config)).toEqual([{ host: 'mail.example', port: 587, recipient: null }])
})

test('without settings that name another machine nothing is reached', () => {
  expect(configuredDestinations(readConfig({}))).toEqual([])
})

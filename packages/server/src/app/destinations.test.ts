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

test('an identity provider of one’s own network is reached at its port; others are recipients of the policy', () => {
  const reached = (issuer: string) =>
    configuredDestinations(readConfig({ SAMTALE_OIDC_ISSUER: issuer, SAMTALE_OIDC_CLIENT_ID: 'samtale' }))
  expect(reached('http://localhost:8080')).toEqual([{ host: 'localhost', port: 8080, recipient: null }])
  expect(reached('https://10.0.0.7')).toEqual([{ host: '10.0.0.7', port: 443, recipient: null }])
  expect(reached('https://login.example')).toEqual([])
})

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { compileProfile, isError, type Finding } from '@samtale/policy'
import { afterAll, expect, test } from 'vitest'
import { readPolicyFile } from '../features/privacy/index.ts'
import { readMailSettings } from '../platform/config/mail-settings.ts'
import { assertMailServerDeclared } from './mail-server.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'samtale-mail-server-'))
afterAll(() => rmSync(folder, { recursive: true }))

const controller = {
  name: 'Eksempel AS',
  address: 'Storgata 1, 0155 Oslo',
  country: 'NO',
  email: 'post@eksempel.example',
  privacyContact: 'privacy@eksempel.example',
}
const mailProvider = {
  name: 'Post AB',
  country: 'SE',
  host: 'smtp.post.example',
  agreement: 'https://post.example/dpa',
}

function policyOf(file: object) {
  const place = path.join(folder, 'policy.json')
  writeFileSync(place, JSON.stringify(file))
  const { policy, findings } = compileProfile(readPolicyFile(place).profile)
  if (policy === null) throw new TypeError('no policy')
  return { policy, findings }
}

function errorsOf(findings: readonly Finding[]): string[] {
  return findings.filter(isError).map(({ code }) => code)
}

function mail(url: string, runBy = '') {
  const settings: Partial<Record<string, string>> = {
    SAMTALE_SMTP_URL: url,
    SAMTALE_MAIL_FROM: 'post@eksempel.example',
    SAMTALE_SMTP_RUN_BY: runBy,
  }
  return readMailSettings({ optional: (name) => settings[name] || null }, new URL('https://meet.example'))
}

const undeclared = expect.objectContaining({
  code: 'mail.server-undeclared',
  message: expect.stringContaining('smtp.post.example'),
})

test('somebody else’s mail server is refused until the policy names who runs it', () => {
  const { policy: plain } = policyOf({ controller })
  const { policy: named, findings } = policyOf({ controller, mailProvider })
  const theirs = mail('smtps://u:secret@smtp.post.example')
  expect(() => assertMailServerDeclared(theirs, plain)).toThrow(undeclared)
  expect(() => assertMailServerDeclared(theirs, plain)).toThrow(
    expect.objectContaining({ message: expect.not.stringContaining('secret') }),
  )
  expect(() => assertMailServerDeclared(theirs, named)).not.toThrow()
  expect(() => assertMailServerDeclared(mail('smtps://smtp.other.example'), named)).toThrow('smtp.other.example')
  // Who answers stands in the short form beside the profile.
  expect(errorsOf(findings)).toEqual(['controller.identity.missing'])
  expect(named.recipients['mail-provider']).toMatchObject({ legalName: 'Post AB', kind: 'processor', country: 'SE' })
})

test('one’s own server needs no name: on this machine, in the local network, or where one says so', () => {
  const { policy } = policyOf({ controller })
  for (const url of ['smtp://localhost:2525', 'smtp://127.0.0.1', 'smtps://10.0.0.7'])
    expect(() => assertMailServerDeclared(mail(url), policy)).not.toThrow()
  expect(() => assertMailServerDeclared(mail('smtps://smtp.post.example', 'us'), policy)).not.toThrow()
  expect(() => mail('smtps://smtp.post.example', 'them')).toThrow(expect.objectContaining({ code: 'config.invalid' }))
})

test('a provider outside the EEA is a transfer that a short form can’t declare', () => {
  const { findings } = policyOf({ controller, mailProvider: { ...mailProvider, country: 'US' } })
  expect(errorsOf(findings)).toContain('transfer.tool.missing')
})

test('a provider half named is refused', () => {
  expect(() => policyOf({ controller, mailProvider: { ...mailProvider, agreement: '' } })).toThrow(
    expect.objectContaining({ code: 'policy.file-invalid' }),
  )
})

import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { findingCodes as policyFindings, isError } from '../../packages/policy/src/check/findings.ts'
import { wireErrors } from '../../packages/protocol/src/errors.ts'
import { backupRefusals } from '../../packages/server/src/features/backup/refusals.ts'
import { findingCodes } from '../../packages/server/src/features/doctor/finding-codes.ts'
import { certificateFindings } from '../../packages/server/src/features/erasure/verify.ts'
import { recordErrors } from '../../packages/server/src/features/records/record-error.ts'
import { requestErrors } from '../../packages/server/src/features/rights/request-errors.ts'
import { variables } from '../../packages/server/src/platform/config/variables.ts'
import { databaseErrors } from '../../packages/server/src/platform/db/statements/database-error.ts'
import type { EngineTrouble } from '../../packages/server/src/platform/media/engine.ts'
import { httpErrors } from '../../packages/server/src/platform/http/errors.ts'
import { mailErrors } from '../../packages/server/src/platform/mail/mail-error.ts'
import { sealErrors } from '../../packages/server/src/platform/seals/seal-error.ts'
import { startupErrors } from '../../packages/server/src/platform/startup-error.ts'
import { setupFailures } from '../prepare/failure.mjs'
import { projectRoot } from './plant.ts'
import { readSourceFiles } from './source-files.ts'

const errors = readDocument('docs/errors.md')
const configuration = readDocument('docs/configuration.md')

/** Every trouble of the media engine; leaving one out, or inventing one, doesn't compile. */
const engineTroubles: Record<EngineTrouble['code'], true> = {
  'worker.packages-missing': true,
  'worker.build-failed': true,
  'worker.start-failed': true,
  'media.port-in-use': true,
  'media.address-unknown': true,
}

test('docs/errors.md has every error of the wire, as the code has it', () => {
  const rows = Object.entries<{ means: string; close?: number }>(wireErrors).map(([code, { means, close }]) =>
    row(`\`${code}\``, means, close === undefined ? '' : String(close)),
  )
  expect(tableUnder(errors, 'In a meeting')).toEqual(rows)
})

test('docs/errors.md has every error of an HTTP answer, as the code has it', () => {
  const rows = Object.entries(httpErrors).map(([code, { status, means }]) => row(`\`${code}\``, String(status), means))
  expect(tableUnder(errors, 'In an HTTP answer')).toEqual(rows)
})

test.for([
  ['When the server starts', startupErrors],
  ['When values are sealed and opened', sealErrors],
  ['When something is written down about a record', recordErrors],
  ['When a request is answered', requestErrors],
  ['When a backup is made or restored', backupRefusals],
  ['When mail is written and sent', mailErrors],
  ['When the project is prepared', setupFailures],
] as const)('docs/errors.md has every error under "%s", as the code has it', ([heading, catalogue]) => {
  const entries = Object.entries<{ means: string; nextStep: string }>(catalogue)
  expect(tableUnder(errors, heading)).toEqual(
    entries.map(([code, { means, nextStep }]) => row(`\`${code}\``, means, nextStep)),
  )
})

test('docs/errors.md has every error of the database, as the code has it', () => {
  const rows = Object.entries(databaseErrors).map(([code, means]) => row(`\`${code}\``, means))
  expect(tableUnder(errors, 'In the database')).toEqual(rows)
})

test('docs/errors.md has every finding of a policy, as the code has it', () => {
  const rows = Object.entries(policyFindings).map(([code, means]) => {
    const level = isError({ code: code as keyof typeof policyFindings }) ? 'error' : 'warning'
    return row(`\`${code}\``, level, means)
  })
  expect(tableUnder(errors, 'What a policy is checked for')).toEqual(rows)
})

test('docs/errors.md has everything that a look at a certificate of erasure finds, as the code has it', () => {
  const rows = Object.entries(certificateFindings).map(([code, { level, means }]) => row(`\`${code}\``, level, means))
  expect(tableUnder(errors, 'When a certificate of erasure is looked at')).toEqual(rows)
})

test('docs/errors.md has every finding of the doctor that asks for something, as the code has it', () => {
  const findings = Object.entries(findingCodes).filter(([, { level }]) => level !== 'ok')
  expect(tableUnder(errors, 'What the doctor finds')).toEqual(
    findings.map(([code, { level, means, nextStep }]) => row(`\`${code}\``, level, means, nextStep)),
  )
})

test('docs/errors.md has every trouble of the media router', () => {
  expect(codesUnder(errors, 'When rooms beyond four can’t be had')).toEqual(Object.keys(engineTroubles))
})

test('docs/configuration.md has every variable of ours, as the code has it', () => {
  const rows = Object.entries(variables).map(([name, { fallback, means }]) =>
    row(`\`${name}\``, fallback === '' ? '' : `\`${fallback}\``, means),
  )
  expect(tableUnder(configuration, 'Variables')).toEqual(rows)
})

test('docs/configuration.md has every other variable that the server reads, and no more', () => {
  const server = readSourceFiles(projectRoot).filter(({ place }) =>
    /^packages\/server\/(src|media-worker)\//.test(place),
  )
  const names = server
    .filter(({ place }) => !place.endsWith('.test.ts'))
    .flatMap(({ code }) => [...code.matchAll(/\b(?:env|environment)\['([A-Z][A-Z0-9_]+)'\]/g)])
    .map((match) => match[1] ?? '')
  const others = new Set(names.filter((name) => !(name in variables)))
  expect(new Set(codesUnder(configuration, 'Variables of others'))).toEqual(others)
})

test.for(['README.md', 'CONTRIBUTING.md', 'docs/architecture.md', 'docs/configuration.md', 'docs/errors.md'])(
  'every file that %s names is there',
  (place) => {
    const document = readDocument(place)
    const links = [...document.matchAll(/\]\((?!https?:)([^)#]+)/g)].map((link) =>
      path.join(path.dirname(place), link[1] ?? ''),
    )
    const named = [...document.matchAll(/`((?:packages|tools|e2e|docs)\/[^`\s]*)`/g)].map((name) => name[1] ?? '')
    expect([...links, ...named].filter((file) => !existsSync(path.join(projectRoot, file)))).toEqual([])
  },
)

function readDocument(place: string): string {
  return readFileSync(path.join(projectRoot, place), 'utf8')
}

function row(...cells: string[]): string {
  return cells.join(' | ')
}

/** The rows of the table below a heading, without its head; cells are parted by one bar. */
function tableUnder(document: string, heading: string): string[] {
  const [, section = ''] = document.split(`\n## ${heading}\n`)
  const lines = (section.split('\n## ')[0] ?? '').split('\n').filter((line) => line.startsWith('|'))
  return lines.slice(2).map((line) =>
    row(
      ...line
        .slice(1, -1)
        .split(' | ')
        .map((cell) => cell.trim()),
    ),
  )
}

function codesUnder(document: string, heading: string): string[] {
  return tableUnder(document, heading).map((line) => /^`([^`]+)`/.exec(line)?.[1] ?? line)
}

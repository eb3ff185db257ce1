import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, expect, test } from 'vitest'
import { runPolicyTool } from '../features/policy-tool/index.ts'
import { compilePolicyFile } from './compile-policy.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'samtale-policy-tool-'))
afterAll(() => rmSync(folder, { recursive: true }))

const profiles = fileURLToPath(new URL('../../../../profiles', import.meta.url))
const samtale = path.join(profiles, 'samtale.yaml')
const controller = `controller:
  name: Eksempel AS
  address: Storgata 1, 0155 Oslo
  country: NO
  email: post@eksempel.example
  privacyContact: privacy@eksempel.example
`

function run(...words: string[]) {
  return runPolicyTool(words, {
    compile: (file) => compilePolicyFile(file, '2026-11-22'),
    profiles,
    own: null,
    site: new URL('https://meet.example.org'),
    now: new Date('2026-11-22T12:00:00Z'),
  })
}

function written(name: string, change: (text: string) => string = (text) => text): string {
  const file = path.join(folder, name)
  const whole = readFileSync(samtale, 'utf8').replace('inShort:', `${controller}inShort:`)
  writeFileSync(file, change(whole))
  return file
}

test('the default policy, with a name in it, is in order', async () => {
  expect(await run('check', written('whole.yaml'))).toEqual({ text: '0 errors and 0 warnings in 1 file.\n', code: 0 })
  const short = path.join(folder, 'short.yaml')
  writeFileSync(short, controller)
  expect(await run('check', short)).toEqual({ text: '0 errors and 0 warnings in 1 file.\n', code: 0 })
  const { text, code } = await run('check')
  expect([code, text]).toEqual([1, expect.stringContaining('controller.identity.missing')])
})

test('a finding is a line with its file, its line, its code and what is wrong', async () => {
  const file = written('long.yaml', (text) => text.replace('requests: { answer: P30D', 'requests: { answer: P90D'))
  const line = readFileSync(file, 'utf8')
    .slice(0, readFileSync(file, 'utf8').indexOf('answer: P90D'))
    .split('\n').length
  const { text, code } = await run('check', file)
  expect(code).toBe(1)
  const [first = ''] = text.split('\n')
  expect(first).toContain(`long.yaml:${line}: notice.late P90D is longer`)
  const found = JSON.parse((await run('check', file, '--json')).text) as unknown[]
  expect(found).toEqual([
    expect.objectContaining({ line, code: 'notice.late', at: 'notices.requests.answer', level: 'error' }),
  ])
})

test('all profiles are checked, whichever can’t be read', async () => {
  const { text } = await run('check', '--all')
  const names = readdirSync(profiles).filter((name) => name.endsWith('.yaml'))
  expect(text).toContain(`in ${names.length} files.`)
  const { text: broken, code } = await run(
    'check',
    written('broken.yaml', () => 'a: [\n'),
    samtale,
  )
  expect(code).toBe(1)
  expect(broken).toContain('profile.syntax')
  expect(broken).toContain('controller.identity.missing')
})

test('a diff says what changes, how much it matters, and what is asked again', async () => {
  const before = written('before.yaml')
  const after = written('after.yaml', (text) => text.replace('Send me the newsletter by e-mail.', 'Send me news.'))
  const { text, code } = await run('diff', before, after)
  expect(code).toBe(0)
  expect(text).toContain('- Question “Newsletter”, text: changed.')
  expect(text).toContain('As a whole: material.\nAsked again: newsletter.\n')
  expect((await run('diff', before, before)).text).toBe('Nothing changes.\n')
  expect(JSON.parse((await run('diff', before, after, '--json')).text)).toMatchObject({ class: 'material' })
})

test.each([
  ['page', 'page.html', '<h1 id="title">Privacy policy</h1>'],
  ['ropa', 'ropa.html', 'Record of processing activities: Eksempel AS'],
  ['cookies', 'cookies.html', 'samtale.theme'],
  ['processors', 'processors.html', 'Processors'],
  ['consents', 'consents.html', 'SHA-256 of title'],
  ['gpc', 'gpc.json', '{"gpc":true,"lastUpdate":"2026-11-22"}'],
  ['security', 'security.txt', 'Canonical: https://meet.example.org/.well-known/security.txt'],
  ['dpv', 'policy.jsonld', 'https://meet.example.org/privacy#processings.newsletter'],
])('%s is rendered, to be read or into %s', async (as, name, content) => {
  const file = written('whole.yaml')
  const { text, code } = await run('render', file, '--as', as)
  expect([code, text]).toEqual([0, expect.stringContaining(content)])
  const out = path.join(folder, 'out', as)
  expect(await run('render', file, '--as', as, '--out', out)).toEqual({ text: `${path.join(out, name)}\n`, code: 0 })
  expect(readFileSync(path.join(out, name), 'utf8')).toBe(text)
})

test('documents speak the language asked for, and the record comes as a table and as data', async () => {
  const file = written('whole.yaml')
  expect((await run('render', file, '--lang', 'nb')).text).toContain('<html lang="nb">')
  expect((await run('render', file, '--as', 'ropa', '--format', 'csv')).text).toMatch(/^key,activity,role,/)
  expect(JSON.parse((await run('render', file, '--as', 'ropa', '--json')).text)).toContainEqual(
    expect.objectContaining({ key: 'newsletter' }),
  )
})

test.each([
  [[]],
  [['look']],
  [['check', '--every']],
  [['diff', 'one.yaml']],
  [['render', 'a.yaml', 'b.yaml']],
  [['render', '--as', 'poem']],
  [['render', '--as', 'toString']],
  [['render', '--format', 'csv']],
  [['render', '--lang', 'de']],
])('%j makes no sense, and nothing is written', async (words) => {
  const { text, code } = await run(...words)
  expect(code).toBe(2)
  expect(text).toContain('policy check [file …]')
  expect(existsSync(path.join(folder, 'poem.html'))).toBe(false)
})

test('a file that isn’t there is named', async () => {
  await expect(run('check', path.join(folder, 'none.yaml'))).rejects.toThrow(
    expect.objectContaining({ code: 'policy.file-invalid', message: expect.stringContaining('none.yaml') }),
  )
})

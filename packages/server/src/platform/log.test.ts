import { expect, test } from 'vitest'
import { createLog, errorFields } from './log.ts'

test('a field that is not listed is dropped, whoever passes it', () => {
  const lines: string[] = []
  const log = createLog('info', (line) => void lines.push(line))
  const fields = { code: 'x', email: 'ana@example.test' }
  log.info('something', fields)
  log.debug('not this', {})
  expect(lines).toHaveLength(1)
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({ level: 'info', event: 'something', code: 'x' })
  expect(lines[0]).not.toContain('ana@example.test')
})

test('an error is logged by class and place, never by its message', () => {
  const fields = errorFields(new TypeError('ana@example.test is no number'))
  expect(fields.errorClass).toBe('TypeError')
  expect(JSON.stringify(fields)).not.toContain('ana@example.test')
})

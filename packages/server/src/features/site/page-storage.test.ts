import type { StorageKey } from '@samtale/policy'
import { expect, test } from 'vitest'
import { withPageStorage } from './page-storage.ts'

const text = { en: 'x', nb: 'x', sv: 'x' }
const about = { holds: 'device.preference', purpose: 'preferences', description: text }
const storage: Record<string, StorageKey> = {
  session: { ...about, store: 'cookie', lifetime: 'session' },
  '_pk_id.*': { ...about, store: 'cookie', lifetime: 'P1D', consent: 'statistics' },
  'samtale.theme': { ...about, store: 'local', lifetime: 'until-cleared' },
  'tour"><script>': { ...about, store: 'session', lifetime: 'session' },
}
const page = '<head><meta name="samtale-storage" content="" /></head>'

function declaredIn(html: string): unknown {
  const content = /<meta name="samtale-storage" content="([^"]*)" \/>/.exec(html)?.[1] ?? ''
  return JSON.parse(content.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&gt;', '>'))
}

test('without a consent what needs it is to be removed', () => {
  expect(declaredIn(withPageStorage(page, storage, new Set()))).toEqual({
    cookie: { session: null },
    local: ['samtale.theme'],
    session: ['tour"><script>'],
    indexeddb: [],
    withdrawn: { cookie: ['_pk_id.*'], local: [], session: [], indexeddb: [] },
  })
})

test('with it it may be kept, as long as declared', () => {
  expect(declaredIn(withPageStorage(page, storage, new Set(['statistics'])))).toMatchObject({
    cookie: { session: null, '_pk_id.*': 86_400 },
    withdrawn: { cookie: [] },
  })
})

test('no name becomes markup, and a page without the place is refused', () => {
  expect(withPageStorage(page, storage, new Set())).not.toContain('<script>')
  expect(() => withPageStorage('<head></head>', storage, new Set())).toThrow(TypeError)
})

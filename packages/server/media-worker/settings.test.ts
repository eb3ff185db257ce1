import { homedir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { workerSettings } from './settings.ts'

test('keeps the worker outside node_modules', () => {
  expect(workerSettings({}).cacheDir).toBe(join(homedir(), '.cache', 'samtale'))
  expect(workerSettings({ XDG_CACHE_HOME: '/x' }).cacheDir).toBe(join('/x', 'samtale'))
  expect(workerSettings({ XDG_CACHE_HOME: '/x', SAMTALE_CACHE_DIR: '/y' }).cacheDir).toBe('/y')
  expect(workerSettings({ XDG_CACHE_HOME: '', SAMTALE_CACHE_DIR: '' }).cacheDir).toBe(
    join(homedir(), '.cache', 'samtale'),
  )
})

test('takes mediasoup’s own variables', () => {
  expect(workerSettings({})).toMatchObject({ binary: null, prebuilt: 'default' })
  expect(workerSettings({ MEDIASOUP_WORKER_BIN: '/w' }).binary).toBe('/w')
  expect(workerSettings({ MEDIASOUP_SKIP_WORKER_PREBUILT_DOWNLOAD: 'true' }).prebuilt).toBe('none')
  expect(workerSettings({ MEDIASOUP_WORKER_PREBUILT_DOWNLOAD_BASE_URL: 'https://x' }).prebuilt).toEqual({
    baseUrl: 'https://x',
  })
})

import { expect, test } from 'vitest'
import { missingPackages, noAptTrouble, packagesTrouble } from './packages.ts'

test('gives one line to run, with sudo unless it is root who runs it', () => {
  const packages = ['cmake', 'libuv1-dev']
  const install = 'apt-get install -y --no-install-recommends cmake libuv1-dev'
  expect(packagesTrouble(packages, 'why', 1000).trouble).toEqual({
    code: 'worker.packages-missing',
    detail: 'The media worker is built with these packages, but why: cmake libuv1-dev',
    command: `sudo apt-get update && sudo ${install}`,
  })
  expect(packagesTrouble(packages, 'why', 0).trouble.command).toBe(`apt-get update && ${install}`)
})

test('names what is missing where there is no apt-get, and no line that would not work', () => {
  const { trouble } = noAptTrouble(['cmake', 'libuv1-dev'])
  expect(trouble.code).toBe('worker.packages-missing')
  expect(trouble.detail).toContain('cmake, libuv1-dev')
  expect(trouble.command).toBeUndefined()
})

test('looks for files, not for a package manager', async () => {
  const debian = /^(cmake|ninja-build|g\+\+|flatbuffers-compiler|lib(ssl|uv1|srtp2|flatbuffers)-dev)$/
  for (const name of await missingPackages()) expect(name).toMatch(debian)
})

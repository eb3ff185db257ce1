import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { mediasoupPackage } from './mediasoup-package.ts'
import { recipeFolder, recipeHash } from './recipe.ts'

test('finds the sources in the mediasoup package, and where it publishes', () => {
  const { version, workerSource, repository } = mediasoupPackage()
  expect(version).toMatch(/^\d+\.\d+\.\d+$/)
  expect(existsSync(join(workerSource, 'src', 'main.cpp'))).toBe(true)
  expect(new URL(repository).protocol).toBe('https:')
})

test('the recipe has a name, the same each time', async () => {
  expect(await recipeHash()).toMatch(/^[0-9a-f]{12}$/)
  expect(await recipeHash()).toBe(await recipeHash())
  expect(readFileSync(join(recipeFolder, 'CMakeLists.txt'), 'utf8')).toContain('mediasoup-worker')
})

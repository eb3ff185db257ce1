import { defineConfig } from 'vitest/config'

/** Tests stand beside the code; journeys in a browser are Playwright’s, in e2e/. */
export default defineConfig({
  test: {
    include: [
      'packages/*/{src,test,media-worker}/**/*.test.{ts,tsx}',
      'e2e/headless/**/*.test.ts',
      'tools/**/*.test.ts',
    ],
    environment: 'node',
    restoreMocks: true,
    testTimeout: 60_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
  },
})

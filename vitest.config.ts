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
    // Files that run one after the other in a process share the modules that they load, which halves the time. So what a
    // test changes of globals it puts back.
    isolate: false,
    restoreMocks: true,
    unstubGlobals: true,
    testTimeout: 60_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
  },
})

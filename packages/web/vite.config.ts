import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { keepOurLanguages, preloadFont, startPageBudget, storageBorderFirst } from './build-plugins.ts'

const server = `http://127.0.0.1:${process.env['SAMTALE_PORT'] ?? '3000'}`
const proxied = { target: server, changeOrigin: false }

/** Files of ours that do nothing but export: what isn't used of them is left out. */
const treeshake = {
  moduleSideEffects: [{ test: /[\\/]packages[\\/](?:protocol|client)[\\/]/, sideEffects: false }],
}

// Named exports only, elsewhere; a default export is what Vite asks for.
export default defineConfig({
  base: '/',
  plugins: [react(), keepOurLanguages(), preloadFont(), storageBorderFirst(), startPageBudget(152_000)],
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    assetsDir: 'assets',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      // What the start page needs of the protocol is a name's spelling; the schemas come with the room.
      treeshake,
    },
    target: ['chrome123', 'firefox128', 'safari17.5'],
  },
  // The group's worker needs few of the protocol's schemas.
  worker: { rolldownOptions: { treeshake } },
  server: {
    host: '127.0.0.1',
    proxy: {
      '/ws': { target: server, ws: true },
      '/privacy': proxied,
      '/healthz': proxied,
      '/readyz': proxied,
      '/api': proxied,
    },
  },
})

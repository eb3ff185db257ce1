import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'

const server = `http://127.0.0.1:${process.env['SAMTALE_PORT'] ?? '3000'}`
const proxied = { target: server, changeOrigin: false }

/** react-aria brings its few words in thirty languages, in every bundle: ours stay, the others load empty. */
function keepOurLanguages(): Plugin {
  const words = /[\\/]intl[\\/](?:\w+[\\/])?(?!en-US|nb-NO|sv-SE)[a-z]{2}-[A-Z]{2}\.mjs$/
  return {
    name: 'keep-our-languages',
    enforce: 'pre',
    load: { filter: { id: words }, handler: () => 'export default undefined' },
  }
}

/** The latin letters of the typeface are wanted at once: said in the page, not first found in the style sheet. */
function preloadFont(): Plugin {
  return {
    name: 'preload-font',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler(_html, { bundle }) {
        const font = Object.keys(bundle ?? {}).find((file) => /inter-latin-opsz-normal[^/]*\.woff2$/.test(file))
        if (font === undefined) throw new Error('The font to preload is not in the bundle')
        const attrs = { rel: 'preload', href: `/${font}`, as: 'font', type: 'font/woff2', crossorigin: '' }
        return [{ tag: 'link', attrs, injectTo: 'head' }]
      },
    },
  }
}

// Named exports only, elsewhere; a default export is what Vite asks for.
export default defineConfig({
  base: '/',
  plugins: [react(), keepOurLanguages(), preloadFont()],
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    assetsDir: 'assets',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      // What the start page needs of the protocol is a name's spelling; the schemas come with the room.
      treeshake: { moduleSideEffects: [{ test: /[\\/]packages[\\/](?:protocol|client)[\\/]/, sideEffects: false }] },
    },
    target: ['chrome123', 'firefox128', 'safari17.5'],
  },
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

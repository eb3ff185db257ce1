import { gzipSync } from 'node:zlib'
import type { Plugin, Rolldown } from 'vite'

/** react-aria brings its few words in thirty languages, in every bundle: ours stay, the others load empty. */
export function keepOurLanguages(): Plugin {
  const words = /[\\/]intl[\\/](?:\w+[\\/])?(?!en-US|nb-NO|sv-SE)[a-z]{2}-[A-Z]{2}\.mjs$/
  return {
    name: 'keep-our-languages',
    enforce: 'pre',
    load: { filter: { id: words }, handler: () => 'export default undefined' },
  }
}

/** The latin letters of the typeface are wanted at once: said in the page, not first found in the style sheet. */
export function preloadFont(): Plugin {
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

/**
 * The storage border is a script of its own before all others in the page: modules of a page run in the order in which
 * they stand in it, and nothing may run before the border is closed.
 */
export function storageBorderFirst(): Plugin {
  const entry = 'src/browser/border/install.ts'
  let inBuild = false
  const script = (src: string) => [{ tag: 'script', attrs: { type: 'module', src }, injectTo: 'head-prepend' as const }]
  return {
    name: 'storage-border-first',
    config: (_config, { command }) => {
      inBuild = command === 'build'
    },
    buildStart() {
      if (inBuild) this.emitFile({ type: 'chunk', id: entry, name: 'border' })
    },
    transformIndexHtml: {
      order: 'post',
      handler(_html, { bundle }) {
        if (bundle === undefined) return script(`/${entry}`)
        const border = Object.values(bundle).find((file) => file.type === 'chunk' && file.name === 'border')
        if (border?.type !== 'chunk') throw new Error('The storage border is not in the bundle')
        if (border.imports.length > 0) throw new Error('The storage border waits for other files')
        return script(`/${border.fileName}`)
      },
    },
  }
}

/** Fails a build whose start page asks for more code and style than `bytes`, compressed as servers do (gzip). */
export function startPageBudget(bytes: number): Plugin {
  return {
    name: 'start-page-budget',
    apply: 'build',
    generateBundle(_options, bundle) {
      const chunks = Object.values(bundle).filter((file) => file.type === 'chunk')
      const entry = chunks.find((chunk) => chunk.facadeModuleId?.endsWith('/index.html'))
      if (entry === undefined) throw new Error('The bundle has no entry')
      // One language is loaded at the start; English stands for it.
      const texts = chunks.filter((chunk) => chunk.facadeModuleId?.endsWith('/src/texts/en.ts'))
      const border = chunks.filter((chunk) => chunk.name === 'border')
      const asked = closureOf([entry, ...border, ...texts], chunks)
      const size = asked.reduce((sum, chunk) => sum + gzipSync(chunk.code).length + styleSize(chunk, bundle), 0)
      if (size > bytes) this.error(`The start page asks for ${size} bytes, more than its budget of ${bytes}`)
    },
  }
}

/** Chunks with all that they import at once. */
function closureOf(
  first: readonly Rolldown.OutputChunk[],
  all: readonly Rolldown.OutputChunk[],
): Rolldown.OutputChunk[] {
  const found = new Set(first)
  for (const chunk of found) {
    for (const other of all) if (chunk.imports.includes(other.fileName)) found.add(other)
  }
  return [...found]
}

function styleSize(chunk: Rolldown.OutputChunk, bundle: Rolldown.OutputBundle): number {
  const sheets = [...(chunk.viteMetadata?.importedCss ?? [])].map((file) => bundle[file])
  return sheets.reduce((sum, sheet) => sum + (sheet?.type === 'asset' ? gzipSync(sheet.source).length : 0), 0)
}

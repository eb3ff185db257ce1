import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from '@playwright/test'
import type axeCore from 'axe-core'

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']
/** What depends on colours and on room alone: nothing else of a page changes with theme or size. */
const byLooks = ['color-contrast', 'link-in-text-block', 'target-size', 'scrollable-region-focusable']

/** What axe finds on a page; `looks` leaves out what doesn't change with its theme and size. */
export async function faultsOf(page: Page, which: 'all' | 'looks'): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axeSource)
  return page.evaluate(
    async ({ runOnly }) => {
      const axe: typeof axeCore = Reflect.get(window, 'axe')
      const { violations } = await axe.run(document, { runOnly, resultTypes: ['violations'], iframes: false })
      return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 200)).join(' | ')}`)
    },
    { runOnly: which === 'all' ? { type: 'tag' as const, values: tags } : { type: 'rule' as const, values: byLooks } },
  )
}

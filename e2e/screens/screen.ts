import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

/** Where pictures are kept: with SAMTALE_SCREENSHOTS=1 in the documentation, else beside the test's results. */
const folder = path.resolve(
  import.meta.dirname,
  process.env['SAMTALE_SCREENSHOTS'] === '1' ? '../../docs/screenshots' : '../test-results/screens',
)
export const sizes = { phone: { width: 390, height: 844 }, desktop: { width: 1_440, height: 900 } }
const schemes = ['light', 'dark'] as const

/** A screen at both sizes and in both themes: a picture, nothing wider than the window, nothing that axe finds. */
export async function screen(page: Page, name: string): Promise<void> {
  mkdirSync(folder, { recursive: true })
  for (const [size, viewport] of Object.entries(sizes)) {
    for (const colorScheme of schemes) {
      await page.setViewportSize(viewport)
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      await page.waitForTimeout(250)
      await page.screenshot({ path: path.join(folder, `${name}-${size}-${colorScheme}.png`) })
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
      expect(wide, `${name} ${size}: wider than the window`).toBeLessThanOrEqual(0)
      // Each size and each theme once: axe takes seconds.
      if ((size === 'phone') !== (colorScheme === 'dark')) continue
      const { violations } = await new AxeBuilder({ page })
        .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
        .analyze()
      const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)
      expect(found, `${name} ${size} ${colorScheme}`).toEqual([])
    }
  }
}

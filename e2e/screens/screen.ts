import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { expect, type Page } from '@playwright/test'
import { faultsOf } from '../pages/axe.ts'

/** With SAMTALE_SCREENSHOTS=1 pictures are kept in the documentation. */
const keeps = process.env['SAMTALE_SCREENSHOTS'] === '1'
const folder = path.resolve(import.meta.dirname, '../../docs/screenshots')
export const sizes = { phone: { width: 390, height: 844 }, desktop: { width: 1_440, height: 900 } }
const schemes = ['light', 'dark'] as const

/** A screen at both sizes and in both themes: nothing wider than the window, nothing that axe finds, and pictures of it. */
export async function screen(page: Page, name: string): Promise<void> {
  let rules: 'all' | 'looks' = 'all'
  for (const [size, viewport] of Object.entries(sizes)) {
    for (const colorScheme of schemes) {
      // Each size and each theme once is looked at.
      const isJudged = (size === 'phone') === (colorScheme === 'dark')
      if (!isJudged && !keeps) continue
      await page.setViewportSize(viewport)
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      await page.waitForTimeout(250)
      if (keeps) await picture(page, `${name}-${size}-${colorScheme}`)
      if (!isJudged) continue
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
      expect(wide, `${name} ${size}: wider than the window`).toBeLessThanOrEqual(0)
      expect(await faultsOf(page, rules), `${name} ${size} ${colorScheme}`).toEqual([])
      rules = 'looks'
    }
  }
}

async function picture(page: Page, name: string): Promise<void> {
  mkdirSync(folder, { recursive: true })
  await page.screenshot({ path: path.join(folder, `${name}.png`) })
}

import type { Page } from '@playwright/test'

/** What somebody finds who has a keyboard alone. */
interface Walk {
  /** Controls that Tab never reached. */
  readonly missed: string[]
  /** Controls on which nobody sees that they are there. */
  readonly unseen: string[]
}

/** Of a page with more controls than that, as a policy with its hundreds of links, so many are walked. */
const most = 250

/** What the page itself notes meanwhile. */
interface Walked {
  walked: { all: HTMLElement[]; left: Set<HTMLElement>; unseen: Set<HTMLElement> }
}

/** Presses Tab from the top of a page until it begins anew. */
export async function walk(page: Page): Promise<Walk> {
  await page.evaluate((atMost) => {
    const focusable = 'a[href], button, input, select, textarea, summary, [tabindex]'
    const isThere = (one: HTMLElement) =>
      one.checkVisibility({ visibilityProperty: true }) && one.tabIndex >= 0 && !one.matches(':disabled')
    const isFirstOfItsKind = (one: HTMLElement) =>
      // Of radio buttons of one name Tab reaches one; arrows reach the others (ARIA APG).
      !(one instanceof HTMLInputElement && one.type === 'radio') ||
      [...document.querySelectorAll<HTMLInputElement>('input[type=radio]')].find(({ name }) => name === one.name) ===
        one
    const every = [...document.querySelectorAll<HTMLElement>(focusable)]
    const all = every.filter((one) => isThere(one) && isFirstOfItsKind(one)).slice(0, atMost)
    const left = new Set(all)
    const unseen = new Set<HTMLElement>()
    document.addEventListener('focusin', ({ target }) => {
      if (!(target instanceof HTMLElement)) return
      const radio = target instanceof HTMLInputElement && target.type === 'radio' ? target.name : null
      for (const one of left)
        if (one === target || (radio !== null && one instanceof HTMLInputElement && one.name === radio))
          left.delete(one)
      const isOutlined = [null, '::after', '::before'].some((part) => {
        const { outlineStyle, outlineWidth } = getComputedStyle(target, part)
        return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 1
      })
      const box = target.getBoundingClientRect()
      const isInView = box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth
      if (!isOutlined || !isInView) unseen.add(target)
    })
    Object.assign(window, { walked: { all, left, unseen } })
    document.documentElement.scrollTop = 0
  }, most)
  const controls = await page.evaluate(() => {
    const walked: Walked['walked'] = Reflect.get(window, 'walked')
    return walked.all.length
  })
  // A date has several stops, and what scrolls has one of its own. Who isn't through by the third round is trapped.
  for (let round = 0, left = controls; round < 3 && left > 0; round += 1) {
    // Pressed without waiting for each.
    await Promise.all(Array.from({ length: Math.min(controls + 1, most) }, () => page.keyboard.press('Tab')))
    left = await page.evaluate(() => {
      const walked: Walked['walked'] = Reflect.get(window, 'walked')
      return walked.left.size
    })
  }
  return page.evaluate(() => {
    const { left, unseen }: Walked['walked'] = Reflect.get(window, 'walked')
    const words = (all: Set<HTMLElement>) => [...all].map((one) => one.outerHTML.slice(0, 160))
    return { missed: words(left), unseen: words(unseen) }
  })
}

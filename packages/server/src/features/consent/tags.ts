import type { Policy } from '@samtale/policy'
import { markup, type Markup } from '../pages/index.ts'

/**
 * What others load on a page: the scripts and pictures of recipients whose consent was given. Without it there is no
 * trace of them on the page. Deferred scripts run in the order of the page, so after the storage border, which is its first.
 */
export function tags(recipients: Policy['recipients'], granted: ReadonlySet<string>): Markup[] {
  return Object.values(recipients).flatMap(({ browser }): Markup[] => {
    if (browser === undefined || browser.onClick === true) return []
    if (browser.consent === undefined || !granted.has(browser.consent)) return []
    const { script, image } = browser
    return [
      ...(script === undefined ? [] : [markup`<script defer src="${script}" data-consent></script>`]),
      ...(image === undefined ? [] : [markup`<img src="${image}" alt="" width="1" height="1" hidden data-consent>`]),
    ]
  })
}

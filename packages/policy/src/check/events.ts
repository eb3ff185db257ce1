/** Events that come by themselves, or with the data. */
const certain: ReadonlySet<string> = new Set([
  'collected',
  'transaction',
  'fiscal-year-end',
  'last-activity',
  'last-message',
  'sent',
  'decided',
  'confirmed',
  'trial-end',
  'stream-end',
])

/** Whether an event comes about in any case. Others wait for somebody, so a time counted from them has no sure end. */
export function isCertain(event: string): boolean {
  return certain.has(event)
}

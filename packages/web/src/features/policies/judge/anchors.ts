import { anchorOf, idsOf, type PolicyDocument } from '@samtale/policy'

/**
 * Where on a rendered page the parts of a policy stand, as ids there: the part's own, else its section's; nothing for a
 * part that the page doesn't show.
 */
export function anchorsFor(page: PolicyDocument, parts: readonly string[]): readonly string[] {
  const ids = idsOf(page)
  const found = parts.flatMap((part) => {
    const section = part.split('.')[0] ?? ''
    return [anchorOf(part), section].find((id) => ids.has(id)) ?? []
  })
  return [...new Set(found)]
}

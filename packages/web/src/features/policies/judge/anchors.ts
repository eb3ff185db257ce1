import type { PolicyDocument } from '@samtale/policy'

/**
 * Where on a rendered page the parts of a policy stand, as ids there: the part's own, else its section's; nothing for a
 * part that the page doesn't show.
 */
export function anchorsFor(page: PolicyDocument, parts: readonly string[]): readonly string[] {
  const ids = idsOf(page)
  const found = parts.flatMap((part) => {
    const section = part.split('.')[0] ?? ''
    return [part, section].find((id) => ids.has(id)) ?? []
  })
  return [...new Set(found)]
}

function idsOf(page: PolicyDocument): ReadonlySet<string> {
  const inside = page.sections.flatMap(({ blocks }) => blocks.flatMap((block) => idOf(block) ?? []))
  return new Set([...page.sections.map(({ id }) => id), ...inside])
}

function idOf(block: object): string | undefined {
  return 'id' in block && typeof block.id === 'string' ? block.id : undefined
}

import type { Door } from '../platform/db/access/doors.ts'

/** What the database's owner was not allowed to close, and the statements that close it; null where nothing is open. */
export function openDoorsInWords(doors: readonly Door[]): string | null {
  if (doors.length === 0) return null
  return [
    'The owner of the database is no superuser, so some ways out of a purpose’s rights stay open inside the database.',
    'Samtale keeps to them by itself; to close them in the database too, let a superuser run this there, once:',
    ...doors.flatMap(({ closedBy }) => closedBy.split(';').map((statement) => `  ${statement.trim()};`)),
  ].join('\n')
}

import type { Language } from '@samtale/policy'
import { markup, type Markup } from '../../pages/index.ts'
import { mark, table } from '../shell/table.ts'
import { closeForm } from './close-form.ts'
import { organisationWords as words } from './organisation-words.ts'
import type { ListedRoom } from './parts.ts'
import { closingWords } from './words.ts'

const doors = { link: words.link, knock: words.knock, members: words.membersOnly } as const

/** Rooms, how they stand, and the way to close one. */
export function roomTable(
  rooms: readonly ListedRoom[],
  { language, caption, empty }: { language: Language; caption: string; empty: string },
): Markup {
  const rows = rooms.map((room) => [
    room.name,
    words[room.owner][language],
    doors[room.door][language],
    room.suspended ? mark('danger', closingWords.closed[language]) : mark('good', closingWords.open[language]),
    room.suspended
      ? markup`<a href="/admin/suspensions?lang=${language}">${closingWords.reopen[language]}</a>`
      : closeForm('room', room.name, { language, fresh: false }),
  ])
  const columns = [words.room, words.owner, words.door, words.state, closingWords.act]
  return table({ language, caption, columns, rows, empty })
}

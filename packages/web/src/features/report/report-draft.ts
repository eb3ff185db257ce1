import { reportLimits, type Language, type NewReport, type ReportReason } from '@samtale/protocol'

/** Where a report begins, and what could go along with it. */
export interface ReportPlace {
  room: string
  where: NewReport['where']
  /** The name of whom it is about, where it began at somebody. */
  about: string | null
  /** The chat as it stands on this page, one line each. */
  chat: readonly string[]
}

/** What the reporter has written and chosen so far. */
export interface ReportDraft {
  reason: ReportReason | null
  message: string
  contact: string
  withName: boolean
  withChat: boolean
}

export const emptyDraft: ReportDraft = { reason: null, message: '', contact: '', withName: false, withChat: false }

/** How many of the last messages can go along. */
const mostLines = 20

export function linesToSend({ chat }: Pick<ReportPlace, 'chat'>): string[] {
  return chat.slice(-mostLines).map((line) => line.slice(0, reportLimits.chatMessage))
}

/** What is sent: what was chosen, and nothing else. Null while no reason is. */
export function draftReport(draft: ReportDraft, place: ReportPlace, language: Language): NewReport | null {
  const { reason } = draft
  if (reason === null) return null
  const [message, contact] = [draft.message.trim(), draft.contact.trim()]
  return {
    ...{ room: place.room, where: place.where, reason, language },
    ...(message === '' ? {} : { message }),
    ...(contact === '' ? {} : { contact }),
    ...(draft.withName && place.about !== null ? { about: place.about.slice(0, reportLimits.about) } : {}),
    ...(draft.withChat ? { chat: linesToSend(place) } : {}),
  }
}

import { NewReport } from '@samtale/protocol'
import { expect, test } from 'vitest'
import { draftReport, emptyDraft, type ReportPlace } from './report-draft.ts'

const place: ReportPlace = {
  room: 'kitchen-table',
  where: 'call',
  about: 'Eve',
  chat: Array.from({ length: 30 }, (_, line) => `Eve: ${line}`),
}

test('without a reason nothing is sent', () => {
  expect(draftReport(emptyDraft, place, 'en')).toBeNull()
})

test('what was not chosen is not in it', () => {
  const draft = { ...emptyDraft, reason: 'harassment', message: '  ' } as const
  expect(draftReport(draft, place, 'nb')).toEqual({
    room: 'kitchen-table',
    where: 'call',
    reason: 'harassment',
    language: 'nb',
  })
})

test('what was chosen is, and fits what the server takes', () => {
  const draft = {
    ...emptyDraft,
    reason: 'other',
    message: ' They shouted ',
    contact: 'ana@example.test',
    withName: true,
    withChat: true,
  } as const
  const report = draftReport(draft, { ...place, about: 'E'.repeat(500) }, 'en')
  expect(NewReport.safeParse(report).success).toBe(true)
  expect(report).toMatchObject({ message: 'They shouted', contact: 'ana@example.test' })
  expect(report?.chat).toHaveLength(20)
  expect(report?.about).toHaveLength(200)
})

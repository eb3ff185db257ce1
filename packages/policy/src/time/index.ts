export { answerDue, extendedAnswerDue, promisedAnswerDue, type DayCounting, type DueDay } from './answer-due.ts'
export { deadlineAfter } from './deadline.ts'
export type { HolidayCalendar } from './working-days.ts'
export { addDuration, subtractDuration } from './zoned.ts'

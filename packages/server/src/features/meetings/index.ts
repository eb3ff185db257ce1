export type { KnownOfParticipant } from './known.ts'
export { Meetings, type MeetingsOptions } from './meetings.ts'
export { meetingMessages, type InMeetingHandlers } from './messages.ts'
export { openSession } from './session.ts'

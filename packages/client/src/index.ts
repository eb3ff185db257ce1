export type { DeviceChoice, DeviceProblem, InputView, LocalMedia, LocalMediaView } from './media/local-media.ts'
export type { FrameCount } from './media/meeting-media.ts'
export { createLocalMedia } from './media/device-media.ts'
export { checkKeySupport, checkSupport, type SupportProblem } from './media/support.ts'
export { createMeeting } from './meeting/meeting.ts'
export type {
  ChangeView,
  ChatLine,
  DoorView,
  EncryptionView,
  FailureCode,
  HostNotice,
  Hosting,
  KnockerView,
  Meeting,
  MeetingView,
  PathView,
  PersonEncryption,
  PersonView,
  Phase,
  SafetyView,
} from './meeting/view.ts'
export { newSecret, secretStrength } from './sealing/link-secret.ts'
export { addTestGuests, type TestGuests } from './test-guests/test-guests.ts'

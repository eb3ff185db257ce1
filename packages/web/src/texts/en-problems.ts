import { pluralIn } from './plural.ts'

const count = pluralIn('en')

/** What went wrong and what to do about it. */
export const enProblems = {
  /** `both`: camera and microphone have the same trouble. */
  devices: {
    camera: {
      denied: 'Your browser is not allowed to use the camera here. Allow it beside the address bar, then try again.',
      busy: 'Another program is using your camera. Close it there, then try again.',
      missing: 'No camera was found. Connect one, then try again.',
      unsupported: 'This browser cannot use a camera on this page.',
      failed: 'Your camera did not start. Unplug it and plug it in again, then try again.',
    },
    microphone: {
      denied:
        'Your browser is not allowed to use the microphone here. Allow it beside the address bar, then try again.',
      busy: 'Another program is using your microphone. Close it there, then try again.',
      missing: 'No microphone was found. Connect one, then try again.',
      unsupported: 'This browser cannot use a microphone on this page.',
      failed: 'Your microphone did not start. Unplug it and plug it in again, then try again.',
    },
    both: {
      denied:
        'Your browser is not allowed to use the camera and microphone here. Allow them beside the address bar, then try again.',
      busy: 'Other programs are using your camera and microphone. Close them there, then try again.',
      missing: 'No camera or microphone was found. Connect them, then try again.',
      unsupported: 'This browser cannot use a camera or microphone on this page.',
      failed: 'Your camera and microphone did not start. Unplug them and plug them in again, then try again.',
    },
  },
  support: {
    'insecure-context': {
      heading: 'This page is not secure',
      text: 'Browsers give cameras and microphones to secure pages only. Open the same link with https:// in front; if that does not work, ask whoever runs this server.',
    },
    'no-webrtc': {
      heading: 'This browser cannot hold a call',
      text: 'It lacks WebRTC, or it is switched off. Open the link in an up-to-date Firefox, Chrome, Edge or Safari.',
    },
    'no-transforms': {
      heading: 'This browser is too old for a safe call',
      text: 'It cannot encrypt sound and picture frame by frame. Update it, or open the link in an up-to-date Firefox, Chrome, Edge or Safari.',
    },
    'no-keys': {
      heading: 'This browser is too old for a safe call',
      text: 'It cannot make the keys that protect a call. Update it, or open the link in an up-to-date Firefox, Chrome, Edge or Safari.',
    },
  },
  mishap: {
    heading: 'Something went wrong on this page',
    text: 'Reload it. If it comes back, tell whoever runs this server what you did before it.',
  },
  waiting: {
    heading: 'One moment, the server is getting ready',
    text: 'More than four people, and rooms that hide addresses, need the server’s media router. It is being made ready, and you come in by yourself as soon as it is.',
    timeLeft: (seconds: number) =>
      seconds < 90
        ? count(Math.max(1, Math.round(seconds)), { one: 'About # second left.', other: 'About # seconds left.' })
        : count(Math.round(seconds / 60), { one: 'About # minute left.', other: 'About # minutes left.' }),
    timeUnknown: 'How long it takes is not known yet.',
    stop: 'Stop waiting',
  },
  left: {
    heading: 'You left',
    text: (room: string) => `Your camera and microphone are off. The room ${room} is still there.`,
    joinAgain: 'Join again',
  },
  failures: {
    full: {
      heading: 'The room is full',
      text: 'As many people as this server allows are in it. Try again when somebody has left.',
    },
    nameInvalid: {
      heading: 'This is not a room name',
      text: 'Room names have letters, digits and hyphens, at most 64 of them. Check the link, or open another room.',
    },
    nameReserved: {
      heading: 'This name is taken',
      text: 'This server needs the name for a page of its own. Open a room with another name.',
    },
    routerUnavailable: {
      heading: 'This call can’t take you in now',
      text: 'More than four people, and rooms that hide addresses, need a media router, and this server has none. Ask whoever runs it, or try again when fewer are in the room.',
    },
    smallFull: {
      heading: 'The room is full',
      text: 'It is kept for four people. Whoever hosts it can make it large; then you get in.',
    },
    membersOnly: {
      heading: 'This room is for members',
      text: 'It lets in only people whom its owner or organisation has named. Sign in with the account that was invited, then open the link again.',
    },
    linkNeeded: {
      heading: 'A link is needed here',
      text: 'This room opens with its whole link, not with its name alone. Ask whoever invited you for the link.',
    },
    linkOld: {
      heading: 'This link is an old one',
      text: 'The room has a new link now. Ask whoever invited you for it.',
    },
    roomGone: {
      heading: 'This room is gone',
      text: 'Whoever made it has deleted it, or given it another name. Ask them for a new link.',
    },
    roomEnded: {
      heading: 'This room has ended',
      text: 'It was open for one time only, and that time is over.',
    },
    roomSuspended: {
      heading: 'This room is closed',
      text: 'Whoever runs this server has closed it for now.',
    },
    locked: { heading: 'The door is locked', text: 'Knock, and a host can let you in.' },
    rejected: {
      heading: 'You were not let in',
      text: 'A host answered no. If you think it was a mistake, ask whoever invited you.',
    },
    knocksTooMany: {
      heading: 'Too many at the door',
      text: 'Many people wait at this door, or many knocks came from your network. Wait a little, then try again.',
    },
    removed: {
      heading: 'A host removed you',
      text: 'Your camera and microphone are off. You may come back if the door is open; if it is locked, you have to knock.',
    },
    blocked: {
      heading: 'You cannot come back to this meeting',
      text: 'A host has blocked you for as long as it lasts. Your camera and microphone are off.',
    },
    meetingEnded: {
      heading: 'The meeting has ended',
      text: 'A host ended it for everybody. Your camera and microphone are off.',
    },
    roomsTooMany: {
      heading: 'Too many rooms at once',
      text: 'Many rooms were opened from your network. Wait some minutes, then try again.',
    },
    connectionsTooMany: {
      heading: 'Too many connections at once',
      text: 'Many connections are open from your network. Close other tabs with calls, then try again.',
    },
    version: {
      heading: 'The server has been updated',
      text: 'This page is older than the server. Reload it, and it fits again.',
    },
    unreachable: {
      heading: 'The server does not answer',
      text: 'Check your connection to the network, then try again. If others cannot reach it either, ask whoever runs it.',
    },
    draining: { heading: 'The server is stopping', text: 'It may be back in a moment. Wait a little, then try again.' },
    rate: {
      heading: 'That was too much at once',
      text: 'The server closed the connection because too many messages came. Wait a little, then try again.',
    },
    elsewhere: {
      heading: 'The call went on elsewhere',
      text: 'You came back to this call in another window or tab. Go on there, or join again here.',
    },
    gone: { heading: 'You were away too long', text: 'Your place in the call is gone. Join again to go on.' },
    internal: {
      heading: 'Something went wrong',
      text: 'The page and the server did not understand each other. Try again; if it comes back, tell whoever runs the server the code below.',
    },
  },
  failureCode: (code: string) => `Code: ${code}`,
}

import type { Shape, ValueOf } from './shapes.ts'

/** Every field that a log line may have, and what it holds: nothing that names or follows a person. */
export const logFields = {
  attempt: { number: 'count' },
  code: { text: 'code' },
  count: { number: 'count' },
  errorClass: { text: 'class' },
  generation: { number: 'count' },
  /** Name of a job, from the catalogue of jobs. */
  job: { text: 'code' },
  mode: { oneOf: ['direct', 'router', 'interrupted'] },
  people: { number: 'count' },
  percent: { number: 'count' },
  port: { number: 'port' },
  /** Why the server was not let out (platform/egress). */
  reason: { oneOf: ['destination', 'port', 'address', 'scheme', 'recipient', 'category'] },
  seconds: { number: 'seconds' },
  signal: { oneOf: ['SIGTERM', 'SIGINT', 'SIGHUP'] },
  stack: { text: 'places' },
  step: {
    oneOf: [
      'Looking for the media worker',
      'Fetching the media worker',
      'No prebuilt media worker',
      'Installing packages that the media worker is built with',
      'Building the media worker',
      'Starting the media router',
    ],
  },
  /** By which way something tried to leave the server. */
  way: { oneOf: ['fetch', 'socket', 'local-socket', 'datagram', 'name'] },
  worker: { number: 'count' },
} as const satisfies Record<string, Shape>

export type LogField = keyof typeof logFields

/** What `errorFields` makes of an error. */
const fault = ['errorClass', 'code', 'stack'] as const

/** Every event that the log knows, with the fields that it may have. One that isn't here doesn't compile. */
export const logEvents = {
  'answer.refused': ['stack'],
  /** A breach waits for its notice to the authority. */
  'breach.time': ['percent'],
  'command.failed': fault,
  'cookie.refused': ['stack'],
  'egress.refused': ['way', 'reason', 'stack'],
  'http.request-failed': fault,
  'job.database-failed': fault,
  'job.failed': ['job', 'attempt', ...fault],
  'job.given-up': ['job', 'attempt', ...fault],
  'keys.epoch': ['generation'],
  'keys.unreadable': ['count'],
  'media.worker-broken': ['worker'],
  'media.worker-died': ['worker'],
  'media.worker-failed': ['worker', 'code'],
  'media.worker-started': ['worker', 'seconds', 'port'],
  'media.worker-step': ['step', 'seconds', ...fault],
  'media.worker-unavailable': ['code'],
  'meeting.path': ['mode', 'generation', 'people'],
  'meeting.router-lost': ['people'],
  'meeting.router-refused': fault,
  'message.refused': ['stack'],
  'output.refused': ['stack'],
  'rights.time-over': ['percent', 'count'],
  'server.crashed': fault,
  'server.stop-step-failed': fault,
  /** A coming version of the policy may take effect: the server starts anew with it, when nobody is in a call. */
  'policy.due': [],
  'server.stopping': ['signal'],
  'server.stray-fault': fault,
  'server.warning': fault,
  'sign-in.trouble': [],
  'signalling.accept-failed': fault,
  'signalling.handler-failed': fault,
  'signalling.request-failed': fault,
} as const satisfies Record<string, readonly LogField[]>

export type LogEvent = keyof typeof logEvents

/** The fields of an event, each with its own type; one that is undefined is left out. */
export type FieldsOf<Event extends LogEvent> = {
  readonly [Field in (typeof logEvents)[Event][number]]?: ValueOf<(typeof logFields)[Field]> | undefined
}

/**
 * Every error that an HTTP answer carries, as `{ "error": code }`. `docs/errors.md` is compared with this table by a test.
 * Pages have sentences of their own in each language.
 */
export const httpErrors = {
  'request.invalid': { status: 400, means: 'The request is not as its route asks for.' },
  'card.number-refused': {
    status: 400,
    means: 'What was sent holds something that is a payment card’s number. Samtale never takes one: leave it out.',
  },
  'request.other-site': {
    status: 403,
    means: 'A page of another site sent this, or a program that doesn’t say from where.',
  },
  'sign-in.needed': {
    status: 401,
    means: 'Only who is signed in may ask this; or they have to show again that they are it.',
  },
  'sign-in.refused': { status: 403, means: 'What was shown doesn’t prove who is signing in.' },
  'form.too-many': {
    status: 429,
    means: 'Too many forms came from one network address; wait a little and send it again.',
  },
  'not-found': { status: 404, means: 'Nothing has this address.' },
  'server.internal': { status: 500, means: 'The server made a mistake; its log says where.' },
} as const satisfies Record<string, { status: number; means: string }>

export type HttpErrorCode = keyof typeof httpErrors

/** Those that every route may answer. */
export const generalErrors: readonly HttpErrorCode[] = [
  'request.invalid',
  'request.other-site',
  'sign-in.needed',
  'card.number-refused',
  'not-found',
  'server.internal',
]

/** A refusal on its way out; thrown by handlers and hooks, turned into an answer at the border. */
export class HttpRefusal extends Error {
  readonly code: HttpErrorCode
  readonly statusCode: number

  constructor(code: HttpErrorCode) {
    super(httpErrors[code].means)
    this.name = 'HttpRefusal'
    this.code = code
    this.statusCode = httpErrors[code].status
  }
}

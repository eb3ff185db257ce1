/** Why something can't be done about a request (docs/errors.md). */
export const requestErrors = {
  'request.asleep': {
    means: 'The policy in force takes no requests.',
    nextStep: 'Have it cover rights-request and rights-request-unproved for the purpose rights, and start again.',
  },
  'request.unknown': {
    means: 'There is no such request, or it was deleted.',
    nextStep: 'Look it up: samtale requests list',
  },
  'request.closed': {
    means: 'It has been answered.',
    nextStep: 'Nothing has to be done; the person can ask again.',
  },
  'request.day': {
    means: 'It can’t have come on a day that is still to come.',
    nextStep: 'Correct the day it came.',
  },
  'request.late': {
    means: 'Its time is over: longer can only be had before.',
    nextStep: 'Answer it now.',
  },
  'request.extended': {
    means: 'It has been given longer once.',
    nextStep: 'Answer it; the law gives no more.',
  },
  'request.decide': {
    means: 'An objection is neither answered nor refused but decided.',
    nextStep: 'samtale requests decide',
  },
  'request.not-objection': {
    means: 'It is no objection that waits for a decision.',
    nextStep: 'Look at it: samtale requests show',
  },
  'request.not-rectification': {
    means: 'Nothing is to be corrected by it.',
    nextStep: 'Look at it: samtale requests show',
  },
  'request.not-restriction': {
    means: 'It restricts nothing.',
    nextStep: 'Look at it: samtale requests show',
  },
  'request.not-told': {
    means: 'A restriction is lifted after the person was told (GDPR art. 18(3)).',
    nextStep: 'Give the reason; it is mailed.',
  },
  'request.lifted': {
    means: 'The restriction is lifted already.',
    nextStep: 'Nothing has to be done.',
  },
  'request.recipient-unknown': {
    means: 'No such recipient is to be told, or was told before.',
    nextStep: 'samtale requests show lists who is to be told.',
  },
  'request.category-unknown': {
    means: 'The policy has no such category.',
    nextStep: 'Correct the category; the policy page lists them.',
  },
  'request.nothing-correct': {
    means: 'Nothing of this person holds that, or it is out of use.',
    nextStep: 'Answer in words: samtale requests answer',
  },
  'request.nothing-to-correct': {
    means: 'A correction says nothing.',
    nextStep: 'Say what is right: --name, --language or --address.',
  },
  'request.address-alone': {
    means: 'A new address is proved before it is taken, and nothing else with it.',
    nextStep: 'Correct the address by itself.',
  },
  'request.address-invalid': {
    means: 'That is no whole e-mail address.',
    nextStep: 'Correct the address.',
  },
  'request.text-empty': {
    means: 'A text or a reason is empty.',
    nextStep: 'People are told why (GDPR art. 12(4)): write it.',
  },
  'request.text-too-long': {
    means: 'A text is longer than 10,000 characters.',
    nextStep: 'Shorten it.',
  },
  'request.text-card-number': {
    means: 'A text has a number in it that can be a payment card’s.',
    nextStep: 'Leave it out.',
  },
} as const satisfies Record<`request.${string}`, { means: string; nextStep: string }>

export type RequestErrorCode = keyof typeof requestErrors

export class RequestRefused extends Error {
  readonly code: RequestErrorCode

  constructor(code: RequestErrorCode) {
    super(code)
    this.name = 'RequestRefused'
    this.code = code
  }
}

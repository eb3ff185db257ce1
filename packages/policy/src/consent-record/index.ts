export { consentReceipt, type AnswerGiven } from './consent-receipt.ts'
export { consentStanding, consentStates, mayAsk, type ConsentEvent, type ConsentStanding } from './consent-state.ts'
export { consentScope, consentText, type ConsentText } from './consent-text.ts'

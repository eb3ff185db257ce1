import { getSystemErrorMap } from 'node:util'

/**
 * What one field of a log line may hold. No shape takes free text: an address, a number that leads to somebody and a name
 * fit none of them.
 */
export type Shape =
  /** A whole number from nought. Fewer digits than a phone, account or card number has. */
  | { readonly number: 'count' }
  | { readonly number: 'seconds' }
  | { readonly number: 'port' }
  | { readonly text: 'code' | 'class' | 'places' }
  | { readonly oneOf: readonly string[] }

export type ValueOf<S extends Shape> = S extends { number: string }
  ? number
  : S extends { oneOf: readonly (infer Value)[] }
    ? Value
    : string

const mostCounted = 9_999_999

/** Beginnings of our own codes, each with a catalogue: of errors, of findings, of borders. */
const codeFamilies = [
  'address backup breach card clock config consent contact controller cookie db disk document egress export hold http job',
  'keys ledger legal list log mail media meeting message mode newsletter node outbox participant policy port profile',
  'protocol publication rate record request restore retention rights room rooms route server session setup signalling site',
  'storage subject ticket tls transport url web worker',
]
  .join(' ')
  .split(' ')

const ownCode = new RegExp(`^(?:${codeFamilies.join('|')})\\.[a-z][a-z-]{1,40}(?:\\.[a-z][a-z-]{1,40})?$`)

/** Codes of Node (util.getSystemErrorMap, `ERR_…`), of its DNS and TLS, and of the libraries that we use. */
const systemCodes = new Set([
  ...[...getSystemErrorMap().values()].map(([name]) => name),
  ...'ENOTFOUND ENODATA EFORMERR ESERVFAIL ENOTIMP EREFUSED ETIMEOUT EBADRESP EAI_AGAIN'.split(' '),
  ...'EAUTH EENVELOPE EMESSAGE ESTREAM ESOCKET EDNS ETLS EPROTOCOL ECONNECTION'.split(' '),
  ...'CERT_HAS_EXPIRED CERT_NOT_YET_VALID DEPTH_ZERO_SELF_SIGNED_CERT SELF_SIGNED_CERT_IN_CHAIN'.split(' '),
  ...'UNABLE_TO_VERIFY_LEAF_SIGNATURE UNABLE_TO_GET_ISSUER_CERT UNABLE_TO_GET_ISSUER_CERT_LOCALLY ABORT_ERR'.split(' '),
])
const libraryCode = /^(?:ERR|FST|UND_ERR|WS_ERR)_[A-Z][A-Z_]{2,60}$/

/** SQLSTATE (ISO/IEC 9075): a class of PostgreSQL's (Appendix A of its manual), and three more. */
const sqlState =
  /^(?:0[0-389ABFLPZ]|2[0-8BDF]|3[489BDF]|4[024]|5[3-578]|10|72|F0|HV|P0|XX)(?=[0-9A-Z]*\d)(?:[0-9A-Z]{3})$/

/** Classes of our own errors that don't end in “Error”. */
const ownClasses = new Set([
  'EgressRefused',
  'EngineUnavailable',
  'JobFailure',
  'JobRefused',
  'MailRefused',
  'MediaRefused',
  'HttpRefusal',
  'PortInUse',
  'Refusal',
  'StatementFailed',
  'WorkerTrouble',
])

const texts: Record<'code' | 'class' | 'places', (value: string) => boolean> = {
  code: (value) => ownCode.test(value) || systemCodes.has(value) || libraryCode.test(value) || sqlState.test(value),
  class: isClassName,
  // Made by placesOf: files of this installation, with lines.
  places: (value) => /^(?:(?:packages|node_modules)\/[\w@./+-]+\.[cm]?[jt]s:\d{1,6}(?: \| (?!$)|$)){1,6}$/.test(value),
}

/** What an error's class may be called in the log. */
export function isClassName(value: string): boolean {
  return value === 'Error' || /^[A-Z][A-Za-z]{0,40}(?:Error|Exception)$/.test(value) || ownClasses.has(value)
}

/** Whether a value is of its field's shape, at run time, whatever the compiler was told. */
export function fits(shape: Shape, value: unknown): boolean {
  if ('number' in shape) return typeof value === 'number' && numberFits(shape.number, value)
  if (typeof value !== 'string') return false
  return 'oneOf' in shape ? shape.oneOf.includes(value) : texts[shape.text](value)
}

function numberFits(kind: 'count' | 'seconds' | 'port', value: number): boolean {
  if (!Number.isFinite(value) || value < 0) return false
  if (kind === 'port') return Number.isInteger(value) && value <= 65_535
  return value <= mostCounted && (kind === 'seconds' || Number.isInteger(value))
}

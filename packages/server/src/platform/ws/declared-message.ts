import { Answer, RefusalMessage, results, ServerEvent, type ClientMessageType } from '@samtale/protocol'

/** What a link sends: an event, a refusal, or the answer to a request of a type. */
export type Outgoing =
  | ServerEvent
  | { readonly re: number | null; readonly error: object }
  | { readonly re: number; readonly to: ClientMessageType; readonly ok: object }

/**
 * A message as the protocol declares it, as text, and whether that is all there was: fields that it doesn't declare are
 * left out. Null where it is no message of the protocol.
 */
export function declaredMessage(message: Outgoing): { text: string; whole: boolean } | null {
  const { given, declared } = readings(message)
  if (!declared.success) return null
  const text = JSON.stringify(declared.data)
  return { text, whole: text.length === JSON.stringify(given).length }
}

function readings(message: Outgoing) {
  if ('seq' in message) return { given: message, declared: ServerEvent.safeParse(message) }
  if ('error' in message) return { given: message, declared: RefusalMessage.safeParse(message) }
  const { re, to, ok } = message
  const result = results[to].safeParse(ok)
  const answer = { re, ok }
  return { given: answer, declared: result.success ? Answer.safeParse({ re, ok: result.data }) : result }
}

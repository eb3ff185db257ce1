import { pino } from 'pino'
import { createBorderCounts, type BorderCounts } from './border-counts.ts'
import { logEvents, logFields, type FieldsOf, type LogEvent, type LogField } from './log/events.ts'
import { placesOf } from './log/places.ts'
import { fits, isClassName } from './log/shapes.ts'

export interface Log {
  debug<Event extends LogEvent>(event: Event, fields?: FieldsOf<Event>): void
  info<Event extends LogEvent>(event: Event, fields?: FieldsOf<Event>): void
  warn<Event extends LogEvent>(event: Event, fields?: FieldsOf<Event>): void
  error<Event extends LogEvent>(event: Event, fields?: FieldsOf<Event>): void
}

export type LogLevel = 'debug' | 'info' | 'warn' | 'error'

/**
 * Lines of JSON on standard error: `time`, `level`, `event` and the fields that `log/events.ts` declares for the event.
 *
 * What isn't declared is refused at run time too, whoever passes it: a field of another name or with a value of another
 * shape is left out and told as `log.field-refused`, an event of another name is told as `log.event-refused` and nothing
 * else. Both count as `log.refused`. So no line can carry an address, a number that leads to somebody, or free text.
 */
export function createLog(
  level: LogLevel,
  write?: (line: string) => void,
  counts: Pick<BorderCounts, 'add'> = createBorderCounts(),
): Log {
  const stream = write === undefined ? pino.destination({ fd: 2, sync: true }) : { write }
  const logger = pino(
    {
      level,
      base: null,
      messageKey: 'event',
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
    },
    stream,
  )
  const told = new Set<string>()
  const refuse = (event: 'log.event-refused' | 'log.field-refused', about: { of?: LogEvent; field?: string }) => {
    counts.add('log.refused')
    const key = JSON.stringify([event, about])
    if (told.has(key)) return
    told.add(key)
    logger.warn({ ...about, stack: placesOf(new Error(event)) }, event)
  }
  const at =
    (wanted: LogLevel) =>
    (event: LogEvent, fields: Readonly<Record<string, unknown>> = {}): void => {
      if (!Object.hasOwn(logEvents, event)) return refuse('log.event-refused', {})
      const declared: readonly LogField[] = logEvents[event]
      const good: [string, unknown][] = []
      for (const [name, value] of Object.entries(fields)) {
        const field = declared.find((known) => known === name)
        if (field !== undefined && fits(logFields[field], value)) good.push([name, value])
        else if (value !== undefined) refuse('log.field-refused', { of: event, field: nameable(name) })
      }
      logger[wanted](Object.fromEntries(good), event)
    }
  return { debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') }
}

/** Names of undeclared fields that tell the programmer what went wrong. Any other may be data itself, as in `{ [email]: 1 }`. */
const commonNames = new Set(
  'address body cause cookie detail displayName email error headers host id ip message name params password path phone query subject text token url user value'.split(
    ' ',
  ),
)

function nameable(name: string): string {
  return Object.hasOwn(logFields, name) || commonNames.has(name) ? name : 'another'
}

/** What may be logged of an error: its class, its code where it is a known one, and where it was made. Never its message. */
export function errorFields(error: unknown): { errorClass: string; code?: string; stack?: string } {
  if (!(error instanceof Error)) return { errorClass: 'NotAnError' }
  const code = knownCode(error) ?? knownCode(error.cause)
  const stack = placesOf(error)
  return {
    errorClass: classOf(error),
    ...(code === undefined ? {} : { code }),
    ...(stack === '' ? {} : { stack }),
  }
}

// By the constructor, which stands in code; an error's `name` can be set to anything.
function classOf(error: Error): string {
  for (let one: unknown = Object.getPrototypeOf(error); one instanceof Error; one = Object.getPrototypeOf(one)) {
    const { name } = one.constructor
    if (isClassName(name)) return name
  }
  return 'Error'
}

function knownCode(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null || !('code' in error)) return undefined
  const { code } = error
  return typeof code === 'string' && fits(logFields.code, code) ? code : undefined
}

import { pino } from 'pino'

/**
 * The fields that a log line may carry: nothing that names or follows a person. A field that isn't listed doesn't
 * compile, and is dropped at run time. Errors are logged by class and code, never by message: messages carry values.
 */
export const logFields = [
  'attempt',
  'code',
  'count',
  'errorClass',
  'errorNumber',
  'file',
  'generation',
  'mode',
  'people',
  'policyHash',
  'port',
  'reason',
  'seconds',
  'stack',
  'state',
  'step',
  'version',
  'worker',
] as const

export type LogField = (typeof logFields)[number]
export type LogFields = Partial<Record<LogField, string | number | boolean>>

export interface Log {
  debug(event: string, fields?: LogFields): void
  info(event: string, fields?: LogFields): void
  warn(event: string, fields?: LogFields): void
  error(event: string, fields?: LogFields): void
}

/** Lines of JSON on standard error: `time`, `level`, `event` and allowed fields. */
export function createLog(level: 'debug' | 'info' | 'warn' | 'error', write?: (line: string) => void): Log {
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
  return {
    debug: (event, fields) => logger.debug(allowed(fields), event),
    info: (event, fields) => logger.info(allowed(fields), event),
    warn: (event, fields) => logger.warn(allowed(fields), event),
    error: (event, fields) => logger.error(allowed(fields), event),
  }
}

function allowed(fields: LogFields = {}): LogFields {
  const known = new Set<string>(logFields)
  return Object.fromEntries(Object.entries(fields).filter(([name]) => known.has(name)))
}

/** What may be logged of an error: its class, and where in our own code it was made. */
export function errorFields(error: unknown): LogFields {
  if (!(error instanceof Error)) return { errorClass: typeof error }
  const frames = (error.stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 6)
  const code = 'code' in error && typeof error.code === 'string' ? { code: error.code } : {}
  return { errorClass: error.name, stack: frames.map((line) => line.trim()).join(' | '), ...code }
}

import { start } from '../checks-at-run-time.ts'
import { tests, types, typesOfPlanted } from '../checks.ts'
import type { Check, Family, Mutation } from '../mutation.ts'

const planted = 'packages/server/src/features/lists/planted.ts'
const documents = tests('tools/checks/documents.test.ts')

/** A file of the feature `lists` that does what no declaration allows, and the compiler’s word for it. */
function code(name: string, text: string, expects: RegExp): Mutation {
  return {
    name,
    change: (copy) => copy.write(planted, `${text}\n`),
    check: typesOfPlanted(planted),
    expects: new RegExp(`lists/planted\\.ts.*${expects.source}`),
  }
}

function changed(
  name: string,
  place: string,
  [from, to]: readonly [string, string],
  check: Check,
  expects: RegExp,
): Mutation {
  return { name, change: (copy) => copy.replace(place, from, to), check, expects }
}

const logLine = (line: string): string =>
  `import type { Log } from '../../platform/log.ts'\nexport const tell = (log: Log): void => ${line}`

export const log: Family = {
  name: 'the log',
  mutations: [
    code('an event', logLine("log.info('visit.seen')"), /error TS2345: .*visit\.seen/),
    code('a field', logLine("log.info('media.worker-died', { address: '192.0.2.1' })"), /error TS2353: .*address/),
    code('a field of another event', logLine("log.info('cookie.refused', { people: 3 })"), /error TS2353: .*people/),
    code('text where a number belongs', logLine("log.info('meeting.path', { people: 'Ana' })"), /error TS2322/),
    changed(
      'a field of free text',
      'packages/server/src/platform/log/events.ts',
      ["  errorClass: { text: 'class' },", "  errorClass: { text: 'any' },"],
      types('packages/server'),
      /log\/events\.ts.*error TS/,
    ),
    changed(
      'a value that is an address',
      'packages/server/src/platform/log.ts',
      ['field !== undefined && fits(logFields[field], value)', 'field !== undefined'],
      tests('packages/server/src/platform/log.test.ts'),
      /FAIL.*whatever a field is given, the line has declared shapes only/,
    ),
  ],
}

export const catalogues: Family = {
  name: 'routes, messages, jobs and codes',
  mutations: [
    changed(
      'a route',
      'packages/server/src/features/health/routes.ts',
      ["  server.get('/healthz'", "  server.get('/visits', () => 'x')\n  server.get('/healthz'"],
      start,
      /GET \/visits is not in the catalogue of routes[\s\S]*\[route\.undeclared\]/,
    ),
    changed(
      'a route that takes something',
      'packages/server/src/features/health/routes.ts',
      ["  server.get('/healthz'", "  server.post('/visits', () => 'x')\n  server.get('/healthz'"],
      start,
      /POST \/visits is not in the catalogue of routes[\s\S]*\[route\.undeclared\]/,
    ),
    changed(
      'a route that is declared and answered by nobody',
      'packages/server/src/features/health/routes.ts',
      ["  'GET /readyz': {", "  'GET /visits': { ...asked, answers: 'page' },\n  'GET /readyz': {"],
      start,
      /GET \/visits is in the catalogue of routes, and nothing answers it[\s\S]*\[route\.missing\]/,
    ),
    changed(
      'a route that reads a category which nobody declares',
      'packages/server/src/features/health/routes.ts',
      ["access: 'anyone', reads: []", "access: 'anyone', reads: ['visits']"],
      tests('packages/server/src/app/routes.test.ts'),
      /FAIL.*has to do with categories that the policy declares/,
    ),
    changed(
      'a message to the server',
      'packages/protocol/src/client-messages.ts',
      ["  request('leave', {}),", "  request('leave', {}),\n  request('visit.tell', {}),"],
      types('packages/server'),
      /meetings\/messages\.ts.*error TS2741: .*visit\.tell/,
    ),
    changed(
      'a message by the client',
      'packages/client/src/connection/line.ts',
      ["line.request('ping', {})", "line.request('visit.tell', {})"],
      types('packages/client'),
      /connection\/line\.ts.*error TS2345: .*visit\.tell/,
    ),
    changed(
      'a message by the server',
      'packages/server/src/features/meetings/meeting.ts',
      [
        "{ type: 'participant.left', participantId: participant.id }",
        "{ type: 'visit.told', participantId: participant.id }",
      ],
      types('packages/server'),
      /meetings\/meeting\.ts.*error TS2322: .*visit\.told/,
    ),
    changed(
      'a field of a message by the server',
      'packages/server/src/features/meetings/meeting.ts',
      [
        "{ type: 'participant.left', participantId: participant.id }",
        "{ type: 'participant.left', participantId: participant.id, address: '192.0.2.1' }",
      ],
      types('packages/server'),
      /meetings\/meeting\.ts.*error TS2353: .*address/,
    ),
    code(
      'a job',
      "import type { JobQueue } from '../../platform/jobs/queue.ts'\nexport const ask = (jobs: JobQueue<'mail.send'>, database: Parameters<typeof jobs.enqueue>[0]) =>\n  jobs.enqueue(database, 'visit.count', 'x')",
      /error TS2345: .*visit\.count/,
    ),
    changed(
      'a job that carries an address',
      'packages/server/src/platform/jobs/queue.ts',
      ["      if (!jobId.safeParse(about).success) throw new JobRefused('job.not-an-id')\n".slice(2), ''],
      tests('packages/server/src/platform/jobs/queue.test.ts', 'a job carries no text'),
      /FAIL.*a job carries no text/,
    ),
    changed(
      'an error of the wire',
      'packages/protocol/src/errors.ts',
      ["  'room.full': {", "  'room.odd': { means: 'x' },\n  'room.full': {"],
      documents,
      /FAIL.*has every error of the wire/,
    ),
    code(
      'a code of the start',
      "import { StartupError } from '../../platform/startup-error.ts'\nexport const odd = new StartupError('visit.odd', 'x')",
      /error TS2345: .*visit\.odd/,
    ),
    code(
      'a code of an HTTP answer',
      "import { HttpRefusal } from '../../platform/http/errors.ts'\nexport const odd = new HttpRefusal('visit.odd')",
      /error TS2345: .*visit\.odd/,
    ),
    changed(
      'a variable without documentation',
      'packages/server/src/platform/config/variables.ts',
      ['  SAMTALE_DATA_DIR: {', "  SAMTALE_METRICS: { fallback: '', means: 'x' },\n  SAMTALE_DATA_DIR: {"],
      documents,
      /FAIL.*has every variable of ours/,
    ),
    {
      name: 'an entry of browser storage that only the page knows',
      change: (copy) => copy.append('packages/web/src/browser/theme.ts', "remember('samtale.visits', '1')\n"),
      check: types('packages/web'),
      expects: /browser\/theme\.ts.*error TS2345: .*samtale\.visits/,
    },
    changed(
      'an entry of browser storage without a declaration',
      'packages/protocol/src/storage-keys.ts',
      ["'samtale.theme']", "'samtale.theme', 'samtale.visits']"],
      types('packages/server'),
      /error TS.*samtale\.visits/,
    ),
    changed(
      'a text that is missing in one language',
      'packages/web/src/texts/nb.ts',
      ["    close: 'Lukk',\n", ''],
      types('packages/web'),
      /texts\/nb\.ts.*error TS2741: .*close/,
    ),
    changed(
      'a text that is empty in one language',
      'packages/web/src/texts/nb.ts',
      ["    close: 'Lukk',\n", "    close: '',\n"],
      tests('packages/web/src/texts/texts.test.ts'),
      /FAIL/,
    ),
  ],
}

import type { Use } from './uses.ts'

/** Something that may be used in few places only; everywhere else it is reported. */
export interface UseRule {
  readonly kinds: readonly Use['kind'][]
  readonly names: RegExp
  /** The module, or what the property belongs to, where that matters. */
  readonly of?: RegExp
  /** Which files are looked at. Tests never are. */
  readonly where: RegExp
  /** Where among them it may stand. */
  readonly only: readonly RegExp[]
  readonly says: string
}

const server = /^packages\/server\/(src|media-worker|bin)\//
const browser = /^packages\/(web|client)\/src\//
const shipped = /^packages\/[a-z]+\/(src|media-worker|bin)\//
const everywhere = /^packages\//

const platform = (name: string): RegExp => new RegExp(`^packages/server/src/platform/${name}`)
const globals = /^(globalThis|window|self|global)$/
const anything = /./

/** The modules that reach other machines, and who may use them for what. */
const network: readonly UseRule[] = [
  {
    kinds: ['import'],
    of: /^(net|tls|http|https|http2|dgram|dns|dns\/promises|undici|cluster|quic)$/,
    // What looks at addresses and reaches nobody.
    names: /^(?!(isIP|isIPv4|isIPv6|BlockList|STATUS_CODES)$)/,
    where: server,
    only: [
      platform('egress/'),
      // Look for free ports, and listen on them.
      platform('media/mediasoup/(addresses|ports)\\.ts$'),
      /^packages\/server\/src\/features\/doctor\/gather\/gather-ports\.ts$/,
      // Talk to the server of this very machine.
      platform('control/'),
      /^packages\/server\/src\/features\/doctor\/gather\/ask-server\.ts$/,
      // Asks the operator's own relay what browsers ask it.
      /^packages\/server\/src\/features\/doctor\/gather\/turn\/ask-relay\.ts$/,
    ],
    says: 'the server contacts others through platform/egress only',
  },
  {
    kinds: ['global', 'member'],
    of: globals,
    names: /^(fetch|WebSocket|EventSource|XMLHttpRequest)$/,
    where: server,
    // Fetches the official media worker, once and only where none is cached.
    only: [platform('egress/'), /^packages\/server\/media-worker\/download-prebuilt\.ts$/],
    says: 'the server contacts others through platform/egress only',
  },
  {
    kinds: ['import'],
    of: /^ws$/,
    names: anything,
    where: server,
    only: [platform('ws/')],
    says: 'WebSockets are platform/ws',
  },
  {
    kinds: ['import'],
    of: /^(nodemailer|mailauth|smtp-server)(\/|$)/,
    names: anything,
    where: server,
    only: [platform('mail/')],
    says: 'mail is sent and read in platform/mail',
  },
  {
    kinds: ['import'],
    of: /^postal-mime$/,
    names: anything,
    where: server,
    // Shows what lies in the outbox.
    only: [platform('mail/'), /^packages\/server\/src\/features\/outbox\//],
    says: 'mail is sent and read in platform/mail',
  },
  {
    kinds: ['import'],
    of: /^fastify$/,
    names: /^\*$/,
    where: server,
    only: [platform('http/http-server\\.ts$')],
    says: 'servers are made by platform/http, with its borders',
  },
  {
    kinds: ['import'],
    of: /^child_process$/,
    names: anything,
    where: server,
    only: [
      /^packages\/server\/(media-worker|bin)\//,
      /^packages\/server\/src\/features\/doctor\/gather\/gather-clock\.ts$/,
      // PostgreSQL's own, which copy a database.
      platform('db/server-programs\\.ts$'),
      // The doctor, which asks what a server may not.
      /^packages\/server\/src\/app\/examine\.ts$/,
      // The server itself, which closes its own borders.
      /^packages\/server\/src\/app\/successor\.ts$/,
    ],
    says: 'other programs are not held by the borders of this one',
  },
]

const threads: UseRule = {
  kinds: ['import'],
  of: /^worker_threads$/,
  names: /^(\*|Worker)$/,
  where: server,
  only: [platform('db/embedded-thread\\.ts$'), platform('seals/folder/key-thread\\.ts$')],
  says: 'a thread has borders of its own: it is declared here, and closed by closeThread',
}

const data: readonly UseRule[] = [
  {
    kinds: ['import'],
    of: /^(pg|@electric-sql\/pglite)(\/|$)/,
    names: anything,
    where: server,
    only: [platform('db/'), platform('seals/server/')],
    says: 'the database is reached through platform/db',
  },
  {
    kinds: ['import'],
    of: /^sqlite$/,
    names: anything,
    where: server,
    only: [platform('seals/folder/'), platform('db/folder-lock\\.ts$')],
    says: 'the database is reached through platform/db',
  },
  {
    kinds: ['import'],
    of: /^kysely$/,
    names: /^(\*|Kysely|\w*Dialect|\w*Driver)$/,
    where: server,
    only: [platform('db/'), platform('seals/server/')],
    says: 'the database is reached through platform/db',
  },
  {
    kinds: ['import'],
    // All but its doors, through which nobody gets at more than a purpose may.
    of: /\/db\/(?!(database|db|tables|migration-files|look-at-migrations|folder-lock|access\/plan|access\/bound-tables|statements\/database-error|server-copy|server-programs)\.ts$)/,
    names: anything,
    where: server,
    only: [platform('db/'), platform('seals/server/')],
    says: 'the database is reached through platform/db',
  },
  {
    kinds: ['import'],
    of: /\/db\/server-(copy|programs)\.ts$/,
    names: anything,
    where: server,
    only: [platform('db/'), platform('seals/server/'), /^packages\/server\/src\/features\/backup\//],
    says: 'a database is copied whole by backups only',
  },
  {
    kinds: ['import'],
    of: /\/db\/(database|access\/plan)\.ts$/,
    names: /^(\*|openDatabase|prepareDatabase|accessPlan)$/,
    where: server,
    only: [platform('db/'), /^packages\/server\/src\/app\//],
    says: 'who may do what in the database is decided in app/database.ts',
  },
  {
    kinds: ['member', 'text'],
    // The database can't know that a person's own rows are read; whoever asks for them is one folder.
    names: /^(subjectAccess|subject-access)$/,
    where: server,
    only: [platform('db/access/'), /^packages\/server\/src\/features\/export\//],
    says: 'all that is kept about a person is read by features/export only',
  },
]

const speech: readonly UseRule[] = [
  {
    kinds: ['global', 'member'],
    of: globals,
    names: /^console$/,
    where: everywhere,
    only: [],
    says: 'the log is platform/log; what the program says is platform/output',
  },
  {
    kinds: ['import'],
    of: /^console$/,
    names: anything,
    where: everywhere,
    only: [],
    says: 'the log is platform/log; what the program says is platform/output',
  },
  {
    kinds: ['member'],
    of: /^process$/,
    names: /^(stdout|stderr|_rawDebug)$/,
    where: shipped,
    only: [
      platform('output\\.ts$'),
      /^packages\/server\/src\/cli/,
      // Programs of their own.
      /^packages\/server\/media-worker\/(provide|download-prebuilt)\.ts$/,
      /^packages\/server\/bin\//,
    ],
    says: 'the log is platform/log; what the program says is platform/output',
  },
  {
    kinds: ['member'],
    of: /^process$/,
    names: /^env$/,
    where: everywhere,
    only: [platform('environment\\.ts$'), /^packages\/server\/media-worker\//, /\.config\.ts$/],
    says: 'the environment is read in platform/environment only',
  },
]

const storage: readonly UseRule[] = [
  {
    kinds: ['global', 'member'],
    of: globals,
    names: /^(localStorage|sessionStorage|indexedDB|caches|cookieStore)$/,
    where: everywhere,
    only: [
      /^packages\/web\/src\/browser\/(storage\.ts$|border\/)/,
      // In the group's worker, so that no page holds the keys: the database that the storage catalogue declares.
      /^packages\/client\/src\/group\/identity-shelf\.ts$/,
    ],
    says: 'what is kept in a browser goes through packages/web/src/browser/storage.ts',
  },
  {
    kinds: ['member'],
    of: /^(navigator|window)$/,
    names: /^(storage|storageBuckets|serviceWorker)$/,
    where: browser,
    only: [/^packages\/web\/src\/browser\/border\//],
    says: 'what is kept in a browser goes through packages/web/src/browser/storage.ts',
  },
  {
    kinds: ['member'],
    names: /^(cookie|setCookie)$/,
    where: shipped,
    only: [platform('http/'), /^packages\/web\/src\/browser\/border\//],
    says: 'cookies are set and read by platform/http/cookie-jar.ts',
  },
  {
    kinds: ['member', 'text'],
    names: /^set-?cookie2?$/i,
    where: shipped,
    only: [platform('http/')],
    says: 'cookies are set and read by platform/http/cookie-jar.ts',
  },
]

const pages: readonly UseRule[] = [
  {
    kinds: ['member'],
    names: /^sendBeacon$/,
    where: browser,
    only: [],
    says: 'pages report to nobody',
  },
  {
    kinds: ['global', 'member'],
    of: globals,
    names: /^(XMLHttpRequest|EventSource|WebSocket|WebTransport|fetch|fetchLater|SharedWorker|Image)$/,
    where: browser,
    only: [
      /^packages\/client\/src\/connection\/line\.ts$/,
      // Reads the policies that its own server lists.
      /^packages\/web\/src\/features\/policies\/library\/from-server\.ts$/,
      // Asks its own server about a room, and takes it a report.
      /^packages\/web\/src\/features\/room\/room-info\.ts$/,
      /^packages\/web\/src\/features\/report\/send-report\.ts$/,
    ],
    says: 'pages talk to their own server, in declared places',
  },
  {
    kinds: ['member', 'text'],
    names: /^(innerHTML|outerHTML|insertAdjacentHTML|dangerouslySetInnerHTML|srcdoc|createContextualFragment)$/,
    where: browser,
    only: [],
    says: 'no text becomes markup or code',
  },
  {
    kinds: ['text'],
    // Names in XML, RDF and JSON Schema are read by nobody, and some addresses nobody has (RFC 2606, RFC 6761).
    names:
      /(?:^|[\s"'(=])(?:https?:|wss?:)?\/\/(?!(?:www\.w3\.org|w3id\.org|purl\.org|json-schema\.org)\/)(?!(?:[\w-]+\.)*(?:example(?:\.(?:com|net|org))?|test|invalid|localhost)\b)(?:[a-z0-9-]+\.)+[a-z]{2,}/i,
    where: /^packages\/(web|client)\/src\/|^packages\/policy\/src\/render\/|^packages\/server\/src\/(features|app)\//,
    only: [],
    says: 'pages load from their own server only; an address of others is the policy’s to name',
  },
]

/** What a policy that says “nothing is recorded” rests on. */
const media: readonly UseRule[] = [
  {
    kinds: ['member', 'text'],
    names: /^(createPlainTransport|createDirectTransport|createPipeTransport|pipeToRouter)$/,
    where: server,
    only: [],
    says: 'media goes to the people of a call and to nobody else, by WebRTC',
  },
  {
    kinds: ['global', 'member'],
    of: globals,
    names: /^(MediaRecorder|MediaStreamTrackProcessor)$/,
    where: browser,
    only: [],
    says: 'nothing is recorded',
  },
  {
    kinds: ['import'],
    of: /^fs(\/|$)/,
    names: anything,
    where: /^packages\/server\/src\/platform\/media\//,
    only: [],
    says: 'media is written to no disk',
  },
]

const ways: readonly UseRule[] = [
  {
    kinds: ['global', 'member'],
    of: globals,
    names: /^(eval|Function)$/,
    where: everywhere,
    only: [],
    says: 'no text becomes markup or code',
  },
  {
    kinds: ['member'],
    of: /^process$/,
    names: /^(binding|_linkedBinding|dlopen|getBuiltinModule)$/,
    where: everywhere,
    only: [],
    says: 'modules are imported, where checks see them',
  },
  {
    kinds: ['global'],
    names: /^(globalThis|global)$/,
    where: server,
    only: [platform('egress/close\\.ts$')],
    says: 'modules are imported, where checks see them',
  },
  {
    kinds: ['member'],
    of: globals,
    names: /^\[computed\]$/,
    where: everywhere,
    only: [/^packages\/web\/src\/browser\/border\//],
    says: 'modules are imported, where checks see them',
  },
  {
    kinds: ['import'],
    of: /^(module|vm|repl|inspector|inspector\/promises|wasi)$/,
    names: anything,
    where: everywhere,
    only: [platform('egress/close-thread\\.ts$'), /^packages\/server\/media-worker\/mediasoup-package\.ts$/],
    says: 'modules are imported, where checks see them',
  },
  {
    kinds: ['import'],
    of: /^unknown$/,
    names: anything,
    where: everywhere,
    only: [],
    says: 'modules are imported, where checks see them',
  },
]

export const rules: readonly UseRule[] = [
  ...network,
  threads,
  ...data,
  ...speech,
  ...storage,
  ...pages,
  ...media,
  ...ways,
]

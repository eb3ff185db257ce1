/**
 * Every environment variable that the server reads. `docs/configuration.md` is compared with this table by a test;
 * `process.env` is read in this folder only.
 */
export const variables = {
  SAMTALE_PORT: { fallback: '3000', means: 'Port of the web app, the API and the signalling WebSocket.' },
  SAMTALE_HOST: {
    fallback: 'localhost',
    means:
      'Address that the server listens on; `localhost` is both loopback addresses. `--lan` listens on every interface.',
  },
  SAMTALE_PUBLIC_URL: {
    fallback: '',
    means: 'The address that people open, such as `https://meet.example.org`. Default: `http://localhost:<port>`.',
  },
  SAMTALE_DATA_DIR: { fallback: './data', means: 'Folder of the embedded database, keys and certificates.' },
  SAMTALE_CACHE_DIR: {
    fallback: '',
    means: 'Folder that keeps the built media worker. Default: `$XDG_CACHE_HOME/samtale` or `~/.cache/samtale`.',
  },
  DATABASE_URL: { fallback: '', means: 'A PostgreSQL server (15 or later) instead of the embedded database.' },
  KEYS_DATABASE_URL: {
    fallback: '',
    means:
      'A PostgreSQL database for the keys of sealed values, on a server of its own if there is one. Default: `<data dir>/keys`.',
  },
  SAMTALE_KEK_FILE: {
    fallback: '',
    means: 'The file of epoch keys, which wrap those keys. Default: `<data dir>/keys/epoch-keys.json`.',
  },
  SAMTALE_KEK_DAYS: {
    fallback: '14',
    means: 'How many days an epoch key is in use. A copy of a destroyed key is dead after twice that.',
  },
  SAMTALE_POLICY: {
    fallback: '',
    means:
      'The policy of this installation: a profile in YAML, or a file that only names who answers for personal data.',
  },
  SAMTALE_MEDIA_PORT: {
    fallback: '',
    means:
      'First port of the media router, UDP and TCP; one a worker. Default: the first free from 40000 to 40063. `0` takes a free one.',
  },
  SAMTALE_MEDIA_WORKERS: { fallback: '', means: 'How many media workers run. Default: one a core, less one for Node.' },
  SAMTALE_ANNOUNCED_ADDRESS: {
    fallback: '',
    means:
      'The address under which browsers on the internet reach the media router, where it differs from the machine’s own.',
  },
  SAMTALE_TURN_URLS: {
    fallback: '',
    means:
      'Relays (TURN) for people who reach each other neither directly nor by the media router, separated by commas, such as `turn:turn.example.org,turn:turn.example.org?transport=tcp,turns:turn.example.org:443`.',
  },
  SAMTALE_TURN_SECRET: {
    fallback: '',
    means: 'The secret that the relays share with this server (coturn’s `static-auth-secret`), at least 16 characters.',
  },
  SAMTALE_TURN_SECRET_FILE: { fallback: '', means: 'The same in a file.' },
  SAMTALE_TURN_VALID_SECONDS: {
    fallback: '3600',
    means:
      'How many seconds what people are let into the relays with is good for. Calls that last longer get new ones.',
  },
  SAMTALE_TURN_RUN_BY: {
    fallback: '',
    means:
      'Who runs the relays: `us`, where whoever answers for personal data does. Else they are recipients of network addresses that the policy has to name, with their hosts. On the host that people open, on this machine or with a private address nobody asks.',
  },
  SAMTALE_ROOM_PEOPLE: { fallback: '50', means: 'The most people in one room.' },
  SAMTALE_LARGE_ROOMS: {
    fallback: 'yes',
    means:
      'Whether people may make rooms for more than four: `yes` or `no`. Rooms that nobody owns are not held to it.',
  },
  SAMTALE_REFUSED_WORDS: {
    fallback: '',
    means: 'A file of words that no room’s name may have, one a line, beside those that Samtale comes with.',
  },
  SAMTALE_ROOMS_PER_ADDRESS: { fallback: '200', means: 'The most rooms opened from one network address at a time.' },
  SAMTALE_CONNECTIONS_PER_ADDRESS: {
    fallback: '1000',
    means: 'The most signalling connections from one network address at a time.',
  },
  SAMTALE_DIRECT_AFTER_SECONDS: {
    fallback: '8',
    means: 'How long at most four people must have been left before their media goes directly again.',
  },
  SAMTALE_TRUST_PROXY: {
    fallback: '',
    means: 'Addresses of reverse proxies whose `X-Forwarded-For` is believed, separated by commas.',
  },
  SAMTALE_OIDC_ISSUER: {
    fallback: '',
    means:
      'An identity provider that people may sign in with (OpenID Connect), by its issuer, such as `https://login.example.org`. The policy has to name who runs it, with its hosts.',
  },
  SAMTALE_OIDC_CLIENT_ID: { fallback: '', means: 'What that provider knows this installation by.' },
  SAMTALE_OIDC_CLIENT_SECRET: {
    fallback: '',
    means: 'The secret that it gave; without one, the installation is a public client, which PKCE alone protects.',
  },
  SAMTALE_OIDC_CLIENT_SECRET_FILE: { fallback: '', means: 'The same in a file.' },
  SAMTALE_OIDC_NAME: {
    fallback: '',
    means: 'What people know the provider by, for the button “Sign in with …”. Default: the host of its issuer.',
  },
  SAMTALE_SMS_URL: {
    fallback: '',
    means:
      'A gateway for text messages, which takes `POST` with JSON `{ "to", "from", "text" }`. The policy has to name who runs it, with its host. Without it, messages go to files in `<data dir>/outbox`.',
  },
  SAMTALE_SMS_TOKEN: { fallback: '', means: 'What that gateway is shown, as `Authorization: Bearer …`.' },
  SAMTALE_SMS_TOKEN_FILE: { fallback: '', means: 'The same in a file.' },
  SAMTALE_SMS_FROM: {
    fallback: 'Samtale',
    means: 'Who text messages come from: a phone number, or up to eleven letters and digits.',
  },
  SAMTALE_SMTP_URL: {
    fallback: '',
    means:
      'The mail server: `smtps://user:password@mail.example.org`, or `smtp://` for one with STARTTLS; on this machine `smtp://localhost` is not encrypted. Without it, mail goes to files in `<data dir>/outbox`.',
  },
  SAMTALE_SMTP_RUN_BY: {
    fallback: '',
    means:
      'Who runs that server: `us`, where whoever answers for personal data does. Else it is a recipient of personal data that the policy has to name, with its host. On this machine or with a private address nobody asks.',
  },
  SAMTALE_MAIL_FROM: {
    fallback: '',
    means:
      'Who mail comes from, such as `Example School <post@example.org>`. Without a mail server `samtale@` and the public host.',
  },
  SAMTALE_MAIL_NEWS_FROM: {
    fallback: '',
    means: 'The same for newsletters and other mail for marketing. Default: `news@` in the same domain.',
  },
  SAMTALE_MAIL_BREACH_FROM: {
    fallback: '',
    means: 'The same for letters about a breach of personal data. Default: `breach@` in the same domain.',
  },
  SAMTALE_MAIL_BOUNCES_TO: {
    fallback: '',
    means:
      'Where mail that can’t be delivered comes back to; `{stream}` stands for `transactional`, `news` or `breach`. Default: where it came from.',
  },
  SAMTALE_DKIM_KEY_FILE: {
    fallback: '',
    means: 'A private RSA key (PEM) that signs mail, where the mail server doesn’t (DKIM, RFC 6376).',
  },
  SAMTALE_DKIM_SELECTOR: {
    fallback: 'samtale',
    means: 'The name of that key in the DNS: `<selector>._domainkey.<domain>`.',
  },
  SAMTALE_LOCAL_PORT: {
    fallback: '0',
    means:
      'Port for pages that this machine alone may see, such as `/outbox`; `0` takes a free one, which the start prints. Not opened where `SAMTALE_PUBLIC_URL` is another machine’s.',
  },
  SAMTALE_LOG_LEVEL: { fallback: 'info', means: 'Least level that is logged: `debug`, `info`, `warn`, `error`.' },
} as const satisfies Record<string, { fallback: string; means: string }>

export type VariableName = keyof typeof variables
export type Environment = Readonly<Record<string, string | undefined>>

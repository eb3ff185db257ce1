/**
 * Why the server did not start: what it means, and what to do. `docs/errors.md` is compared with this table by a test.
 */
export const startupErrors = {
  'config.invalid': {
    means: 'A setting has a value that it does not take.',
    nextStep: 'Correct the variable that is named; docs/configuration.md lists them all.',
  },
  'config.insecure-address': {
    means: 'People would reach the server without encryption.',
    nextStep:
      'Put a proxy with TLS in front (README.md shows two) and set SAMTALE_PUBLIC_URL to its https:// address; to try it out, leave the variable away or start with --lan.',
  },
  'port.in-use': {
    means: 'Another program listens on the port.',
    nextStep: 'Stop that program, or set SAMTALE_PORT to another port.',
  },
  'db.in-use': {
    means: 'Another Samtale uses the same data folder.',
    nextStep: 'Stop the other one, or set SAMTALE_DATA_DIR to another folder.',
  },
  'db.open-failed': {
    means: 'The embedded database can’t be opened.',
    nextStep: 'Check that the data folder can be written; if the database is damaged, restore or move away its folder.',
  },
  'db.unreachable': {
    means: 'The PostgreSQL server does not answer, or refuses the login.',
    nextStep: 'Check DATABASE_URL and that the server runs.',
  },
  'db.owner-rights': {
    means: 'The login of DATABASE_URL may not make the roles and rights that keep purposes apart.',
    nextStep: 'Let a superuser run: alter role "<the login>" createrole; docs/configuration.md says the rest.',
  },
  'db.setup-failed': {
    means: 'The database can’t be made ready.',
    nextStep: 'Read the reason given; PostgreSQL’s log says more.',
  },
  'db.login-refused': {
    means: 'The PostgreSQL server does not let in the role that Samtale works as.',
    nextStep: 'Give DATABASE_URL a password, or let the role named in by pg_hba.conf; docs/configuration.md says how.',
  },
  'db.unsafe-role': {
    means: 'A role of Samtale’s may do more in the database than the policy says.',
    nextStep: 'Take from the role named what it was given by hand.',
  },
  'db.schema-mismatch': {
    means: 'The database has tables or columns that the policy does not declare, or lacks some that it does.',
    nextStep: 'Undo the change named, or declare it in the policy.',
  },
  'db.migration-changed': {
    means: 'A migration that this database has already run is not the one it ran.',
    nextStep: 'Restore the migration file; changes go into a new one.',
  },
  'db.migration-failed': {
    means: 'A migration failed and was undone.',
    nextStep: 'Read the reason given and mend it.',
  },
  'demo.folder-taken': {
    means: 'The folder of the demonstration holds something else.',
    nextStep: 'Give SAMTALE_DATA_DIR another name, or move the folder away.',
  },
  'sign-in.provider-undeclared': {
    means: 'The policy doesn’t name who runs the identity provider that people sign in with.',
    nextStep:
      'Name it in the policy: a recipient with the host of SAMTALE_OIDC_ISSUER among its hosts, and among the recipients of the processing of sign-in.code.',
  },
  'sign-in.sms-undeclared': {
    means: 'The policy doesn’t name who runs the gateway that text messages leave by.',
    nextStep:
      'Name it in the policy: a recipient with the host of SAMTALE_SMS_URL among its hosts, and among the recipients of the processings of account and sign-in.code.',
  },
  'relay.undeclared': {
    means: 'Somebody else’s relay learns people’s network addresses, and the policy does not name them.',
    nextStep:
      'Name them in the policy as a recipient with their hosts, or set SAMTALE_TURN_RUN_BY=us where you run the relay yourself.',
  },
  'mail.server-undeclared': {
    means: 'Somebody else’s mail server gets personal data, and the policy does not name them.',
    nextStep:
      'Name them in the policy file, in short as its mailProvider, or set SAMTALE_SMTP_RUN_BY=us where you run the server yourself.',
  },
  'keys.open-failed': {
    means: 'The key store can’t be opened.',
    nextStep: 'Check that its folder can be written, or that its login may make tables; if it is damaged, restore it.',
  },
  'keys.unreachable': {
    means: 'The PostgreSQL server of the key store does not answer, or refuses the login.',
    nextStep: 'Check KEYS_DATABASE_URL and that the server runs.',
  },
  'keys.same-database': {
    means: 'The key store is in the database whose values it seals, so deleting a key would delete nothing.',
    nextStep: 'Give KEYS_DATABASE_URL a database of its own, on another server if there is one.',
  },
  'keys.store-missing': {
    means: 'The key store is empty, although the file of epoch keys was used with one before.',
    nextStep:
      'Correct KEYS_DATABASE_URL or restore the key store; docs/configuration.md says what to do if it is lost.',
  },
  'keys.kek-missing': {
    means: 'The file of epoch keys is gone. Without it nothing that was sealed can be opened, so none is made anew.',
    nextStep: 'Put its newest copy back, or correct SAMTALE_KEK_FILE.',
  },
  'keys.kek-invalid': {
    means: 'The file of epoch keys is damaged or can’t be read.',
    nextStep: 'Put its newest copy back, or correct SAMTALE_KEK_FILE.',
  },
  'keys.kek-mismatch': {
    means: 'The file of epoch keys and the key store are of different installations or of different times.',
    nextStep: 'Bring the newest file and the newest key store together; correct SAMTALE_KEK_FILE or KEYS_DATABASE_URL.',
  },
  'keys.kek-exposed': {
    means: 'Others than its owner may read or write the file of epoch keys.',
    nextStep: 'Run chmod 600 on it. If somebody may have read it, rotate the keys by force.',
  },
  'keys.kek-unwritable': {
    means: 'The file of epoch keys can’t be replaced, so its keys can’t be rotated.',
    nextStep: 'Let the server write to the folder of the file.',
  },
  'controller.identity.missing': {
    means: 'Nobody is named who answers for personal data, and the address is public.',
    nextStep: 'Name the controller in a file and set SAMTALE_POLICY to it; docs/configuration.md shows one.',
  },
  'policy.file-invalid': {
    means: 'The policy file can’t be read or has a wrong field.',
    nextStep: 'Correct the field named.',
  },
  'policy.contradiction': { means: 'The policy contradicts itself.', nextStep: 'Correct what is named.' },
  'route.undeclared': {
    means: 'A route was registered that the catalogue of routes does not declare.',
    nextStep: 'Declare it where its feature declares its routes.',
  },
  'policy.upgrade-unannounced': {
    means:
      'This version of the program does otherwise than the policy in force says, in a way that people are told of first.',
    nextStep:
      'Go on with the version of the program before. With this one make a file by samtale policy compiled, give it to that one by samtale policy announce --compiled-file, and start this one when it may take effect.',
  },
  'route.missing': {
    means: 'The catalogue of routes declares one that nothing answers.',
    nextStep: 'Register it, or take it out of the catalogue.',
  },
  'web.not-built': {
    means: 'The web app has not been built.',
    nextStep: 'Run npm start, which builds it, or npm run build.',
  },
  'ledger.damaged': {
    means: 'The copy of the ledger beside the database was changed.',
    nextStep: 'Restore the file from its newest copy, or move it away where the database is the current one.',
  },
  'ledger.forked': {
    means: 'The database and the copy of the ledger beside it each have entries that the other lacks.',
    nextStep: 'In a cluster, start the node with the longest ledger first; else find out which of the two is right.',
  },
  'restore.unfinished': {
    means: 'A restore was cut short. What is in place may be half of it, so nothing is served.',
    nextStep: 'Run the same samtale restore again, with --replace.',
  },
  'restore.ledger-missing': {
    means:
      'A backup was put in place, and no copy of the ledger reaches as far as it: who was erased since isn’t known.',
    nextStep:
      'Find the newest copy and run samtale restore --ledger <file>; if there is none, samtale restore --accept-ledger-as-is.',
  },
  'tls.failed': {
    means: 'The certificate for the local network can’t be made or kept.',
    nextStep: 'Check that the data folder can be written.',
  },
} as const satisfies Record<string, { means: string; nextStep: string }>

export type StartupErrorCode = keyof typeof startupErrors

/** Stops the start with a code, one sentence that says what is wrong, and the next step. */
export class StartupError extends Error {
  readonly code: StartupErrorCode

  constructor(code: StartupErrorCode, message: string) {
    super(message)
    this.name = 'StartupError'
    this.code = code
  }

  get nextStep(): string {
    return startupErrors[this.code].nextStep
  }
}

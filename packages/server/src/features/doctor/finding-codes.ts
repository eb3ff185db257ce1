/**
 * Everything that `samtale doctor` can find: how serious it is, what it means, and the next step.
 * `docs/errors.md` is compared with this table by a test.
 */
export const findingCodes = {
  'node.ok': { level: 'ok', means: 'The Node that runs is the one the server is made for.', nextStep: '' },
  'node.old': {
    level: 'fail',
    means: 'This Node is older than the server needs.',
    nextStep: 'Start by npm start or npx samtale: both use the Node that the project brings.',
  },
  'database.ok': { level: 'ok', means: 'The database opens and is migrated.', nextStep: '' },
  'database.to-be-made': { level: 'ok', means: 'There is no database yet; the first start makes it.', nextStep: '' },
  'database.behind': {
    level: 'warn',
    means: 'The database lacks migrations that this version brings.',
    nextStep: 'Make a copy of the database; the next start migrates it.',
  },
  'database.ahead': {
    level: 'fail',
    means: 'The database was migrated by a newer version.',
    nextStep: 'Install that version again, or restore the copy made before.',
  },
  'database.not-ready': {
    level: 'fail',
    means: 'The server runs, and its database does not answer it.',
    nextStep: 'Read the server’s log, and restart it.',
  },
  'database.in-use': {
    level: 'fail',
    means: 'Another Samtale has the database open, and it does not answer on this port.',
    nextStep: 'Stop the other one, or set SAMTALE_DATA_DIR or SAMTALE_PORT as it has them.',
  },
  'database.damaged': {
    level: 'fail',
    means: 'The files of the embedded database can’t be opened.',
    nextStep: 'Restore a copy of the data folder, or move the folder away: the next start makes a new database.',
  },
  'database.folder-unwritable': {
    level: 'fail',
    means: 'The folder of the database can’t be written.',
    nextStep: 'Give the folder to the user who runs the server, or set SAMTALE_DATA_DIR to another.',
  },
  'database.unreachable': {
    level: 'fail',
    means: 'The PostgreSQL server does not answer, or refuses the login.',
    nextStep: 'Check DATABASE_URL, that the server runs, and that it lets this machine in.',
  },
  'keys.ok': { level: 'ok', means: 'The keys are kept as they should be.', nextStep: '' },
  'keys.file-exposed': {
    level: 'fail',
    means: 'Others than its owner may open the file of epoch keys.',
    nextStep: 'Run chmod 600 on it. If somebody may have read it, rotate the keys by force.',
  },
  'keys.file-damaged': {
    level: 'fail',
    means: 'The file of epoch keys is damaged, can’t be read or can’t be replaced.',
    nextStep: 'Put its newest copy back, or correct SAMTALE_KEK_FILE.',
  },
  'keys.overdue': {
    level: 'warn',
    means: 'The epoch key is older than it should get, so keys that were destroyed live longer in copies.',
    nextStep: 'Run the server: it renews the key within the hour. If it does run, its log says why it doesn’t.',
  },
  'keys.beside-database': {
    level: 'warn',
    means: 'The key store is where the database is: one copy of that takes both.',
    nextStep: 'Give the keys a place of their own: KEYS_DATABASE_URL on another server, or a folder on another disk.',
  },
  'keys.on-network': {
    level: 'warn',
    means: 'The data or the keys lie on another machine’s disk, where locks and overwriting may not be what they seem.',
    nextStep: 'Use a disk of this machine; several nodes share a PostgreSQL server (KEYS_DATABASE_URL).',
  },
  'keys.copy-outlived': {
    level: 'warn',
    means: 'A backup of the keys is kept longer than an epoch: keys that were destroyed could come back from it.',
    nextStep: 'Delete it.',
  },
  'restore.waits': {
    level: 'fail',
    means: 'A restore was not finished, so the server does not start.',
    nextStep: 'Do what the error named asks for; docs/operations.md shows the steps.',
  },
  'worker.ok': { level: 'ok', means: 'The media worker runs.', nextStep: '' },
  'worker.pending': {
    level: 'warn',
    means: 'The media worker is being made ready; rooms of up to four work meanwhile.',
    nextStep: 'Wait: it takes about two minutes on two cores.',
  },
  'worker.to-be-made': {
    level: 'warn',
    means: 'There is no media worker yet; the next start brings it, and rooms of up to four work meanwhile.',
    nextStep: 'Start the server, or run: node packages/server/media-worker/provide.ts',
  },
  'worker.packages-missing': {
    level: 'warn',
    means: 'Packages that the media worker is built with are missing; only an official binary could be used.',
    nextStep: 'Install the packages named.',
  },
  'worker.unavailable': {
    level: 'fail',
    means: 'The server runs and has no media worker, so a fifth person can’t join a room.',
    nextStep: 'docs/errors.md says what to do about the trouble named.',
  },
  'worker.broken': {
    level: 'fail',
    means: 'The media worker that MEDIASOUP_WORKER_BIN names does not run here.',
    nextStep: 'Name another, or unset MEDIASOUP_WORKER_BIN.',
  },
  'ports.ok': { level: 'ok', means: 'The ports are free, or the running server holds them.', nextStep: '' },
  'ports.http-in-use': {
    level: 'fail',
    means: 'Another program listens on the web port.',
    nextStep: 'Stop that program, or set SAMTALE_PORT to another port.',
  },
  'ports.media-in-use': {
    level: 'fail',
    means: 'Another program holds a port of the media router, UDP or TCP.',
    nextStep: 'Stop that program, or set SAMTALE_MEDIA_PORT to another port.',
  },
  'address.ok': {
    level: 'ok',
    means: 'Browsers can reach the media router under an address that it tells them.',
    nextStep: '',
  },
  'address.unreadable': {
    level: 'fail',
    means: 'The announced address is neither an IP address nor a host name.',
    nextStep: 'Set SAMTALE_ANNOUNCED_ADDRESS to this machine’s public IP address.',
  },
  'address.loopback': {
    level: 'fail',
    means: 'The announced address leads every browser to its own machine.',
    nextStep: 'Set SAMTALE_ANNOUNCED_ADDRESS to the address under which others reach this machine.',
  },
  'address.private': {
    level: 'warn',
    means: 'The announced address is private, and the server’s own address is public.',
    nextStep: 'Set SAMTALE_ANNOUNCED_ADDRESS to this machine’s public IP address.',
  },
  'address.elsewhere': {
    level: 'warn',
    means: 'The announced address is private and no interface of this machine has it.',
    nextStep:
      'Correct SAMTALE_ANNOUNCED_ADDRESS; where a router forwards to this machine, announce the router’s public address.',
  },
  'address.missing': {
    level: 'fail',
    means: 'The server’s address is public, this machine has private addresses only, and none is announced.',
    nextStep:
      'Set SAMTALE_ANNOUNCED_ADDRESS to the public IP address, and forward the media ports (UDP and TCP) to this machine.',
  },
  'relay.ok': {
    level: 'ok',
    means: 'The relays let people in by credentials that this server gives.',
    nextStep: '',
  },
  'relay.none': {
    level: 'ok',
    means: 'No relay is configured: pairs that can’t connect directly go through the media router.',
    nextStep: '',
  },
  'relay.no-tls': {
    level: 'warn',
    means: 'No relay is reached by TLS, the only way out of networks that let nothing but web pages through.',
    nextStep:
      'Give coturn a certificate and a TLS port, best 443 of an address of its own, and add its turns: address to SAMTALE_TURN_URLS.',
  },
  'relay.silent': {
    level: 'fail',
    means: 'A relay does not answer, or something else does.',
    nextStep: 'Check that coturn runs, that its ports are open (UDP and TCP), and SAMTALE_TURN_URLS.',
  },
  'relay.certificate': {
    level: 'fail',
    means: 'The certificate of a relay is not one that browsers believe.',
    nextStep: 'Give coturn a certificate for the name in its turns: address, with the chain (cert=, pkey=).',
  },
  'relay.refuses': {
    level: 'fail',
    means: 'A relay refuses the credentials that this server gives.',
    nextStep:
      'Set use-auth-secret and the same static-auth-secret in coturn as SAMTALE_TURN_SECRET here, and check both clocks.',
  },
  'url.ok': { level: 'ok', means: 'Browsers give cameras to pages of this address.', nextStep: '' },
  'url.insecure': {
    level: 'fail',
    means: 'The public address is not HTTPS; browsers give no camera or microphone to its pages.',
    nextStep: 'Put a proxy with TLS in front (README.md shows two) and set SAMTALE_PUBLIC_URL to its https:// address.',
  },
  'url.path': {
    level: 'fail',
    means: 'The public address has a path; the server answers at the root of a host.',
    nextStep: 'Give it a host name of its own and set SAMTALE_PUBLIC_URL without a path.',
  },
  'url.proxy-unnamed': {
    level: 'warn',
    means: 'No proxy is trusted, so everybody seems to come from the proxy’s address and shares its limits.',
    nextStep: 'Set SAMTALE_TRUST_PROXY to the proxy’s address, 127.0.0.1 where it runs on this machine.',
  },
  'controller.ok': { level: 'ok', means: 'It is clear who answers for personal data.', nextStep: '' },
  'controller.missing': {
    level: 'fail',
    means: 'Nobody is named who answers for personal data, and the address is public: the server will not start.',
    nextStep: 'Name the controller in a file and set SAMTALE_POLICY to it; docs/configuration.md shows one.',
  },
  'controller.unreadable': {
    level: 'fail',
    means: 'The policy file can’t be read or has a wrong field.',
    nextStep: 'Correct what is named, or SAMTALE_POLICY.',
  },
  'clock.ok': { level: 'ok', means: 'The clock is plausible.', nextStep: '' },
  'clock.behind': {
    level: 'fail',
    means: 'The clock is earlier than files that were written before.',
    nextStep: 'Set the clock, and keep it by NTP: timedatectl set-ntp true',
  },
  'clock.unsynchronised': {
    level: 'warn',
    means: 'The system says that its clock is not synchronised.',
    nextStep: 'Switch NTP on: timedatectl set-ntp true',
  },
  'borders.ok': { level: 'ok', means: 'Nothing that isn’t declared was tried.', nextStep: '' },
  'borders.red': {
    level: 'warn',
    means: 'A part of the server tried what nothing declares, and was refused.',
    nextStep: 'Look in the log for lines that end in .refused: each names the place in the code. Report it.',
  },
  'disk.ok': { level: 'ok', means: 'There is space, and the folders can be written.', nextStep: '' },
  'disk.low': { level: 'warn', means: 'Little disk space is left.', nextStep: 'Free space, 1 GiB at least.' },
  'disk.full': { level: 'fail', means: 'Nearly no disk space is left.', nextStep: 'Free space, 1 GiB at least.' },
  'disk.unwritable': {
    level: 'fail',
    means: 'A folder that the server writes to can’t be written.',
    nextStep: 'Give the folder to the user who runs the server, or name another: SAMTALE_DATA_DIR, SAMTALE_CACHE_DIR.',
  },
} as const satisfies Record<string, { level: 'ok' | 'warn' | 'fail'; means: string; nextStep: string }>

export type FindingCode = keyof typeof findingCodes

const isCode = (key: string): key is FindingCode => Object.hasOwn(findingCodes, key)

/** All of them. */
export const codes: readonly FindingCode[] = Object.keys(findingCodes).filter(isCode)

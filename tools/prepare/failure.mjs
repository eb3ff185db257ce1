/**
 * What can stop the preparation, in the words that a person reads, with what to do about it.
 * `docs/errors.md` is compared with this table by a test.
 */
export const setupFailures = {
  'setup.node-old': {
    means: 'The Node that runs npm is too old to install the project.',
    nextStep: 'Install Node 18 or later (Debian: apt-get install nodejs npm); the project brings the Node it runs on.',
  },
  'setup.npm-missing': {
    means: 'npm is not installed.',
    nextStep: 'Install npm 9 or later (Debian: apt-get install npm).',
  },
  'setup.npm-old': {
    means: 'This npm is too old to read the project’s lock file.',
    nextStep: 'Install npm 9 or later.',
  },
  'setup.network': {
    means: 'The package registry that npm is set up with can’t be reached.',
    nextStep: 'Check the network and npm’s proxy settings, then run the same command again; what was fetched is kept.',
  },
  'setup.disk-full': {
    means: 'The disk is full.',
    nextStep: 'Free at least 1 GB where the project and npm’s cache lie, then run the same command again.',
  },
  'setup.permission': {
    means: 'A file or folder of the project can’t be written.',
    nextStep: 'Run as the user who owns the project’s folder, or give that user the folder (chown -R).',
  },
  'setup.lock-differs': {
    means: 'A package.json asks for something that package-lock.json doesn’t have.',
    nextStep: 'Run npm install and commit package-lock.json.',
  },
  'setup.package-damaged': {
    means: 'A package arrived other than package-lock.json says, or can’t be had.',
    nextStep: 'Run npm cache verify, then the same command again.',
  },
  'setup.install-failed': {
    means: 'npm could not install the dependencies.',
    nextStep: 'npm’s last words stand below; run npm ci by hand to see all of them.',
  },
  'setup.node-missing': {
    means: 'The Node that the project brings does not run on this machine.',
    nextStep: 'Use a system for which Node publishes binaries: Linux with glibc 2.28 or later, or macOS; x64 or arm64.',
  },
  'setup.web-build-failed': {
    means: 'The web app could not be built.',
    nextStep: 'The reason stands below; npm run check often says more.',
  },
  'setup.chromium-missing': {
    means: 'The end-to-end tests need Chromium, and it can’t be installed from here.',
    nextStep: 'Run: sudo apt-get install --yes chromium coturn firefox-esr iproute2 procps',
  },
}

/** @typedef {keyof typeof setupFailures} SetupCode */

/** A reason to stop, known by its code. `detail` holds a program's own last words. */
export class SetupFailure extends Error {
  /**
   * @param {SetupCode} code
   * @param {string} [detail]
   */
  constructor(code, detail = '') {
    super(setupFailures[code].means)
    this.name = 'SetupFailure'
    this.code = code
    this.detail = detail
  }

  /** The failure as it is printed: what, code, what to do, the program's own words. */
  toText() {
    const { means, nextStep } = setupFailures[this.code]
    const detail = this.detail.trim()
    return `${means} [${this.code}]\n  What to do: ${nextStep}\n${detail ? `${detail.replace(/^/gm, '  | ')}\n` : ''}`
  }
}

const codesOfErrors = /** @type {const} */ ([
  ['setup.disk-full', /\b(ENOSPC|EDQUOT)\b/],
  ['setup.permission', /\b(EACCES|EPERM|EROFS)\b/],
  [
    'setup.network',
    /\b(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|ENOTCACHED|ERR_SOCKET_TIMEOUT|E5\d\d)\b/,
  ],
  ['setup.lock-differs', /\bEUSAGE\b/],
  ['setup.package-damaged', /\b(EINTEGRITY|ETARGET|E404)\b/],
])

/**
 * Finds the failure in a program's output or an error's text, by the system's and npm's error codes.
 * @param {string} text
 * @param {SetupCode} otherwise
 */
export function failureFrom(text, otherwise) {
  const known = codesOfErrors.find(([, pattern]) => pattern.test(text))
  return new SetupFailure(known ? known[0] : otherwise, text)
}

/**
 * Runs a whole command: a known failure is printed as it should be read, and the exit code says 1.
 * @param {() => Promise<number>} work gives the exit code
 */
export async function runCommand(work) {
  try {
    process.exitCode = await work()
  } catch (error) {
    const failure = asFailure(error)
    if (!failure) throw error
    process.stderr.write(`\n${failure.toText()}`)
    process.exitCode = 1
  }
}

/** @param {unknown} error */
function asFailure(error) {
  if (error instanceof SetupFailure) return error
  const failure = failureFrom(String(error), 'setup.install-failed')
  return failure.code === 'setup.disk-full' || failure.code === 'setup.permission' ? failure : undefined
}

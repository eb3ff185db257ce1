// What the program says to whoever started it, as against the log. Both streams are closed to everything else.

const toOutput = process.stdout.write.bind(process.stdout)
const toErrors = process.stderr.write.bind(process.stderr)

/** A line for whoever started the program, on standard output. */
export function say(line: string): void {
  toOutput(`${line}\n`)
}

/** Lines that say why the program can't go on, on standard error. */
export function complain(lines: string): void {
  toErrors(lines)
}

/**
 * From now on nothing but `say`, `complain` and the log reaches standard output and standard error: what `console` or a
 * library writes is dropped unread, since it may quote what people wrote, and `refused` is called instead.
 */
export function closeOutput(refused: () => void): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.write = (_chunk: unknown, ...rest: unknown[]): boolean => {
      refused()
      const done = rest.find((argument) => typeof argument === 'function')
      if (done !== undefined) process.nextTick(done)
      return true
    }
  }
}

import { spawn } from 'node:child_process'

/**
 * Starts this program anew, with the same arguments and settings, in the place of this process, which has closed
 * everything: it hands signals on and ends as its successor does. A process can't open its borders again, so another
 * policy needs another process; whoever watches over this one sees it go on.
 */
export function handOver(): void {
  const program = spawn(process.execPath, [...process.execArgv, ...process.argv.slice(1)], { stdio: 'inherit' })
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) {
    process.removeAllListeners(signal)
    // In a terminal the successor gets Ctrl-C itself.
    process.on(signal, () => (signal === 'SIGINT' && process.stdin.isTTY ? undefined : program.kill(signal)))
  }
  program.on('error', () => process.exit(1))
  program.on('exit', (code) => process.exit(code ?? 1))
}

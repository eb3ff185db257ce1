/**
 * The lock file names versions and checksums, never the address that a package came from: everybody installs from the
 * registry that their own npm is set up with.
 */
export function addressesIn(lockFile: string): string[] {
  const { packages } = JSON.parse(lockFile) as { packages: Record<string, { resolved?: string }> }
  return Object.entries(packages)
    .filter(([, { resolved }]) => resolved?.includes('://'))
    .map(([place]) => `package-lock.json: ${place} carries the address it came from ("resolved")`)
}

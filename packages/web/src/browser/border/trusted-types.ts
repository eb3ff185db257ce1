/**
 * The page runs under `require-trusted-types-for 'script'` (W3C Trusted Types): no text becomes markup or code. The one
 * thing let through is the address of a worker that this server serves as a file of the web app.
 */
export function allowOwnWorkers(): void {
  const factory: unknown = Reflect.get(window, 'trustedTypes')
  if (!isFactory(factory)) return
  factory.createPolicy('default', { createScriptURL: (address) => (isOwnFile(address) ? address : null) })
}

interface PolicyFactory {
  createPolicy(name: string, rules: { createScriptURL(address: string): string | null }): unknown
}

function isFactory(value: unknown): value is PolicyFactory {
  return typeof value === 'object' && value !== null && 'createPolicy' in value
}

function isOwnFile(address: string): boolean {
  const { origin, pathname } = new URL(address, location.href)
  return origin === location.origin && (pathname.startsWith('/assets/') || import.meta.env.DEV)
}

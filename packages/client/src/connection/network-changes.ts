/**
 * Told when the browser says that the network is back, or is another: by `online` everywhere, and where there is the
 * Network Information API also by its `change`. Returns how to hear no more.
 */
export function onNetworkChange(listener: () => void): () => void {
  const known: unknown = 'navigator' in globalThis && 'connection' in navigator ? navigator.connection : null
  const network = known instanceof EventTarget ? known : null
  globalThis.addEventListener?.('online', listener)
  network?.addEventListener('change', listener)
  return () => {
    globalThis.removeEventListener?.('online', listener)
    network?.removeEventListener('change', listener)
  }
}

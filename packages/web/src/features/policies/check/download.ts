/** Saves a text as a file where the person's browser puts them. */
export function download(text: string, name: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'application/yaml' }))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  // After the click has taken hold of it.
  setTimeout(() => URL.revokeObjectURL(address), 10_000)
}

/** What a policy's page shows, by the fragment of its address. */
export type Place =
  /** The lines, or one of them. */
  | { readonly view: 'lines'; readonly id: string | null }
  /** The rendered policy, or a part of it. */
  | { readonly view: 'page'; readonly id: string | null }
  /** The file, or a line of it as the id of its element. */
  | { readonly view: 'file'; readonly id: string | null }

export type View = Place['view']

const lineOfPolicy = /^([A-Z]\d{2}(-\d+)?|said-.+)$/
const lineOfFile = /^line-\d+$/

/** @param hash as in `location.hash`; what is neither a row, a line nor a view is an id of the rendered policy. */
export function placeIn(hash: string): Place {
  const id = decoded(hash.replace(/^#/, ''))
  if (id === '' || id === 'lines') return { view: 'lines', id: null }
  if (id === 'page' || id === 'file') return { view: id, id: null }
  if (lineOfPolicy.test(id)) return { view: 'lines', id }
  return { view: lineOfFile.test(id) ? 'file' : 'page', id }
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

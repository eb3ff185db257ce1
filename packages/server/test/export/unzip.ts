import { buffer } from 'node:stream/consumers'
import { fromBufferPromise } from 'yauzl'

/** For tests: the files of a ZIP, as a library that we don't pack with reads them. */
export async function unzip(packed: AsyncIterable<Uint8Array>): Promise<Map<string, string>> {
  const zip = await fromBufferPromise(await buffer(packed), {})
  const files = new Map<string, string>()
  for await (const entry of zip.eachEntry()) {
    files.set(entry.fileName, (await buffer(await zip.openReadStreamPromise(entry))).toString('utf8'))
  }
  return files
}

const quietMs = 2_000
const lineEveryMs = 5_000
const liveEveryMs = 500

/**
 * Does one step of the preparation and tells about it: on a terminal as one live line, elsewhere as plain lines,
 * the first at once and then one every five seconds.
 * @template T
 * @param {string} title what is being done, as "Installing dependencies"
 * @param {(tell: (detail: string) => void) => Promise<T>} work `tell` sets what is shown behind the seconds
 * @param {{ isTTY?: boolean, write: (text: string) => unknown }} [out]
 * @returns {Promise<T>}
 */
export async function step(title, work, out = process.stderr) {
  const began = Date.now()
  const live = out.isTTY
  let detail = ''
  const line = () => `${title}: ${seconds(began)}${detail && `, ${detail}`}`

  if (!live) out.write(`${title} …\n`)
  const timer = setInterval(
    () => {
      if (live && Date.now() - began > quietMs) out.write(`\r\u001B[2K${line()}`)
      if (!live) out.write(`${line()}\n`)
    },
    live ? liveEveryMs : lineEveryMs,
  )
  if (live) out.write(`${title} …`)
  try {
    const result = await work((text) => (detail = text))
    out.write(`${live ? '\r\u001B[2K' : ''}${title}: done in ${seconds(began)}\n`)
    return result
  } catch (error) {
    if (live) out.write('\n')
    throw error
  } finally {
    clearInterval(timer)
  }
}

/** @param {number} since */
function seconds(since) {
  return `${Math.round((Date.now() - since) / 1_000)} s`
}

import { allowedTo, browserOf, placeOf, raw, type Field } from './field.ts'
import { tried } from './tried.ts'

const json = 'application/json'
const form = 'application/x-www-form-urlencoded'
const nested = `${'['.repeat(5_000)}${']'.repeat(5_000)}`
/** Bodies that no page of ours sends. */
const bodies: readonly (readonly [type: string, body: string | Buffer])[] = [
  [form, `name=${'x'.repeat(70_000)}`],
  [json, JSON.stringify({ name: 'x'.repeat(70_000) })],
  [json, '{"name":'],
  [json, nested],
  [json, '{"__proto__":{"role":"operator"},"constructor":{"prototype":{"role":"operator"}}}'],
  [json, 'null'],
  [json, '[]'],
  [json, '"x"'],
  ['text/plain', 'name=x'],
  ['application/xml', '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><x>&e;</x>'],
  ['multipart/form-data; boundary=x', '--x\r\ncontent-disposition: form-data; name="name"\r\n\r\nx\r\n--x--\r\n'],
  ['multipart/form-data', 'x'],
  ['application/octet-stream', Buffer.from([0, 255, 0, 255])],
  [form, 'name=%ff%fe&name=%00&email=%'],
  [form, `${'a[b]=1&'.repeat(2_000)}x=1`],
  [form, 'name[]=x&name[toString]=y&email[__proto__]=z&__proto__=x&constructor=y'],
]

/** Sends every route bodies of other kinds and sizes; what comes back is no error of ours, and too much is too much. */
export async function misshape(field: Field): Promise<string[]> {
  const wrong: string[] = []
  for (const route of field.routes.filter(({ method }) => method === 'POST')) {
    const browser = browserOf(field, allowedTo(route))
    for (const [type, payload] of bodies) {
      if (/delete|remove|sign-out|leave|sessions/.test(route.path)) continue
      const { statusCode } = await raw(field, browser, {
        method: 'POST',
        url: placeOf(field, route),
        headers: { 'content-type': type, 'sec-fetch-site': 'same-origin' },
        payload,
      })
      tried('a body of another kind or size')
      const isLarge = payload.length > 65_536 && route.takesFile === undefined
      if (statusCode >= 500 || (isLarge && statusCode !== 413))
        wrong.push(`${route.name} ${type} ${String(payload).slice(0, 30)}: ${statusCode}`)
    }
  }
  return wrong
}

const spellings: readonly ((path: string) => string)[] = [
  (path) => `/${path}`,
  (path) => `/.${path}`,
  (path) => `${path}/`,
  (path) => `${path}//`,
  (path) => path.toUpperCase(),
  (path) => path.replace(/[a-z]/, (letter) => `%${letter.charCodeAt(0).toString(16)}`),
  (path) => path.replace(/[a-z]/, (letter) => `%25${letter.charCodeAt(0).toString(16)}`),
  (path) => `/x/..${path}`,
  (path) => `/x%2f..${path}`,
  (path) => `/assets/..${path}`,
  (path) => `/assets/%2e%2e${path}`,
  (path) => path.replaceAll('/', '\\'),
  (path) => path.replaceAll('/', '%5c'),
  (path) => `${path}%00`,
  (path) => `${path};x`,
  (path) => `${path}%2f`,
  (path) => `${path}.json`,
  (path) => `${path}%0d%0aset-cookie:x=1`,
  (path) => `http://skole.example${path}`,
]

/** Asks for pages that are others' by every spelling of their path. */
export async function respell(field: Field): Promise<string[]> {
  const wrong: string[] = []
  const guarded = field.routes.filter(({ method, access }) => method === 'GET' && !['anyone', 'link'].includes(access))
  for (const route of guarded) {
    for (const spell of spellings) {
      const url = spell(placeOf(field, route))
      const { statusCode, body, headers } = await raw(field, browserOf(field, 'nobody'), { method: 'GET', url })
      tried('another spelling of a path')
      const isApp = body.includes('id="root"')
      const tells = field.world.canaries.some((canary) => body.includes(canary))
      if (statusCode >= 500 || tells || (statusCode === 200 && !isApp) || headers['set-cookie'] !== undefined)
        wrong.push(`${url}: ${statusCode}`)
    }
  }
  return wrong
}

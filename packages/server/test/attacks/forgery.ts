import { allowedTo, browserOf, placeOf, raw, type Field } from './field.ts'
import { tried } from './tried.ts'

const form = 'application/x-www-form-urlencoded'
/** What a browser says that sends a form for a page of somebody else, or doesn't say. */
const senders: readonly Record<string, string>[] = [
  { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' },
  { 'sec-fetch-site': 'same-site', origin: 'https://other.skole.example' },
  { 'sec-fetch-site': 'none' },
  { 'sec-fetch-site': '', origin: 'https://skole.example' },
  { origin: 'https://evil.example' },
  { origin: 'https://skole.example.evil.example' },
  { origin: 'null' },
  { referer: 'https://skole.example/account' },
  {},
]

/** Sends every form of somebody who is signed in from another site. */
export async function forge(field: Field): Promise<string[]> {
  const wrong: string[] = []
  const guarded = field.routes.filter(
    ({ method, access, errors }) =>
      method === 'POST' && (!['anyone', 'link'].includes(access) || errors.includes('request.other-site')),
  )
  for (const route of guarded) {
    for (const headers of senders) {
      const isJson = typeof route.answers !== 'string'
      const { statusCode, body } = await raw(field, browserOf(field, allowedTo(route)), {
        method: 'POST',
        url: placeOf(field, route),
        headers: { 'content-type': isJson ? 'application/json' : form, ...headers },
        payload: isJson ? '{}' : 'name=Forged&email=forged@evil.example',
      })
      tried('a form sent by another site')
      // Without Fetch Metadata a browser says the origin with every form.
      if (statusCode !== 403) wrong.push(`${route.name} ${JSON.stringify(headers)}: ${statusCode} ${body.slice(0, 80)}`)
    }
  }
  return wrong
}

/** Asks for what is sent, by other ways of asking. */
export async function askOtherwise(field: Field): Promise<string[]> {
  const wrong: string[] = []
  for (const route of field.routes.filter(({ method }) => method === 'POST')) {
    const browser = browserOf(field, allowedTo(route))
    const url = placeOf(field, route)
    const isPage = field.routes.some(({ method, path }) => method === 'GET' && path === route.path)
    for (const method of ['PUT', 'PATCH', 'DELETE', 'OPTIONS'] as const) {
      const { statusCode } = await raw(field, browser, { method, url, headers: { 'sec-fetch-site': 'same-origin' } })
      tried('another method')
      if (statusCode < 400 || statusCode >= 500) wrong.push(`${method} ${url}: ${statusCode}`)
    }
    for (const headers of [{ 'x-http-method-override': 'POST' }, { 'x-method-override': 'POST' }]) {
      const { statusCode, body } = await raw(field, browser, { method: 'GET', url: `${url}?_method=POST`, headers })
      tried('another method')
      if (statusCode >= 500 || (!isPage && statusCode < 300 && !body.includes('id="root"')))
        wrong.push(`GET for ${route.name}: ${statusCode}`)
    }
  }
  return wrong
}

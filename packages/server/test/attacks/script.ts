import type { Browser } from '../accounts/browser.ts'
import type { Form } from '../whole/forms.ts'
import { allowedTo, browserOf, formsOf, placeOf, raw, type Answer, type Field } from './field.ts'
import { tried } from './tried.ts'

const script = `"'><script>alert(7)</script><svg/onload=alert(7)>`
const more = ['javascript:alert(7)//', '{{7*7}}', `\u202eevil`, 'x\r\nset-cookie: evil=1', '%0d%0aset-cookie:%20evil=1']
const elsewhere = [
  'https://evil.example/',
  '//evil.example',
  '/\\evil.example',
  '/%2f/evil.example',
  '\thttps://evil.example',
]
/** Names that pages take from an address, beside those of their forms. */
const asked = [
  ...['lang', 'next', 'q', 'search', 'page', 'after', 'before', 'state', 't', 'token', 'done', 'error', 'show'],
  ...[
    'from',
    'until',
    'kind',
    'about',
    'code',
    'email',
    'to',
    'return',
    'url',
    'redirect',
    'made',
    'saved',
    'name',
    'id',
  ],
]

/** What in an answer would run, lead away or come from somebody else’s hand. */
function signs({ body, headers: sent }: Answer): string[] {
  const { 'content-type': type = '', location: to = '' } = sent
  const isHtml = type.includes('html')
  return [
    ...(isHtml && /<script>alert\(7\)|<svg\/onload|"'>/.test(body) ? ['a script'] : []),
    ...(isHtml && /(?:href|src|action)="\s*javascript:/i.test(body) ? ['a link that runs'] : []),
    ...(isHtml && /(?:href|src|action)="(?:https?:)?[/\\]{2}evil/i.test(body) ? ['a link away'] : []),
    ...(/^(?:https?:)?[/\\]{2}|^[^/]/.test(to) && !to.startsWith('http://localhost:3000/') && to !== ''
      ? [`a way to ${to}`]
      : []),
    ...(JSON.stringify(sent['set-cookie'] ?? '').includes('evil') ? ['a cookie'] : []),
  ]
}

const headers = {
  referer: 'https://evil.example/',
  'accept-language': script.slice(0, 20),
  'x-forwarded-host': 'evil.example',
}

/** Puts script, other sites and headers into every part of every page's address. */
export async function reflect(field: Field): Promise<string[]> {
  const wrong: string[] = []
  const forms = await formsOf(field)
  const names = [...new Set([...asked, ...forms.flatMap(({ form }) => Object.keys(form.fields))])]
  const look = async (route: { name: string }, url: string, said: Record<string, string>, browser: Browser) => {
    const answer = await raw(field, browser, { method: 'GET', url, headers: said })
    tried('script, another site or a header in an address')
    const found = [...signs(answer), ...(answer.statusCode >= 500 ? [`${answer.statusCode}`] : [])]
    wrong.push(...found.map((sign) => `${route.name} ${url.slice(0, 120)}: ${sign}`))
  }
  for (const route of field.routes.filter(({ method, answers }) => method === 'GET' && answers !== 'file')) {
    const browser = browserOf(field, allowedTo(route))
    const place = placeOf(field, route)
    for (const value of [script, ...more.slice(-2), elsewhere[0] ?? '']) {
      const all = new URLSearchParams(names.map((name): [string, string] => [name, value]))
      await look(route, `${place}?${all.toString()}`, headers, browser)
      for (const param of route.params) {
        const thing = field.world.thingsFor(route.path)[param] ?? ''
        await look(route, place.replace(encodeURIComponent(thing), encodeURIComponent(value)), {}, browser)
      }
    }
    // Where somebody goes on to afterwards.
    if (!/^\/(?:sign-in|account|consent|first-run|invitations)/.test(route.path)) continue
    for (const value of [...more, ...elsewhere])
      await look(route, `${place}?next=${encodeURIComponent(value)}`, headers, browser)
  }
  return wrong
}

/** Fields that no form has, of things that only the server says. */
const assigned = {
  ...{ role: 'operator', roles: 'owner', admin: 'true', isAdmin: '1', account: 'x', account_id: 'x', record_id: 'x' },
  ...{ organisation: 'x', organisation_id: 'x', owner: 'x', by: 'x', id: 'x', status: 'open', suspended_at: '' },
  ...{ factors: '2', waiting: 'false', emailVerified: 'true', created_at: '1970-01-01', __proto__: 'x' },
}

/** Writes script into every field of every form, with fields beside them that aren't ours, and looks at every page again. */
export async function write(field: Field): Promise<string[]> {
  const wrong: string[] = []
  for (const { role, page, form } of await formsOf(field)) {
    for (const value of [script, ...more]) {
      const answer = await send(field, { role, page, form }, value)
      tried('script in a field, and fields beside the form')
      const found = [...signs(answer), ...(answer.statusCode >= 500 ? [`${answer.statusCode}`] : [])]
      wrong.push(...found.map((sign) => `${form.action} of ${page}: ${sign}`))
    }
  }
  for (const route of field.routes.filter(({ method }) => method === 'GET')) {
    for (const role of [allowedTo(route), 'operator'] as const) {
      const found = signs(await browserOf(field, role).get(placeOf(field, route)))
      tried('script that was stored')
      wrong.push(...found.map((sign) => `${route.name} later: ${sign}`))
    }
  }
  return wrong
}

function send(
  field: Field,
  { role, form }: { role: Parameters<typeof browserOf>[1]; page: string; form: Form },
  value: string,
) {
  const fields = Object.fromEntries(Object.keys(form.fields).map((name) => [name, value]))
  const payload = new URLSearchParams({ ...assigned, ...fields, website: '' }).toString()
  return raw(field, browserOf(field, role), {
    method: form.method === 'POST' ? 'POST' : 'GET',
    url: form.method === 'POST' ? form.action : `${form.action.split('?')[0]}?${payload}`,
    ...(form.method === 'POST' ? { payload } : {}),
    headers: { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' },
  })
}

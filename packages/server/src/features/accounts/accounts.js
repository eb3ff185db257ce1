// What takes the secret of a room along, which stands after # and never reaches the server; and passkeys, where the
// browser has them. Everything else here works without script.

const kept = 'samtale.sign-in-fragment'

/** What stood after # when the page came, unless that is a place on it. */
function fragmentOf() {
  const before = sessionStorage.getItem(kept) ?? ''
  sessionStorage.removeItem(kept)
  const fragment = location.hash === '' ? before : location.hash
  return fragment.length < 2 || document.getElementById(fragment.slice(1)) !== null ? '' : fragment
}

const fragment = fragmentOf()
if (fragment !== '') {
  for (const form of document.querySelectorAll('form[method=post]')) {
    if ('leaves' in form.dataset) form.addEventListener('submit', () => sessionStorage.setItem(kept, fragment))
    else form.setAttribute('action', form.getAttribute('action') + fragment)
  }
  const inside = 'a[data-keeps-fragment], a[href^="/sign-in"], .languages a'
  for (const link of document.querySelectorAll(inside)) link.setAttribute('href', link.getAttribute('href') + fragment)
}
const onwards = document.querySelector('[data-goes-on] a[data-keeps-fragment]')
if (onwards !== null) location.replace(onwards.getAttribute('href'))

/** @param {string} path @param {unknown} body */
async function post(path, body) {
  const answer = await fetch(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  // Somebody who signed in long ago is asked to do so again.
  if (answer.redirected) location.assign(answer.url)
  if (answer.status === 401) {
    const next = encodeURIComponent(location.pathname)
    location.assign(`/sign-in?lang=${document.documentElement.lang}&next=${next}`)
    return new Promise(() => {})
  }
  if (!answer.ok) throw new Error('refused')
  return answer.json()
}

async function signIn(place) {
  const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(await post('/sign-in/passkey/ask', {}))
  const credential = await navigator.credentials.get({ publicKey })
  await post('/sign-in/passkey', credential)
  location.assign(place.dataset.next + fragment)
}

async function make(path) {
  const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(await post(path, {}))
  return navigator.credentials.create({ publicKey })
}

async function add(place) {
  await post('/account/passkeys', await make('/account/passkeys/ask'))
  location.assign(place.dataset.next)
}

async function setUp(place) {
  const form = place.querySelector('form')
  form.elements.answer.value = JSON.stringify(await make('/sign-in/factor/passkey/ask'))
  form.submit()
}

const actions = { 'sign-in': signIn, add, 'set-up': setUp }
const has = typeof PublicKeyCredential === 'function' && 'parseRequestOptionsFromJSON' in PublicKeyCredential
for (const part of has ? document.querySelectorAll('[data-with-passkeys]') : []) part.hidden = false
for (const place of has ? document.querySelectorAll('[data-passkey]') : []) {
  const button = place.querySelector('button')
  const status = place.querySelector('[role=status]')
  place.hidden = false
  button.addEventListener('click', () => {
    button.disabled = true
    status.textContent = ''
    actions[place.dataset.passkey](place).catch(() => {
      status.textContent = place.dataset.failed
      button.disabled = false
    })
  })
}

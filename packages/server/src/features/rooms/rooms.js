// Links of rooms: their secrets are made here, and this page never sends one. What the server gets is a tag of it.
const text = new TextEncoder()
const page = document.querySelector('[data-room]')

/** The same spelling as the server's: one name, one room. @param {string} name */
function canonical(name) {
  const spelt = name.normalize('NFKC').trim().toLowerCase().normalize('NFKC')
  return spelt.replace(/[\s_-]+/gu, '-').replace(/^-|-$/gu, '')
}

/** @param {Uint8Array} bytes */
function base64url(bytes) {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')
}

const newSecret = () => base64url(crypto.getRandomValues(new Uint8Array(16)))

/** HKDF-SHA-256 (RFC 5869), salted with the name, as the call derives it. @param {string} secret @param {string} room */
async function tagOf(secret, room) {
  const material = await crypto.subtle.importKey('raw', text.encode(secret), 'HKDF', false, ['deriveBits'])
  const hkdf = { name: 'HKDF', hash: 'SHA-256', salt: text.encode(room), info: text.encode('samtale link tag v1') }
  return base64url(new Uint8Array(await crypto.subtle.deriveBits(hkdf, material, 128)))
}

// What this browser keeps, where its person chose so.
const keyOf = (room) => `samtale.room-link.${room}`
function kept(room) {
  try {
    return localStorage.getItem(keyOf(room))
  } catch {
    return null
  }
}
function keep(room, secret) {
  try {
    if (secret === null) localStorage.removeItem(keyOf(room))
    else localStorage.setItem(keyOf(room), secret)
  } catch {
    // A browser that keeps nothing.
  }
}

const linkOf = (room, secret) => `/${encodeURIComponent(room)}#${secret}`

function showOpen(room, secret) {
  for (const link of document.querySelectorAll('[data-open]')) {
    if (link.dataset.open !== room) continue
    link.setAttribute('href', linkOf(room, secret))
    link.hidden = false
  }
}

// One and the same, so that a newer link takes its place.
function keepOrNot({ target }) {
  keep(page.dataset.room, target.checked ? target.dataset.secret : null)
}

/** @param {string} room @param {string} secret */
function showLink(room, secret) {
  showOpen(room, secret)
  const known = document.querySelector('[data-link-known]')
  if (known === null) return
  known.hidden = false
  for (const unknown of document.querySelectorAll('[data-link-unknown]')) unknown.hidden = true
  known.querySelector('#link').value = page.dataset.origin + linkOf(room, secret)
  const choice = known.querySelector('#keep')
  choice.checked = kept(room) === secret
  choice.dataset.secret = secret
  choice.addEventListener('change', keepOrNot)
}

/** Sends a form with the tag of a new secret, and takes the secret along to the next page, behind `#`. */
function carrySecret(form) {
  form.addEventListener('submit', (event) => {
    const tag = form.elements.namedItem('tag')
    event.preventDefault()
    const secret = newSecret()
    const send = async () => {
      tag.value = await tagOf(secret, canonical(form.elements.namedItem('name').value))
      const answer = await fetch(form.action, { method: 'POST', body: new URLSearchParams(new FormData(form)) })
      if (!answer.redirected || !new URL(answer.url).pathname.startsWith('/rooms/')) throw new Error('not made')
      if (page !== null && kept(page.dataset.room) !== null) {
        keep(page.dataset.room, null)
        keep(canonical(form.elements.namedItem('name').value), secret)
      }
      location.assign(`${answer.url}#${secret}`)
    }
    // What is wrong stands on the page that the server makes.
    send().catch(() => {
      tag.value = ''
      form.submit()
    })
  })
}

function offerNewLink(place, room) {
  const button = place.querySelector('button')
  const said = document.querySelector('[data-said]')
  place.hidden = false
  button.addEventListener('click', async () => {
    button.disabled = true
    said.textContent = ''
    try {
      const secret = newSecret()
      const body = JSON.stringify({ tag: await tagOf(secret, room) })
      const headers = { 'content-type': 'application/json', accept: 'application/json' }
      const answer = await fetch(place.dataset.action, { method: 'POST', headers, body })
      if (!answer.ok) throw new Error('refused')
      const wasKept = kept(room) !== null
      if (wasKept) keep(room, secret)
      showLink(room, secret)
      document.querySelector('#link').focus()
    } catch {
      said.textContent = place.dataset.failed
    }
    button.disabled = false
  })
}

function offerCopy(button) {
  const said = document.querySelector('[data-said]')
  button.addEventListener('click', async () => {
    const link = document.querySelector('#link')
    try {
      await navigator.clipboard.writeText(link.value)
      said.textContent = button.dataset.copied
    } catch {
      link.select()
      said.textContent = button.dataset.notCopied
    }
  })
}

if (globalThis.isSecureContext) {
  for (const form of document.querySelectorAll('[data-new-room] form')) carrySecret(form)
  for (const form of document.querySelectorAll('[data-rename="link"] form')) carrySecret(form)
  const newLink = document.querySelector('[data-link-new]')
  if (newLink !== null && page !== null) offerNewLink(newLink, page.dataset.room)
}
for (const button of document.querySelectorAll('[data-copy]')) offerCopy(button)
for (const link of document.querySelectorAll('[data-open]')) {
  const secret = kept(link.dataset.open)
  if (secret !== null) showOpen(link.dataset.open, secret)
}
if (page !== null) {
  const room = page.dataset.room
  const brought = location.hash.slice(1)
  // The link section's own anchor is no secret.
  const isSecret = /^[A-Za-z0-9_-]{22}$/.test(brought)
  if (isSecret) history.replaceState(null, '', location.pathname + location.search)
  const secret = isSecret ? brought : kept(room)
  if (secret !== null) showLink(room, secret)
}

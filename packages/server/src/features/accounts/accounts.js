// Passkeys, where the browser has them: the one thing here that can't be done without script.

/** @param {string} path @param {unknown} body */
async function post(path, body) {
  const answer = await fetch(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  // Somebody who signed in long ago is asked to do so again.
  if (answer.status === 401) location.assign(`/sign-in?next=${encodeURIComponent(location.pathname)}`)
  if (!answer.ok) throw new Error('refused')
  return answer.json()
}

async function signIn() {
  const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(await post('/sign-in/passkey/ask', {}))
  const credential = await navigator.credentials.get({ publicKey })
  await post('/sign-in/passkey', credential)
}

async function add() {
  const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(await post('/account/passkeys/ask', {}))
  const credential = await navigator.credentials.create({ publicKey })
  await post('/account/passkeys', credential)
}

const has = typeof PublicKeyCredential === 'function' && 'parseRequestOptionsFromJSON' in PublicKeyCredential
for (const place of has ? document.querySelectorAll('[data-passkey]') : []) {
  const button = place.querySelector('button')
  const status = place.querySelector('[role=status]')
  place.hidden = false
  button.addEventListener('click', () => {
    button.disabled = true
    status.textContent = ''
    const done = place.dataset.passkey === 'add' ? add() : signIn()
    done
      .then(() => location.assign(place.dataset.next))
      .catch(() => {
        status.textContent = place.dataset.failed
        button.disabled = false
      })
  })
}

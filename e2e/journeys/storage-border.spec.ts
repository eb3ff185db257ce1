import type { Page } from '@playwright/test'
import { expect, test } from '../support/fixtures.ts'

/** What is kept in the browser for the page's origin, by every way there is. */
async function kept(page: Page) {
  const inPage = await page.evaluate(async () => ({
    local: Object.keys(localStorage),
    session: Object.keys(sessionStorage),
    databases: (await indexedDB.databases()).map(({ name }) => name),
    caches: await caches.keys(),
    workers: (await navigator.serviceWorker.getRegistrations()).length,
  }))
  const cookies = (await page.context().cookies()).map(({ name }) => name)
  return { ...inPage, cookies }
}

const nothing = { local: [], session: [], databases: [], caches: [], workers: 0, cookies: [] }

/** Ways in which a library might keep something; each runs in the page, and says what it threw. */
const attempts: Record<string, () => unknown> = {
  'setItem on local storage': () => localStorage.setItem('track', 'ana'),
  'setItem on session storage': () => sessionStorage.setItem('samtale.theme', 'ana'),
  'a property of local storage': () => Object.assign(localStorage, { track: 'ana' }),
  'a defined property': () => Object.defineProperty(localStorage, 'track', { value: 'ana' }),
  'the method of the type': () => Storage.prototype.setItem.call(localStorage, 'track', 'ana'),
  'Reflect.set': () => Reflect.set(sessionStorage, 'track', 'ana'),
  'a name that objects have': () => localStorage.setItem('constructor', 'ana'),
  'a declared name with more behind it': () => localStorage.setItem('samtale.theme2', 'ana'),
  'document.cookie': () => {
    document.cookie = 'track=ana; max-age=1000'
  },
  'the setter of the type': () =>
    Object.getOwnPropertyDescriptor(Document.prototype, 'cookie')?.set?.call(document, 'track=ana'),
  'a cookie without a name': () => {
    document.cookie = 'ana'
  },
  'the Cookie Store API': () => Reflect.get(window, 'cookieStore').set('track', 'ana'),
  IndexedDB: () =>
    new Promise((resolve) => {
      Object.assign(indexedDB.open('track'), { onsuccess: resolve, onerror: resolve })
    }),
  'the Cache API': () => caches.open('track'),
  'files of its own': () => navigator.storage.getDirectory(),
  'a service worker': () => navigator.serviceWorker.register('/favicon.svg'),
}

function make(page: Page, attempt: () => unknown): Promise<unknown> {
  return page.evaluate(`(async () => { try { await (${attempt.toString()})() } catch {} })()`)
}

test('nothing undeclared is kept, whichever way a library takes', async ({ server, person }) => {
  const ana = await person('Ana')
  await ana.open(`${server.url}/`)
  for (const [way, attempt] of Object.entries(attempts)) {
    await make(ana.page, attempt)
    expect(await kept(ana.page), way).toEqual(nothing)
  }
})

test('where there is no border the same ways keep something', async ({ server, person }) => {
  const onlyWithABorder = ['files of its own', 'a service worker', 'a cookie without a name']
  for (const [way, attempt] of Object.entries(attempts).filter(([name]) => !onlyWithABorder.includes(name))) {
    const ana = await person('Ana')
    await ana.open(`${server.url}/pages.css`)
    await make(ana.page, attempt)
    expect(await kept(ana.page), way).not.toEqual(nothing)
    await ana.close()
  }
})

test('what is declared is kept, read, listed and forgotten as ever', async ({ server, person }) => {
  const ana = await person('Ana')
  await ana.open(`${server.url}/`)
  const seen = await ana.page.evaluate(() => {
    localStorage.setItem('samtale.theme', 'dark')
    Object.assign(localStorage, { 'samtale.language': 'nb' })
    const all = [localStorage.length, Object.keys(localStorage).sort(), localStorage.getItem('samtale.theme')]
    localStorage.removeItem('samtale.theme')
    return [...all, 'samtale.theme' in localStorage, localStorage['samtale.language'], localStorage.key(0)]
  })
  expect(seen).toEqual([2, ['samtale.language', 'samtale.theme'], 'dark', false, 'nb', 'samtale.language'])
  await ana.page.reload()
  await expect(ana.page.locator('html')).toHaveAttribute('lang', 'nb')
})

test('the border can’t be opened again', async ({ server, person }) => {
  const ana = await person('Ana')
  await ana.open(`${server.url}/`)
  const opened = await ana.page.evaluate(() => {
    const replaced = (action: () => unknown) => {
      try {
        action()
        return true
      } catch {
        return false
      }
    }
    return [
      replaced(() => Object.defineProperty(window, 'localStorage', { value: {} })),
      replaced(() => Object.defineProperty(Storage.prototype, 'setItem', { value: () => {} })),
      replaced(() => Object.defineProperty(Document.prototype, 'cookie', { set: () => {} })),
      replaced(() => Object.defineProperty(IDBFactory.prototype, 'open', { value: () => {} })),
      replaced(() => Reflect.get(window, 'trustedTypes').createPolicy('another', {})),
    ]
  })
  expect(opened).toEqual([false, false, false, false, false])
})

test('no text becomes markup or code in the page, and no stranger’s address a worker', async ({ server, person }) => {
  const ana = await person('Ana')
  await ana.open(`${server.url}/`)
  const refused = await ana.page.evaluate(() => {
    const throws = (action: () => unknown) => {
      try {
        action()
        return 'done'
      } catch (error) {
        return error instanceof Error ? error.name : 'thrown'
      }
    }
    const script = document.createElement('script')
    return [
      throws(() => (document.createElement('div').innerHTML = '<b>x</b>')),
      throws(() => (script.src = 'https://stranger.example/x.js')),
      throws(() => (script.text = 'alert(1)')),
      throws(() => new Worker('https://stranger.example/x.js')),
      throws(() => new Worker('/favicon.svg')),
      throws(() => Reflect.apply(setTimeout, window, ['alert(1)'])),
    ]
  })
  expect(refused).toEqual(Array.from({ length: 6 }, () => expect.stringMatching(/TypeError|EvalError/)))
})

test('the border is the first script of the page, and waits for no other', async ({ server, request }) => {
  const html = await (await request.get(`${server.url}/`)).text()
  const scripts = [...html.matchAll(/<script[^>]*src="([^"]+)"/g)].map((match) => match[1] ?? '')
  expect(scripts[0]).toMatch(/^\/assets\/border-/)
  expect(await (await request.get(`${server.url}${scripts[0]}`)).text()).not.toMatch(/\bimport\b/)
})

test('a call has no trouble with the border', async ({ server, person }) => {
  const url = server.room('office')
  const [ana, bo] = [await person('Ana'), await person('Bo')]
  await ana.enter(url)
  await bo.enter(url)
  await expect(ana.tile('Bo')).toBeVisible()
  await expect(bo.tile('Ana')).toBeVisible()
  expect([...ana.problems, ...bo.problems]).toEqual([])
  expect(await kept(ana.page)).toEqual(nothing)
  expect(await server.readiness()).toMatchObject({ borders: 'green' })
})

import { I18nProvider } from 'react-aria-components/I18nProvider'
import { lazy, Suspense, useEffect } from 'react'
import { StartPage } from '../features/start/StartPage.tsx'
import { NotARoomPage } from '../features/pages/NotARoomPage.tsx'
import { routeFor, secretIn } from '../routes.ts'
import { useTexts } from '../texts/use-texts.ts'
import { loadPolicies } from '../features/policies/load-policies.ts'
import { loadRoom } from '../features/room/load-room.ts'
import { Mishap } from './Mishap.tsx'
import { respell, useHash, usePathname } from '../browser/navigation.ts'

const RoomPage = lazy(async () => ({ default: (await loadRoom()).RoomPage }))
const PoliciesPage = lazy(async () => ({ default: (await loadPolicies()).PoliciesPage }))

export function App() {
  return (
    <I18nProvider locale={useTexts().locale}>
      <Mishap>
        <Suspense>
          <Page />
        </Suspense>
      </Mishap>
    </I18nProvider>
  )
}

function Page() {
  const path = usePathname()
  const hash = useHash()
  const route = routeFor(path)
  useEffect(() => {
    if (route.page === 'room' && route.path !== path) respell(route.path + location.search + location.hash)
  })
  switch (route.page) {
    case 'start':
      return <StartPage />
    case 'room':
      return <RoomPage key={route.path + hash} room={route.room} secret={secretIn(hash)} />
    case 'policies':
      return <PoliciesPage view={route.view} />
    case 'not-a-room':
      return <NotARoomPage />
  }
}

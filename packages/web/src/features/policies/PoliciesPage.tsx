import { useEffect } from 'react'
import { usePageTitle } from '../../browser/page-title.ts'
import type { PoliciesView } from '../../routes.ts'
import { CheckPage } from './check/CheckPage.tsx'
import { createLibrary } from './library/library.ts'
import { PoliciesList } from './list/PoliciesList.tsx'
import { PolicyReading } from './reading/PolicyReading.tsx'

// Judged once, and there again when somebody comes back from a room.
const library = createLibrary()

/** The list of policies, one of them line by line, or the page on which people check their own. */
export function PoliciesPage({ view }: { view: PoliciesView }) {
  useEffect(() => library.open(), [])
  usePageTitle('Samtale')
  switch (view.name) {
    case 'list':
      return <PoliciesList library={library} />
    case 'one':
      return <PolicyReading key={view.key} library={library} policy={view.key} />
    case 'check':
      return <CheckPage library={library} />
  }
}

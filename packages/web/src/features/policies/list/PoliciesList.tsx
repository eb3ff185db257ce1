import type { PolicySummary } from '@samtale/protocol'
import { useEffect } from 'react'
import { usePageTitle } from '../../../browser/page-title.ts'
import { useArrival } from '../../../browser/use-arrival.ts'
import { useView } from '../../../browser/use-view.ts'
import { checkPath } from '../../../routes.ts'
import { useTexts } from '../../../texts/use-texts.ts'
import { Button } from '../../../ui/Button.tsx'
import { Link } from '../../../ui/Link.tsx'
import { QuietPage } from '../../pages/QuietPage.tsx'
import type { Library } from '../library/library.ts'
import { VerdictMeanings } from '../parts/VerdictMeanings.tsx'
import { usePoliciesTexts } from '../texts/use-policies-texts.ts'
import { PolicyCard } from './PolicyCard.tsx'
import './policies-list.css'

const none: readonly PolicySummary[] = []

/** Samtale's own policy and those of others, each with what became of its lines. */
export function PoliciesList({ library }: { library: Library }) {
  const texts = usePoliciesTexts()
  const { list, readings } = useView(library)
  const heading = useArrival<HTMLHeadingElement>()
  usePageTitle(`${texts.list.title} · Samtale`)
  const policies = typeof list === 'object' && list !== null ? list : none
  useEffect(() => {
    for (const { key } of policies) library.want(key)
  }, [library, policies])
  const cards = (kind: PolicySummary['kind']) => (
    <ul className="policies-cards">
      {policies
        .filter((policy) => policy.kind === kind)
        .map((policy) => (
          <PolicyCard key={policy.key} policy={policy} reading={readings.get(policy.key)} />
        ))}
    </ul>
  )
  return (
    <QuietPage>
      <div className="policies">
        <h1 className="policies-heading" ref={heading} tabIndex={-1}>
          {texts.list.heading}
        </h1>
        <p className="policies-intro">{texts.list.intro}</p>
        <ListTrouble library={library} />
        {policies.length === 0 ? null : (
          <>
            <section className="policies-part">
              <h2 className="policies-part-heading">{texts.list.own}</h2>
              <p className="policies-hint">{texts.list.ownHint}</p>
              {cards('default')}
            </section>
            <section className="policies-part">
              <h2 className="policies-part-heading">{texts.list.real}</h2>
              <p className="policies-hint">{texts.list.realHint}</p>
              {cards('real')}
            </section>
          </>
        )}
        <section className="policies-part">
          <h2 className="policies-part-heading">{texts.meaningsTitle}</h2>
          <VerdictMeanings />
        </section>
        <section className="policies-part">
          <h2 className="policies-part-heading">{texts.checkOwn}</h2>
          <p className="policies-hint">{texts.list.ownText}</p>
          <Link to={checkPath} className="button button-secondary policies-check">
            {texts.check.title}
          </Link>
        </section>
      </div>
    </QuietPage>
  )
}

function ListTrouble({ library }: { library: Library }) {
  const texts = usePoliciesTexts().list
  const again = useTexts().common.tryAgain
  const { list } = useView(library)
  if (list === 'failed') {
    return (
      <div className="policies-trouble" role="alert">
        <p>{texts.failed}</p>
        <Button onPress={() => library.open()}>{again}</Button>
      </div>
    )
  }
  if (list === null) return <p role="status">{texts.loading}</p>
  return list.length === 0 ? <p>{texts.empty}</p> : null
}

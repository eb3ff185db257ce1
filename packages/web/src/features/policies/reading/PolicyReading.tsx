import type { PolicySummary } from '@samtale/protocol'
import { useEffect } from 'react'
import { usePageTitle } from '../../../browser/page-title.ts'
import { useView } from '../../../browser/use-view.ts'
import { useLanguage, useTexts } from '../../../texts/use-texts.ts'
import { Button } from '../../../ui/Button.tsx'
import type { Library } from '../library/library.ts'
import { PaperPage } from '../parts/PaperPage.tsx'
import { shownLanguage } from '../parts/shown-language.ts'
import { usePoliciesTexts } from '../texts/use-policies-texts.ts'
import { JudgedPolicy } from './JudgedPolicy.tsx'
import './policy-reading.css'

/** One policy of the server, line by line. */
export function PolicyReading(props: { library: Library; policy: string }) {
  const { library, policy } = props
  const texts = usePoliciesTexts()
  const { list, readings } = useView(library)
  const listed = typeof list === 'object' && list !== null ? list : null
  const summary = listed?.find(({ key }) => key === policy)
  const isMissing = listed !== null && summary === undefined
  const { title, language } = useNameOf(summary)
  const shownTitle = isMissing ? texts.reading.missing : title
  const reading = readings.get(policy)
  usePageTitle(`${shownTitle} · Samtale`)
  useEffect(() => {
    if (summary !== undefined) library.want(summary.key)
  }, [library, summary])
  return (
    <PaperPage>
      <h1 className="paper-title" lang={language}>
        {shownTitle}
      </h1>
      {isMissing ? <p className="paper-intro">{texts.reading.missingText}</p> : null}
      {reading?.state === 'judged' ? (
        <JudgedPolicy judgement={reading.judgement} text={reading.text} />
      ) : (
        <Waiting library={library} policy={policy} isMissing={isMissing} />
      )}
    </PaperPage>
  )
}

/** What a policy is called, and in which language; a word for any, while it isn't known. */
function useNameOf(summary: PolicySummary | undefined) {
  const texts = usePoliciesTexts()
  const page = useLanguage()
  const language = shownLanguage(summary?.languages ?? [], page)
  return { title: summary?.title[language ?? page] ?? texts.list.title, language }
}

function Waiting({ library, policy, isMissing }: { library: Library; policy: string; isMissing: boolean }) {
  const texts = usePoliciesTexts().reading
  const again = useTexts().common.tryAgain
  const { list, readings } = useView(library)
  const hasFailed = list === 'failed' || readings.get(policy)?.state === 'failed'
  if (isMissing) return null
  if (!hasFailed) return <p role="status">{texts.judging}</p>
  return (
    <div className="reading-trouble" role="alert">
      <p>
        {texts.failed}. {texts.failedText}
      </p>
      <Button
        onPress={() => {
          library.open()
          library.want(policy)
        }}
      >
        {again}
      </Button>
    </div>
  )
}

import { reportLimits, reportReasons, type NewReport, type ReportReason } from '@samtale/protocol'
import { useRef, useState, type FormEvent } from 'react'
import { useDoorTexts } from '../door/texts/use-door-texts.ts'
import { useLanguage } from '../../texts/use-texts.ts'
import { Button } from '../../ui/Button.tsx'
import { Select } from '../../ui/Select.tsx'
import { Sheet } from '../../ui/Sheet.tsx'
import { Switch } from '../../ui/Switch.tsx'
import { TextAreaField } from '../../ui/TextAreaField.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { draftReport, emptyDraft, linesToSend, type ReportDraft, type ReportPlace } from './report-draft.ts'
import './report-sheet.css'
import { sendReport, type ReportOutcome } from './send-report.ts'

/** Reports something to whoever runs the server. Each part but the reason is the reporter's choice, and off at first. */
export function ReportSheet(props: ReportPlace & { onClose: () => void }) {
  const texts = useDoorTexts().report
  const [outcome, setOutcome] = useState<ReportOutcome | null>(null)
  const isSent = outcome !== null && 'reference' in outcome
  return (
    <Sheet title={isSent ? texts.sentHeading : texts.heading} onClose={props.onClose}>
      {isSent ? (
        <div className="report" role="status">
          <p>{texts.sent}</p>
          <p className="report-reference">{outcome.reference}</p>
        </div>
      ) : (
        <ReportForm
          place={props}
          problem={outcome?.problem ?? null}
          onSend={async (report) => setOutcome(await sendReport(report))}
        />
      )}
    </Sheet>
  )
}

function ReportForm(props: {
  place: ReportPlace
  problem: Extract<ReportOutcome, { problem: string }>['problem'] | null
  onSend: (report: NewReport) => Promise<void>
}) {
  const texts = useDoorTexts().report
  const language = useLanguage()
  const [draft, setDraft] = useState<ReportDraft>(emptyDraft)
  const [wasSubmitted, setSubmitted] = useState(false)
  const [isSending, setSending] = useState(false)
  const form = useRef<HTMLFormElement>(null)
  const change = (part: Partial<ReportDraft>) => setDraft({ ...draft, ...part })

  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setSubmitted(true)
    const report = draftReport(draft, props.place, language)
    if (report === null) return form.current?.querySelector('button')?.focus()
    if (isSending) return
    setSending(true)
    await props.onSend(report)
    setSending(false)
  }
  return (
    <form ref={form} className="report" onSubmit={(event) => void submit(event)} noValidate>
      <p className="report-intro">{texts.intro}</p>
      <ReasonField
        reason={draft.reason}
        isMissing={wasSubmitted && draft.reason === null}
        onChange={(reason) => change({ reason })}
      />
      <TextAreaField
        label={texts.message}
        value={draft.message}
        onChange={(message) => change({ message })}
        maxLength={reportLimits.message}
      />
      <Extras draft={draft} place={props.place} change={change} />
      <TextField
        label={texts.contact}
        hint={texts.contactHint}
        value={draft.contact}
        onChange={(contact) => change({ contact })}
        autoComplete="email"
        maxLength={reportLimits.contact}
      />
      {props.problem === null ? null : <Problem text={texts[props.problem]} />}
      <Button kind="primary" type="submit" isBusy={isSending}>
        {isSending ? texts.sending : texts.send}
      </Button>
    </form>
  )
}

function ReasonField(props: {
  reason: ReportReason | null
  isMissing: boolean
  onChange: (reason: ReportReason | null) => void
}) {
  const texts = useDoorTexts().report
  return (
    <>
      <Select
        label={texts.reason}
        placeholder={texts.choose}
        choices={reportReasons.map((id) => ({ id, label: texts.reasons[id] }))}
        chosen={props.reason}
        onChoose={(id) => props.onChange(reportReasons.find((one) => one === id) ?? null)}
      />
      {props.isMissing ? <Problem text={texts.reasonMissing} /> : null}
    </>
  )
}

/** The name and the chat, where there are any: shown before they are sent. */
function Extras(props: { draft: ReportDraft; place: ReportPlace; change: (part: Partial<ReportDraft>) => void }) {
  const texts = useDoorTexts().report
  const { draft, place, change } = props
  const lines = linesToSend(place)
  return (
    <>
      {place.about === null ? null : (
        <Switch label={texts.about(place.about)} isOn={draft.withName} onChange={(withName) => change({ withName })} />
      )}
      {lines.length === 0 ? null : (
        <Switch label={texts.chat(lines.length)} isOn={draft.withChat} onChange={(withChat) => change({ withChat })} />
      )}
      {draft.withChat ? (
        <pre className="report-chat" tabIndex={0}>
          {lines.join('\n')}
        </pre>
      ) : null}
    </>
  )
}

function Problem({ text }: { text: string }) {
  return (
    <p className="field-problem report-problem" role="alert">
      {text}
    </p>
  )
}

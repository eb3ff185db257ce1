import { Download, FileText, FolderOpen, Undo2 } from 'lucide-react'
import type { ChangeEvent } from 'react'
import { useView } from '../../../browser/use-view.ts'
import { useLanguage } from '../../../texts/use-texts.ts'
import { Button } from '../../../ui/Button.tsx'
import { Select } from '../../../ui/Select.tsx'
import type { Library } from '../library/library.ts'
import { usePoliciesTexts } from '../texts/use-policies-texts.ts'
import { download } from './download.ts'
import { draft } from './draft.ts'

/** Where a text comes from and goes to: a sample, a file, a download. */
export function EditorActions(props: {
  library: Library
  onSample: (text: string) => void
  onSampleFailed: () => void
  onFile: (file: File) => void
  /** Null where nothing was replaced. */
  onPutBack: (() => void) | null
  /** What the policy calls itself. */
  name: string | null
}) {
  const texts = usePoliciesTexts().check
  const language = useLanguage()
  const { list } = useView(props.library)
  const samples = (typeof list === 'object' ? list : null)?.map(({ key, title, kind }) => ({
    id: key,
    label: kind === 'default' ? texts.ownSample : title[language],
  }))
  const choose = (key: string) => {
    props.library.textOf(key).then(props.onSample, props.onSampleFailed)
  }
  const opened = (event: ChangeEvent<HTMLInputElement>) => {
    const [file] = event.target.files ?? []
    // The same file can be chosen again, after it was changed elsewhere.
    event.target.value = ''
    if (file === undefined) return
    props.onFile(file)
  }
  return (
    <div className="check-actions">
      <Select
        isCompact
        label={texts.sample}
        icon={<FileText size={18} aria-hidden />}
        choices={samples ?? []}
        chosen={null}
        placeholder={texts.sample}
        onChoose={choose}
      />
      <label className="button button-quiet check-open">
        <input
          type="file"
          className="visually-hidden"
          accept=".yaml,.yml,.json,.txt,application/yaml,application/json,text/plain"
          onChange={opened}
        />
        <FolderOpen size={18} aria-hidden />
        {texts.open}
      </label>
      <Button
        kind="quiet"
        icon={<Download size={18} aria-hidden />}
        onPress={() => {
          download(draft.text, `${props.name ?? 'policy'}.yaml`)
          draft.elsewhere = draft.text
        }}
      >
        {texts.download}
      </Button>
      {props.onPutBack === null ? null : (
        <Button kind="quiet" icon={<Undo2 size={18} aria-hidden />} onPress={props.onPutBack}>
          {texts.putBack}
        </Button>
      )}
    </div>
  )
}

import { Download, FileText, FolderOpen, Undo2 } from 'lucide-react'
import type { ChangeEvent } from 'react'
import { useView } from '../../../browser/use-view.ts'
import { useLanguage } from '../../../texts/use-texts.ts'
import { Button } from '../../../ui/Button.tsx'
import { Select } from '../../../ui/Select.tsx'
import type { Library } from '../library/library.ts'
import { usePoliciesTexts } from '../texts/use-policies-texts.ts'

/** Where a text comes from and goes to: a sample, a file, a download. */
export function EditorActions(props: {
  library: Library
  onSample: (key: string) => void
  onFile: (file: File) => void
  onDownload: () => void
  /** Null where nothing was replaced. */
  onPutBack: (() => void) | null
}) {
  const texts = usePoliciesTexts().check
  return (
    <div className="check-actions">
      <SampleSelect library={props.library} onSample={props.onSample} />
      <FileButton onFile={props.onFile} />
      <Button kind="quiet" icon={<Download size={18} aria-hidden />} onPress={props.onDownload}>
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

function SampleSelect({ library, onSample }: { library: Library; onSample: (key: string) => void }) {
  const texts = usePoliciesTexts().check
  const language = useLanguage()
  const { list } = useView(library)
  const samples = (typeof list === 'object' ? list : null)?.map(({ key, title, kind }) => ({
    id: key,
    label: kind === 'default' ? texts.ownSample : title[language],
  }))
  return (
    <Select
      isCompact
      label={texts.sample}
      icon={<FileText size={18} aria-hidden />}
      choices={samples ?? []}
      chosen={null}
      placeholder={texts.sample}
      onChoose={onSample}
    />
  )
}

function FileButton({ onFile }: { onFile: (file: File) => void }) {
  const texts = usePoliciesTexts().check
  const opened = ({ target }: ChangeEvent<HTMLInputElement>) => {
    const [file] = target.files ?? []
    // The same file can be chosen again, after it was changed elsewhere.
    target.value = ''
    if (file !== undefined) onFile(file)
  }
  return (
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
  )
}

import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { senseless, unreadable, type Answer, type PolicyToolOptions } from './answer.ts'
import { documents, type Make } from './documents.ts'
import { languageOf, type Flags } from './flags.ts'

/** `policy render`: what of a policy holds, as a document; to standard output, or into a folder. */
export async function renderCommand(flags: Flags, { compile, own, site, now }: PolicyToolOptions): Promise<Answer> {
  const { json, lang, out, files } = flags
  const [file = own, ...more] = files
  const language = languageOf(lang)
  const make = makerOf(flags)
  if (more.length > 0) return senseless(`policy render: one file at a time, not ${more.join(' and ')} too`)
  if (language === null) return senseless(`--lang ${lang ?? ''}: en, nb or sv`)
  if (make === null) return senseless(`--as ${flags.as} --format ${flags.format ?? ''}: not known`)
  const compiled = await compile(file)
  if (compiled.policy === null) return unreadable(compiled)
  const { name, text } = await make({ policy: compiled.policy, language, site, now })
  if (out === undefined) return { text, code: 0 }
  const place = path.join(out, name)
  mkdirSync(out, { recursive: true })
  writeFileSync(place, text)
  return { text: json ? `${JSON.stringify({ file: place })}\n` : `${place}\n`, code: 0 }
}

/** What makes the document in the format asked for; `--json` asks for that one, and nothing for the usual one. */
function makerOf({ as, format, json, out }: Flags): Make | null {
  const formats = new Map(Object.entries(Object.hasOwn(documents, as) ? (documents[as] ?? {}) : {}))
  const [usual = ''] = formats.keys()
  const asked = format ?? (json && out === undefined ? 'json' : usual)
  return formats.get(asked) ?? null
}

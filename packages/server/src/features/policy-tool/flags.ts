import { parseArgs } from 'node:util'
import { languages, type Language } from '@samtale/policy'

/** The words after a command: files, and what is asked of them. */
export interface Flags {
  readonly files: readonly string[]
  readonly all: boolean
  readonly json: boolean
  readonly as: string
  readonly format: string | undefined
  readonly lang: string | undefined
  readonly out: string | undefined
}

/** The flags, or what is wrong with them. */
export function readFlags(words: readonly string[]): Flags | string {
  try {
    const { values, positionals } = parseArgs({
      args: [...words],
      allowPositionals: true,
      options: {
        all: { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
        as: { type: 'string', default: 'page' },
        format: { type: 'string' },
        lang: { type: 'string' },
        out: { type: 'string' },
      },
    })
    const { all, json, as, format, lang, out } = values
    return { files: positionals, all, json, as, format, lang, out }
  } catch (error) {
    // Node explains at length; the first sentence says what it is about.
    if (error instanceof TypeError) return error.message.split('. ')[0] ?? error.message
    throw error
  }
}

/** The language that is asked for, English where none is; null for one that there isn't. */
export function languageOf(asked = 'en'): Language | null {
  return languages.find((language) => language === asked) ?? null
}

import type { Language } from '@samtale/policy'
import { type CommandAnswer, CommandRefused } from '../../../platform/control/command.ts'
import type { NewAct } from '../../audit/index.ts'
import type { Sent } from '../../pages/index.ts'
import type { Deed } from './deed.ts'
import { refusalInWords } from './refusal-words.ts'

/** What deeds are done with. */
export interface Doing {
  /** In which times are written in forms. */
  readonly timeZone: string
  /** Does a command. @throws CommandRefused */
  ask(command: string, asked: object): Promise<CommandAnswer>
  readonly audit: { write(act: NewAct): Promise<void> }
}

export interface ToDo {
  readonly deed: Deed
  /** What the address of the page says already, such as the reference. */
  readonly of: Readonly<Record<string, string>>
  readonly body: unknown
  /** In which a refusal is told. */
  readonly language: Language
  /** Account of who does it. */
  readonly by: string
  readonly about: { readonly kind: string; readonly id: string }
}

export type Done =
  | { readonly kind: 'done'; readonly answer: CommandAnswer }
  | { readonly kind: 'refused'; readonly message: string; readonly sent: Sent }

/** Does a deed and writes it in the log. Only the fields that its form has reach the command. */
export async function doDeed(
  { ask, audit, timeZone }: Doing,
  { deed, of, body, by, about, language }: ToDo,
): Promise<Done> {
  const sent = fieldsOf(deed, body)
  const given = Object.entries(sent).filter(([, value]) => value !== '')
  try {
    const asked = given.map(([name, value]) => [name, valueOf(deed, name, value, timeZone)])
    const answer = await ask(deed.command, { ...Object.fromEntries(asked), ...of })
    const why = sent['reason'] ?? ''
    await audit.write({ organisation: null, by, what: deed.act, about, ...(why === '' ? {} : { why }) })
    return { kind: 'done', answer }
  } catch (error) {
    if (!(error instanceof CommandRefused)) throw error
    return { kind: 'refused', message: refusalInWords(error, language), sent }
  }
}

/** What was sent of a form's fields: one text each, several choices with commas between. */
function fieldsOf({ fields }: Deed, body: unknown): Sent {
  const all = new Map(typeof body === 'object' && body !== null ? Object.entries(body) : [])
  return Object.fromEntries(fields.map(({ name, kind }) => [name, textOf(all.get(name), kind === 'check')]))
}

function textOf(value: unknown, several: boolean): string {
  if (typeof value === 'string') return value.trim()
  if (!several || !Array.isArray(value)) return ''
  return value.filter((one): one is string => typeof one === 'string').join(',')
}

/** What a command takes for what a form had: a lone box is yes or no, and a time is an instant. */
function valueOf({ fields }: Deed, name: string, value: string, timeZone: string): string | boolean {
  const field = fields.find((one) => one.name === name)
  if (field?.kind === 'check' && field.choices?.length === 1) return true
  return field?.kind === 'datetime-local' ? instantIn(value, timeZone) : value
}

/** `2026-06-01T09:30` in a time zone, as an instant (ISO 8601); what is no time stays as it is, for the command to refuse. */
function instantIn(written: string, timeZone: string): string {
  const asUtc = Date.parse(`${written}Z`)
  if (Number.isNaN(asUtc)) return written
  const shown = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' })
  const there = Date.parse(`${shown.format(asUtc).replace(' ', 'T')}Z`)
  return new Date(asUtc - (there - asUtc)).toISOString()
}

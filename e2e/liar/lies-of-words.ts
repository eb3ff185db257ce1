import { expect } from './patience.ts'
import type { Person } from '../support/person.ts'
import { altered, type Readable } from './bytes.ts'
import { chatOf, say } from './company.ts'
import type { Liar } from './liar.ts'
import { tell } from './tell.ts'
import type { Telling } from './wire.ts'

export interface Words {
  liar: Liar
  /** Who writes, whose browser is lied to, and somebody else in the call. */
  writer: Person
  reader: Person
  other: { name: string; leaf: number; id: string }
}

/** What the reader’s log says, once everything said before has come. */
let marks = 0
async function logOf({ writer, reader, liar }: Words): Promise<string[]> {
  liar.lies = {}
  marks += 1
  const mark = `mark ${marks}`
  await say(writer, mark)
  await expect
    .poll(() => chatOf(reader), { message: 'what is said after the lie arrives' })
    .toContainEqual(`${writer.name}: ${mark}`)
  return (await chatOf(reader)).filter((line) => !line.includes('mark'))
}

/** Does with the writer’s words to the reader what the lie does. @returns resolves once it has been done so often. */
function twist({ liar, writer, reader }: Words, twisted: (event: Telling) => Telling[]) {
  const from = liar.line(writer.name).id
  let times = 0
  liar.lies = {
    event(event, line) {
      if (line.name !== reader.name || event.type !== 'group.said' || event['from'] !== from) return [event]
      times += 1
      return twisted(event)
    },
  }
  return (often = 1) => expect.poll(() => times, { message: 'the lie is told' }).toBe(often)
}

function reworded(event: Telling, change: (read: Readable) => Readable): Telling {
  return { ...event, message: altered(String(event['message']), change) }
}

export async function lieAboutWords(words: Words): Promise<void> {
  const { writer, other } = words
  await tell('words-altered', async (gotThrough) => {
    const change = ({ leaf, said }: Readable) => ({
      leaf,
      said: { ...said, chat: { ...(said['chat'] as object), text: 'Meet at ten' } },
    })
    const told = twist(words, (event) => [reworded(event, change)])
    await say(writer, 'Meet at nine')
    await told()
    expect(await logOf(words), gotThrough).toEqual([])
  })
  await tell('words-attributed', async (gotThrough) => {
    const told = twist(words, (event) => {
      const claimed = { ...event, from: other.id }
      const message = altered(String(event['message']), ({ said }) => ({ said, leaf: other.leaf }))
      // Where the words can’t be changed, they are passed on as they are.
      return message.length === String(event['message']).length && isSealed(event)
        ? [claimed]
        : [{ ...claimed, message }]
    })
    await say(writer, 'I resign')
    await told()
    expect(await logOf(words), gotThrough).toEqual([`${writer.name}: I resign`])
  })
  await tell('words-repeated', async (gotThrough) => {
    const told = twist(words, (event) => [event, event])
    await say(writer, 'I owe you ten')
    await told()
    const log = await logOf(words)
    expect(
      log.filter((line) => line.endsWith('I owe you ten')),
      gotThrough,
    ).toHaveLength(1)
  })
  await tell('words-reordered', async (gotThrough) => {
    const held: Telling[] = []
    const told = twist(words, (event) => (held.length === 0 ? (held.push(event), []) : [event, ...held]))
    await say(writer, 'Sell?')
    await say(writer, 'No')
    await told(2)
    const log = await logOf(words)
    expect(log.slice(log.findIndex((line) => line.endsWith(': No'))), gotThrough).toEqual([`${writer.name}: No`])
  })
}

function isSealed({ message }: Telling): boolean {
  return !Buffer.from(String(message), 'base64url').toString('latin1').includes('"kind"')
}

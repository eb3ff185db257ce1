import type { FastifyInstance } from 'fastify'
import { shownOf } from './deeds/desk.ts'
import { say } from './deeds/fields.ts'
import type { OperatorParts } from './parts.ts'
import { adminPage } from './shell/frame.ts'
import { table, time } from './shell/table.ts'
import { shellWords } from './shell/words.ts'

const words = {
  lead: say(
    'Which rooms have a call now, as the server knows it: how many, and since when. Who they are and what they say it doesn’t know.',
    'Hvilke rom som har en samtale nå, slik serveren vet det: hvor mange, og siden når. Hvem de er og hva de sier, vet den ikke.',
    'Vilka rum som har ett samtal nu, som servern vet det: hur många, och sedan när. Vilka de är och vad de säger vet den inte.',
  ),
  empty: say('Nobody is in a call.', 'Ingen er i en samtale.', 'Ingen är i ett samtal.'),
  room: say('Room', 'Rom', 'Rum'),
  people: say('People', 'Mennesker', 'Människor'),
  since: say('Since', 'Siden', 'Sedan'),
} as const

/** `GET /admin/calls`: calls that run, in numbers. */
export function registerCalls(server: FastifyInstance, parts: OperatorParts): void {
  server.get('/admin/calls', (request, reply) => {
    const { language, timeZone } = shownOf(parts, request, {})
    const title = shellWords.calls[language]
    const running = parts.calls().toSorted((one, other) => one.since.getTime() - other.since.getTime())
    const rows = running.map(({ room, people, since }) => [room, people, time(since, language, timeZone)])
    const columns = [words.room, words.people, words.since]
    const content = table({ language, caption: title, columns, rows, empty: words.empty[language] })
    return parts.pages.send(
      request,
      reply,
      adminPage({ language, here: 'calls', title, lead: words.lead[language] }, content),
    )
  })
}

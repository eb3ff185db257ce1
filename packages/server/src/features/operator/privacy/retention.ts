import type { FastifyInstance } from 'fastify'
import { createRetentionView, serveRetentionFiles } from '../../retention/index.ts'
import { shownOf } from '../deeds/desk.ts'
import type { OperatorParts } from '../parts.ts'
import { adminPage } from '../shell/frame.ts'
import { shellWords } from '../shell/words.ts'

const path = '/admin/privacy/retention'

/** What goes by a day, by which rule: the same page as on the machine itself, in the desk's frame. */
export function registerRetention(server: FastifyInstance, parts: OperatorParts): void {
  const { pages, retention, policy, clock } = parts
  const view = createRetentionView({ retention, policy, clock })
  serveRetentionFiles(server)
  server.get(path, async (request, reply) => {
    const { language } = shownOf(parts, request, {})
    const { body, status } = await view(request, { language, action: path, isPart: true })
    const title = shellWords.retention[language]
    return pages.send(request, reply, adminPage({ language, here: 'retention', title, status }, body))
  })
}

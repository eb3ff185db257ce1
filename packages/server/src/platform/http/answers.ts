import type { FastifyInstance, FastifyReply } from 'fastify'
import * as z from 'zod'
import type { ReportRefusal } from '../refusals.ts'
import { generalErrors } from './errors.ts'
import type { RouteDeclaration, RouteGuard } from './routes.ts'

/**
 * Every JSON answer passes the schema that its route declares, or the one of errors: a field that isn't there is dropped
 * and counted, and an answer of another shape becomes an error 500. Text that is JSON but wasn't made here is refused too,
 * so that no handler gets round it.
 */
export function guardAnswers(
  server: FastifyInstance,
  { declarationOf }: Pick<RouteGuard, 'declarationOf'>,
  refused: ReportRefusal,
): void {
  const passed = new WeakSet<FastifyReply>()
  server.addHook('preSerialization', async (request, reply, payload) => {
    const declaration = declarationOf(request)
    if (declaration?.answers === 'file') return payload
    const answer = z.parse(schemaFor(declaration, reply.statusCode), payload)
    if (JSON.stringify(answer).length !== JSON.stringify(payload).length) refused('answer.refused')
    passed.add(reply)
    return answer
  })
  server.addHook('onSend', async (request, reply, payload) => {
    const isJson = /\bjson\b/i.test(String(reply.getHeader('content-type') ?? ''))
    if (!isJson || passed.has(reply) || declarationOf(request)?.answers === 'file') return payload
    refused('answer.refused')
    throw new UndeclaredAnswer()
  })
}

/** A handler sent JSON past its route's schema. */
class UndeclaredAnswer extends Error {}

function schemaFor(declaration: RouteDeclaration | null, status: number): z.core.$ZodType {
  const { answers = 'page', errors = [] } = declaration ?? {}
  const error = z.object({ error: z.enum([...generalErrors, ...errors]), status: z.string().optional() })
  if (typeof answers !== 'object') return error
  // One that says at length what is missing, as /readyz does, is no error in short.
  return status < 400 ? answers : z.union([error, answers])
}

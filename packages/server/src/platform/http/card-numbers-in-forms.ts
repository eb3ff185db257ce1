import type { FastifyReply, FastifyRequest } from 'fastify'
import { HttpRefusal } from './errors.ts'

type Answer = (request: FastifyRequest, reply: FastifyReply) => unknown

/**
 * The server's border refuses a card's number before any handler runs. Where the form itself finds what is wrong, whoever
 * wrote it hears so beside the field, with the rest of what they wrote; what the form doesn't find stays refused.
 */
export function cardNumbersBesideTheirField(take: Answer, read: (body: unknown) => { kind: 'wrong' | 'read' }) {
  return (error: Error, request: FastifyRequest, reply: FastifyReply): unknown => {
    const isCard = error instanceof HttpRefusal && error.code === 'card.number-refused'
    if (isCard && read(request.body).kind === 'wrong') return take(request, reply)
    throw error
  }
}

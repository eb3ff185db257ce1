import type { FastifyReply, FastifyRequest } from 'fastify'
import { visitorOf, type Visitor } from '../accounts/index.ts'
import type { Pages } from '../pages/index.ts'
import type { Organisation } from './organisation.ts'
import type { Organisations } from './organisations.ts'
import type { Frame } from './pages/frame.ts'

export interface OrganisationRouteParts {
  readonly pages: Pages
  /** Null while the policy in force has none: then nothing is at these addresses. */
  readonly organisations: Organisations | null
  readonly timeZone: string
  /** Who runs the installation. */
  readonly operator: string
}

/** The same while there are organisations. */
export interface LiveParts extends OrganisationRouteParts {
  readonly organisations: Organisations
}

/** A request about one organisation. */
export interface Visit extends Visitor {
  readonly about: Organisation
  readonly frame: Omit<Frame, 'section' | 'title'>
  readonly acting: { readonly organisation: string; readonly by: string }
}

export interface Doors {
  /** While there are organisations. */
  readonly open: (handle: (request: FastifyRequest, reply: FastifyReply, live: LiveParts) => unknown) => Handler
  /** And about the one in the path, which the gate let the person in to. */
  readonly inside: (
    handle: (request: FastifyRequest, reply: FastifyReply, visit: Visit, live: LiveParts) => unknown,
  ) => Handler
}
type Handler = (request: FastifyRequest, reply: FastifyReply) => unknown

/** What stands before every page: organisations that there are, and the one in the path. */
export function doorsOf(parts: OrganisationRouteParts): Doors {
  const { organisations } = parts
  const open: Doors['open'] = (handle) => (request, reply) =>
    organisations === null ? reply.callNotFound() : handle(request, reply, { ...parts, organisations })
  const inside: Doors['inside'] = (handle) =>
    open(async (request, reply, live) => {
      const visitor = visitorOf(request)
      const { who, role, language } = visitor
      const about = await live.organisations.get(paramOf(request, 'organisation'))
      if (about === null || role === null) return reply.callNotFound()
      const frame = { language, role, organisation: about.id, name: about.name }
      return handle(
        request,
        reply,
        { ...visitor, about, frame, acting: { organisation: about.id, by: who.account } },
        live,
      )
    })
  return { open, inside }
}

/** A part of the path. */
export function paramOf({ params }: FastifyRequest, name: string): string {
  const value: unknown = typeof params === 'object' && params !== null ? Reflect.get(params, name) : undefined
  return typeof value === 'string' ? value : ''
}

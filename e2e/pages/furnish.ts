import { linkIn, mailOf, mailsOf, samtale } from '../support/operator.ts'
import type { RunningServer } from '../support/server.ts'
import { fill, type Resident } from './residents.ts'

/** Leaves something behind as a visitor, so that every page about it has something to show. */
export async function leaveThings(nobody: Resident, server: RunningServer): Promise<void> {
  const email = 'kari@hjem.example'
  await fill(nobody, server, '/newsletter', '/newsletter', { email, consent: 'yes' })
  await fill(nobody, server, '/waiting-list', '/waiting-list', { email, country: 'NO', consent: 'yes' })
  await fill(nobody, server, '/contact', '/contact', { email, subject: 'Døren', message: 'Den klemmer.' })
  await fill(nobody, server, '/rights', '/rights', { email, right: 'access' })
  const confirm = linkIn(await mailOf(server, 'rights.confirm'), '/rights/confirm').slice(server.url.length)
  await fill(nobody, server, confirm, '/rights/confirm', {})
  const report = { room: 'klasserommet', where: 'door', reason: 'other', message: 'Noen roper.' }
  await nobody.request.post(`${server.url}/api/v1/reports`, { data: report })
  await fill(nobody, server, '/rights', '/rights', { email: 'ola@hjem.example', right: 'erasure' })
}

/** Enters a breach of personal data, for operators to look at. */
export function reportBreach(server: RunningServer): void {
  const at = new Date().toISOString()
  samtale(server, ['breach', 'report', '--aware-at', at, '--kind', 'availability', '--tables', 'account'])
}

/**
 * Makes what somebody has who has been here for a while: an organisation, and rooms of both kinds. Gives pages that only
 * one of them has.
 */
export async function furnish(owner: Resident, server: RunningServer): Promise<readonly string[]> {
  const made = await fill(owner, server, '/organisations/new', '/organisations/new', { name: 'Åsen skole' })
  const organisation = new URL(made.url()).pathname
  const invitations = `${organisation}/invitations`
  await fill(owner, server, invitations, invitations, { address: 'per@hjem.example', role: 'host', language: 'nb' })
  await fill(owner, server, '/rooms/new', '/rooms/new', { name: 'kjøkkenbordet', owner: 'mine' })
  const people = `/rooms/${encodeURIComponent('kjøkkenbordet')}/people`
  await fill(owner, server, people, people, { address: 'ola@hjem.example', language: 'nb' })
  const owned = { name: 'klasserommet', owner: organisation.split('/')[2] ?? '' }
  await fill(owner, server, '/rooms/new', '/rooms/new', owned)
  return [people]
}

/** Addresses that mails lead to, and those beside them that take the same token. */
export function linksInMails(server: RunningServer): string[] {
  const kinds = [
    'newsletter.confirm',
    'waiting-list.confirm',
    'contact.received',
    'rights.confirm',
    'rights.answer',
    'organisation.invitation',
    'room.invitation',
  ]
  const links = kinds.flatMap((kind) => mailsOf(server, kind)).map((mail) => linkIn(mail, '/'))
  const places = links.map((link) => link.slice(server.url.length))
  const invitations = places
    .filter((place) => /^\/(?:room-)?invitations\//.test(place))
    .map((place) => place.replace(/(?=\?|$)/, '/accept'))
  return [
    ...places,
    ...invitations,
    ...places.map((place) => place.replace('/contact/thread?', '/contact/thread/delete?')),
  ]
}

import { addressOf, roomName } from './people.ts'

/** Who looks: the person with most rooms, who owns the largest organisation; an operator; nobody. */
export type Who = 'owner' | 'operator' | 'nobody'

export interface Look {
  readonly name: string
  readonly who: Who
  readonly path: string
  /** Sent as a form, where it is one. */
  readonly sends?: Readonly<Record<string, string>>
}

const get = (who: Who, path: string, name = path): Look => ({ who, path, name })

/** Numbers that stand in the paths. */
export interface Numbers {
  readonly organisation: string
  readonly member: string
  readonly report: string
  readonly request: string
}

/** Every list, search and page whose work could grow with how much there is. */
export function looks(numbers: Numbers): Look[] {
  return [...ofPeople(), ...ofOrganisation(numbers), ...ofOperators(numbers), ...ofPrivacyDesk(numbers)]
}

function ofPeople(): Look[] {
  const room = `/rooms/${roomName(3)}`
  const account = ['', '/address', '/phone', '/security', '/devices', '/privacy', '/export', '/delete']
  return [
    ...[get('nobody', '/'), get('nobody', '/sign-in'), get('nobody', '/privacy')],
    get('nobody', `/api/v1/rooms/${roomName(7)}`, '/api/v1/rooms/:room'),
    get('nobody', '/api/v1/rooms/there-is-none', '/api/v1/rooms/:room that nobody made'),
    ...[get('nobody', `/${roomName(9)}`, 'a room'), get('nobody', '/readyz')],
    ...account.map((rest) => get('owner', `/account${rest}`)),
    ...[get('owner', '/rooms'), get('owner', '/rooms?page=100'), get('owner', '/rooms/new')],
    get('owner', '/rooms?q=kari', 'rooms, searched'),
    get('owner', '/rooms?q=nothing-is-called-so', 'rooms, searched in vain'),
    ...[get('owner', room, 'a room’s page'), get('owner', `${room}/look`, 'how a room looks')],
    ...[get('owner', '/organisations'), get('owner', '/appeal')],
  ]
}

function ofOrganisation({ organisation, member }: Numbers): Look[] {
  const own = (rest: string, name = rest) =>
    get('owner', `/organisations/${organisation}${rest}`, `an organisation${name}`)
  return [
    ...[own('', ': members'), own('?page=80', ': members, page 80'), own('?search=berg', ': members, searched')],
    own('?search=nobody-is-called-so', ': members, searched in vain'),
    ...[own(`/members/${member}`, '/members/:member'), own('/invitations'), own('/audit'), own('/audit?page=80')],
    ...[own('/audit?what=room.', ': audit of rooms'), own(`/audit?who=${member}`, ': audit of a person')],
    ...[own('/agreement'), own('/settings'), own('/look'), own('/delete')],
    { ...own('/audit.csv', ': audit as a table'), sends: {} },
  ]
}

function ofOperators({ organisation, report }: Numbers): Look[] {
  const desk = ['', '/calls', '/reports', '/reports?page=100', '/people', '/organisations', '/organisations?page=40']
  const more = ['/rooms', '/rooms?page=400', '/suspensions', '/health', '/mail', '/mail?state=waiting', '/audit']
  return [
    ...[...desk, ...more, '/audit?page=100'].map((rest) => get('operator', `/admin${rest}`)),
    get('operator', `/admin/reports/${report}`, '/admin/reports/:reference'),
    get('operator', '/admin/organisations?q=strand', '/admin/organisations, searched'),
    get('operator', '/admin/organisations?q=no-such', '/admin/organisations, searched in vain'),
    get('operator', `/admin/organisations/${organisation}`, '/admin/organisations/:organisation'),
    get('operator', `/admin/close/organisation/${organisation}`, '/admin/close/:kind/:target'),
    {
      ...get('operator', '/admin/people/find', 'a person, found by an operator'),
      sends: { address: addressOf(77), why: 'Sak 1' },
    },
    { ...get('operator', '/admin/rooms/find', 'a room, found by an operator'), sends: { name: roomName(42) } },
  ]
}

function ofPrivacyDesk({ request }: Numbers): Look[] {
  const desk = ['', '/people', '/records', '/holds', '/breaches', '/disclosures', '/policy', '/retention', '/requests']
  return [
    ...[...desk, '/requests?page=20'].map((rest) => get('operator', `/admin/privacy${rest}`)),
    get('operator', `/admin/privacy/requests/${request}`, '/admin/privacy/requests/:reference'),
    {
      ...get('operator', '/admin/privacy/records/find', 'records of a person, found by an operator'),
      sends: { address: addressOf(78), why: 'Sak 2' },
    },
  ]
}

/** What takes a while because of how much there is: done last, since little is left then. */
export function acts({
  organisation,
}: Numbers): { name: string; path: string; sends: Readonly<Record<string, string>> }[] {
  return [
    { name: 'All of one’s data as a file', path: '/account/export', sends: {} },
    {
      name: 'Deleting the largest organisation',
      path: `/organisations/${organisation}/delete`,
      sends: { typed: 'Hansen skole 0', why: 'Slutt' },
    },
    { name: 'Deleting the account with most rooms', path: '/account/delete', sends: { sure: 'yes' } },
  ]
}

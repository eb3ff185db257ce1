import { localeOf, type Language } from '@samtale/policy'
import { organisationRoles } from '../../../platform/http/routes.ts'
import { reveal } from '../../../platform/personal.ts'
import { form, markup, type Field, type Markup, type Page, type Sent, type Wrong } from '../../pages/index.ts'
import type { Member } from '../members/members.ts'
import { mayDo } from '../role-policy.ts'
import { nameOf, roleWords } from '../words.ts'
import { day, organisationPage, pager, searchForm, type Frame } from './frame.ts'
import { pageWords as words, roleHints } from './page-words.ts'

export interface MembersState {
  readonly frame: Omit<Frame, 'section' | 'title'>
  /** Account of who looks. */
  readonly self: string
  readonly members: readonly Member[]
  readonly all: number
  readonly search: string
  readonly page: number
  readonly query: URLSearchParams
  readonly timeZone: string
  readonly endsAt: Date | null
}

/** Who is in an organisation. Addresses are for those who administrate it. */
export function membersPage(state: MembersState): Page {
  const { frame, members, all, search, endsAt, timeZone } = state
  const { language, organisation, role } = frame
  const path = `/organisations/${organisation}`
  const count = all === 1 ? words.oneMember[language] : words.someMembers[language].replace('{count}', String(all))
  const ends =
    endsAt !== null &&
    markup`<p class="notice" role="status">${words.endsSoon[language].replace('{day}', new Intl.DateTimeFormat(localeOf(language), { dateStyle: 'long', timeZone }).format(endsAt))}</p>`
  const find = (all > 5 || search !== '') && searchForm(path, { language, search, label: words.findMember })
  const list =
    members.length === 0
      ? markup`<p class="empty">${words.noMemberFound[language]}</p>`
      : markup`<ul class="rows">${members.map((member) => row(member, state))}</ul>`
  const invite =
    mayDo(role, { action: 'invite', as: 'member' }) &&
    markup`<a class="button" href="${path}/invitations?lang=${language}">${words.inviteTitle[language]}</a>`
  return organisationPage(
    { ...frame, section: 'members' },
    markup`${ends}<div class="bar"><p>${count}</p>${find}</div>${list}${pager(path, { ...state, language })}
<p class="buttons">${invite}<a class="button plain" href="${path}/leave?lang=${language}">${words.leave[language]}</a></p>`,
  )
}

function row(member: Member, { frame, self, timeZone }: MembersState): Markup {
  const { language, organisation, role } = frame
  const seesAddresses = mayDo(role, { action: 'see-addresses' })
  const name = shownName(member, seesAddresses, language)
  const you = member.account === self && markup` <span class="soft">(${words.you[language]})</span>`
  const address = member.person === null ? '' : reveal(member.person.email)
  const manage = mayDo(role, { action: 'change-role', from: member.role, to: 'member' })
  return markup`<li><div class="who"><strong>${name}</strong>${you}
${seesAddresses && address !== name && address !== '' && markup`<span class="soft">${address}</span>`}</div>
<div class="facts"><span class="badge badge-${member.role}">${roleWords[member.role][language]}</span>
<span class="soft">${words.since[language]} ${day(member.joinedAt, language, timeZone)}</span></div>
${manage && markup`<a class="button plain small" href="/organisations/${organisation}/members/${member.account}?lang=${language}">${words.manage[language]}<span class="unseen"> ${name}</span></a>`}</li>`
}

/** A member's name; never their address for those who aren't to see it. */
function shownName({ person }: Member, seesAddresses: boolean, language: Language): string {
  if (person === null) return words.unnamed[language]
  const name = reveal(seesAddresses ? nameOf(person) : person.name)
  return name === '' ? words.unnamed[language] : name
}

/** What can be changed of one member. */
export function memberPage(
  frame: Omit<Frame, 'section' | 'title'>,
  member: Member,
  { sent = {}, wrong = {} }: { sent?: Sent; wrong?: Wrong } = {},
): Page {
  const { language, organisation, role } = frame
  const name = shownName(member, true, language)
  const path = `/organisations/${organisation}/members/${member.account}`
  const roles = organisationRoles
    .filter((to) => mayDo(role, { action: 'change-role', from: member.role, to }))
    .toReversed()
  const may = roles.length > 0
  const why: Field = { name: 'why', label: words.why, hint: words.whyHint, kind: 'text', longest: 300 }
  const fields: Field[] = [
    {
      name: 'role',
      label: words.roleTitle,
      kind: 'radio',
      choices: roles.map((value) => ({ value, label: roleWords[value], hint: roleHints[value] })),
    },
    { ...why, id: 'role-why' },
  ]
  const change = form({
    action: `${path}/role`,
    language,
    fields,
    submit: words.changeRole,
    sent: { role: member.role, ...sent },
    wrong: sent['form'] === 'remove' ? {} : wrong,
  })
  const remove = form({
    action: `${path}/remove`,
    language,
    fields: [{ ...why, id: 'remove-why' }],
    submit: words.remove,
    wrong: sent['form'] === 'remove' ? wrong : {},
  })
  const title = { en: name, nb: name, sv: name }
  return organisationPage(
    { ...frame, section: 'members', title, ...(Object.keys(wrong).length > 0 ? { status: 422 } : {}) },
    may
      ? markup`<section aria-labelledby="role-title"><h2 id="role-title">${words.changeRole[language]}</h2>${change}</section>
<section aria-labelledby="remove-title" class="danger-zone"><h2 id="remove-title">${words.removeTitle[language]}</h2><p>${words.removeLead[language]}</p>${remove}</section>`
      : markup`<p class="empty">${words.aboveYou[language]}</p>`,
  )
}

/** Leaving it oneself. */
export function leavePage(frame: Omit<Frame, 'section' | 'title'>): Page {
  const { language, organisation } = frame
  return organisationPage(
    { ...frame, section: 'members', title: words.leave },
    markup`<p class="lead">${words.leaveLead[language]}</p>
<form method="post" action="/organisations/${organisation}/leave?lang=${language}"><div class="buttons"><button type="submit" class="danger">${words.leave[language]}</button><a class="button plain" href="/organisations/${organisation}?lang=${language}">${words.stay[language]}</a></div></form>`,
  )
}

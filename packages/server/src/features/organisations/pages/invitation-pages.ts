import { languages, type Language } from '@samtale/policy'
import { organisationRoles } from '../../../platform/http/routes.ts'
import { maskedAddress } from '../../../platform/invitation-link.ts'
import { reveal } from '../../../platform/personal.ts'
import { form, markup, type Field, type Markup, type Page, type Sent, type Wrong } from '../../pages/index.ts'
import type { Shown } from '../invitations/answer.ts'
import type { Invitation } from '../invitations/invitation.ts'
import { mayDo } from '../role-policy.ts'
import { fill, nameOf, roleWords } from '../words.ts'
import { answerWords } from './answer-words.ts'
import { day, organisationPage, pager, plainPage, press, type Frame } from './frame.ts'
import { pageWords as words, roleHints } from './page-words.ts'

export interface InvitationsState {
  readonly frame: Omit<Frame, 'section' | 'title'>
  readonly invitations: readonly Invitation[]
  readonly all: number
  readonly page: number
  readonly query: URLSearchParams
  readonly timeZone: string
  readonly sent?: Sent
  readonly wrong?: Wrong
}

const languageNames = {
  en: { en: 'English', nb: 'English', sv: 'English' },
  nb: { en: 'Norsk', nb: 'Norsk', sv: 'Norsk' },
  sv: { en: 'Svenska', nb: 'Svenska', sv: 'Svenska' },
} as const

/** Whom the organisation has invited, and inviting more. */
export function invitationsPage(state: InvitationsState): Page {
  const { frame, invitations, all, sent, wrong = {} } = state
  const { language, organisation, role } = frame
  const path = `/organisations/${organisation}/invitations`
  const roles = organisationRoles.filter((as) => mayDo(role, { action: 'invite', as })).toReversed()
  const fields: Field[] = [
    { name: 'address', label: words.address, kind: 'email', autocomplete: 'off', longest: 254 },
    {
      name: 'role',
      label: words.role,
      kind: 'radio',
      choices: roles.map((value) => ({ value, label: roleWords[value], hint: roleHints[value] })),
    },
    {
      name: 'language',
      label: words.mailLanguage,
      kind: 'select',
      choices: languages.map((value) => ({ value, label: languageNames[value] })),
    },
  ]
  const list =
    invitations.length === 0
      ? markup`<p class="empty">${words.noneWaiting[language]}</p>`
      : markup`<ul class="rows">${invitations.map((one) => row(one, state))}</ul>`
  return organisationPage(
    { ...frame, section: 'invitations', ...(Object.keys(wrong).length > 0 ? { status: 422 } : {}) },
    markup`<section aria-labelledby="invite-title"><h2 id="invite-title">${words.inviteTitle[language]}</h2><p>${words.inviteLead[language]}</p>
${form({ action: path, language, fields, submit: words.invite, sent: sent ?? { role: 'member', language }, wrong })}</section>
<section aria-labelledby="waiting-title"><h2 id="waiting-title">${words.waiting[language]}</h2>${list}${pager(path, { ...state, language, all })}</section>`,
  )
}

function row({ id, address, role, expiresAt }: Invitation, { frame, timeZone }: InvitationsState): Markup {
  const { language, organisation } = frame
  const path = `/organisations/${organisation}/invitations`
  const buttons = mayDo(frame.role, { action: 'withdraw-invitation', as: role })
  const pressed = (action: string, label: typeof words.again) =>
    press(`${path}/${action}`, { language, label, hidden: { id } })
  return markup`<li><div class="who"><strong>${reveal(address)}</strong></div>
<div class="facts"><span class="badge badge-${role}">${roleWords[role][language]}</span><span class="soft">${words.until[language]} ${day(expiresAt, language, timeZone)}</span></div>
${buttons && markup`<div class="two">${pressed('again', words.again)}${pressed('withdraw', words.withdraw)}</div>`}</li>`
}

/** What whoever has the link sees, before anything else is asked. */
export function shownPage(
  token: string,
  shown: Shown,
  { language, timeZone }: { language: Language; timeZone: string },
): Page {
  const { invitation, organisation } = shown
  return plainPage(
    { title: titleOf(shown, language), language },
    markup`${about(shown, language, timeZone)}
<p class="buttons"><a class="button" href="/invitations/${token}/accept?lang=${language}">${answerWords.go[language]}</a></p>
<p class="soft">${fill(answerWords.signInAs[language], { address: maskedAddress(invitation.address) })}</p>
<p class="soft">${fill(answerWords.ignore[language], { name: reveal(organisation.name) })}</p>`,
  )
}

/** The question itself, to somebody who is signed in under the address that was invited; else why it isn't asked. */
export function acceptPage(
  token: string,
  shown: Shown,
  {
    language,
    timeZone,
    own,
    isFor,
    isUnproven,
  }: {
    language: Language
    timeZone: string
    own: string
    isFor: boolean
    /** It is for their address, which wasn't shown to be theirs yet. */
    isUnproven: boolean
  },
): Page {
  const address = maskedAddress(shown.invitation.address)
  const title = titleOf(shown, language)
  if (!isFor) {
    return plainPage(
      { title, language, status: 403 },
      markup`${
        isUnproven
          ? markup`<p class="lead">${answerWords.unproven[language]}</p>`
          : markup`<p class="lead">${fill(answerWords.otherAddress[language], { own, address })}</p>
<p>${answerWords.otherAddressHint[language]}</p>`
      }${press('/sign-out', { language, label: answerWords.signOut, kind: 'main' })}`,
    )
  }
  return plainPage(
    { title, language },
    markup`${about(shown, language, timeZone)}
<form method="post" action="/invitations/${token}/accept?lang=${language}"><p class="soft">${fill(answerWords.signedInAs[language], { own })}</p>
<div class="buttons"><button type="submit">${answerWords.accept[language]}</button></div></form>`,
  )
}

function titleOf({ organisation }: Shown, language: Language): string {
  return fill(answerWords.title[language], { name: reveal(organisation.name) })
}

function about({ invitation, inviter, organisation }: Shown, language: Language, timeZone: string): Markup {
  const { role, expiresAt } = invitation
  const lead = fill(answerWords.lead[language], {
    inviter: reveal(nameOf(inviter)),
    name: reveal(organisation.name),
  })
  const seen = role === 'owner' || role === 'admin' ? [...answerWords.sees, answerWords.seesActs] : answerWords.sees
  return markup`<p class="lead">${lead}</p>
<dl class="sheet"><div><dt>${words.role[language]}</dt><dd>${roleWords[role][language]}<br><span class="soft">${roleHints[role][language]}</span></dd></div>
<div><dt>${words.until[language]}</dt><dd>${day(expiresAt, language, timeZone)}</dd></div></dl>
<h2>${answerWords.seesTitle[language]}</h2><ul>${seen.map((one) => markup`<li>${one[language]}</li>`)}</ul>`
}

/** A link doesn't count: used, withdrawn, lapsed or never made, all alike. */
export function gonePage(language: Language): Page {
  return plainPage(
    { title: answerWords.gone[language], language, status: 404 },
    markup`<p class="lead">${answerWords.goneText[language]}</p>`,
  )
}

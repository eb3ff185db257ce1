import type { Language } from '@samtale/policy'
import { maskedAddress } from '../../../platform/invitation-link.ts'
import { reveal } from '../../../platform/personal.ts'
import { markup, type Markup, type Page } from '../../pages/index.ts'
import type { Shown } from '../members/answer.ts'
import { calledBy } from '../members/invitation.ts'
import { assets, press, timeMarkup } from './markup.ts'
import { fill, peopleWords as words } from './people-words.ts'

interface Around {
  readonly language: Language
  readonly timeZone: string
}

interface Asked extends Around {
  readonly own: string
  readonly isFor: boolean
  /** It is for their address, which wasn't shown to be theirs yet. */
  readonly isUnproven: boolean
}

/** What whoever has the link sees, before anything else is asked. */
export function shownPage(token: string, shown: Shown, around: Around): Page {
  const { language } = around
  const address = maskedAddress(shown.invitation.address)
  return page(
    titleOf(shown, language),
    markup`${about(shown, around)}
<p><a class="button" href="/room-invitations/${token}/accept?lang=${language}">${words.go[language]}</a></p>
<p class="hint">${fill(words.signInAs[language], { address })}</p><p class="hint">${words.ignore[language]}</p>`,
  )
}

/** The question itself, to somebody who is signed in under the address that was invited; else why it isn't asked. */
export function acceptPage(token: string, shown: Shown, { own, isFor, isUnproven, ...around }: Asked): Page {
  const { language } = around
  const title = titleOf(shown, language)
  if (!isFor) {
    const address = maskedAddress(shown.invitation.address)
    return page(
      title,
      markup`${
        isUnproven
          ? markup`<p class="lead">${words.unproven[language]}</p>`
          : markup`<p class="lead">${fill(words.otherAddress[language], { own, address })}</p><p>${words.otherAddressHint[language]}</p>`
      }
${press({ action: '/sign-out', language, label: words.signOut, plain: false })}`,
      403,
    )
  }
  const accept = press({
    action: `/room-invitations/${token}/accept`,
    language,
    label: words.accept,
    plain: false,
  })
  return page(
    title,
    markup`${about(shown, around)}<p class="hint">${fill(words.signedInAs[language], { own })}</p>${accept}`,
  )
}

/** A link doesn't count: used, withdrawn, lapsed or never made, all alike. */
export function gonePage(language: Language): Page {
  return page(words.gone[language], markup`<p class="lead">${words.goneText[language]}</p>`, 404)
}

function titleOf({ room }: Shown, language: Language): string {
  return fill(words.answerTitle[language], { room: room.name })
}

function about({ invitation, owner, room }: Shown, { language, timeZone }: Around): Markup {
  const lead = fill(words.answerLead[language], { owner: reveal(calledBy(owner)), room: room.name })
  return markup`<p class="lead">${lead}</p><p>${words.counts[language]} ${timeMarkup(invitation.expiresAt, language, timeZone)}</p>
<h2>${words.seesTitle[language]}</h2><p>${words.sees[language]}</p>`
}

function page(title: string, body: Markup, status?: number): Page {
  return {
    title,
    body: markup`${assets}<div class="page rooms"><h1>${title}</h1>${body}</div>`,
    ...(status === undefined ? {} : { status }),
  }
}

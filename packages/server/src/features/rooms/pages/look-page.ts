import type { Language, Text } from '@samtale/policy'
import type { RoomBrand } from '@samtale/protocol'
import { markup, type Markup, type Page } from '../../pages/index.ts'
import type { Brand, Picture } from '../brand-store.ts'
import { picturePath } from '../brand.ts'
import { assets, press } from './markup.ts'
import { lookWords as words } from './look-words.ts'

export interface LookState {
  readonly language: Language
  /** Name of the room or of the organisation. */
  readonly name: string
  readonly ofAll: boolean
  /** Where the forms are sent, and where one goes back to. */
  readonly path: string
  readonly back: { readonly href: string; readonly label: Text }
  readonly own: Brand | undefined
  /** What whoever comes sees. */
  readonly shown: RoomBrand | null
  readonly saved: boolean
  readonly failed?: {
    readonly part: 'colours' | Picture
    readonly wrong: Text
    readonly accent?: string
    readonly ground?: string
  }
}

const usual = { accent: '#0f5c68', ground: '#f3f6f8' } as const

/** Where the look of a room, or of all rooms of an organisation, is chosen. */
export function lookPage(state: LookState): Page {
  const { language, name, back, saved, ofAll, failed } = state
  const title = `${words.title[language]}: ${name}`
  const body = markup`${assets}<div class="page rooms"><p class="rooms-over"><a href="${back.href}?lang=${language}">${back.label[language]}</a></p>
<h1>${words.title[language]}</h1><p class="lead">${(ofAll ? words.ofAll : words.ofRoom)[language]}</p>
${saved && markup`<p class="notice" role="status">${words.saved[language]}</p>`}
${failed !== undefined && summary(failed.part, failed.wrong, language)}
${preview(state)}${colours(state)}${picture('logo', state)}${picture('background', state)}</div>`
  return { title, body, ...(failed === undefined ? {} : { status: 422 }) }
}

function summary(part: string, wrong: Text, language: Language): Markup {
  return markup`<div class="summary" role="alert"><p><a href="#${part === 'colours' ? 'accent' : part}">${wrong[language]}</a></p></div>`
}

/** Drawn as SVG, whose colours are no styles. */
function preview({ language, name, shown }: LookState): Markup {
  const { accent, ground, onAccent, onGround } = shown?.colours ?? {
    ...{ accent: '#0f5c68', onAccent: '#ffffff', ground: '#f3f6f8', onGround: '#15202a' },
  }
  const shortName = name.length > 22 ? `${name.slice(0, 21)}…` : name
  const behind =
    shown?.background &&
    markup`<image href="${shown.background}" width="480" height="270" preserveAspectRatio="xMidYMid slice"/><rect x="120" y="36" width="240" height="198" rx="12" fill="${ground}"/>`
  const logo = shown?.logo && markup`<image href="${shown.logo}" x="180" y="52" width="120" height="48"/>`
  return markup`<figure class="rooms-preview"><svg viewBox="0 0 480 270" role="img" aria-label="${words.preview[language]}">
<rect width="480" height="270" fill="${ground}"/>${behind || null}${logo || null}
<text x="240" y="138" text-anchor="middle" font-size="20" font-weight="620" fill="${onGround}">${shortName}</text>
<rect x="180" y="164" width="120" height="40" rx="10" fill="${accent}"/>
<text x="240" y="189" text-anchor="middle" font-size="15" font-weight="540" fill="${onAccent}">${words.join[language]}</text></svg></figure>`
}

function colours({ language, own, path, failed }: LookState): Markup {
  const wrong = failed?.part === 'colours' ? failed : null
  const filled = filledIn(own, wrong)
  const isOwn = wrong !== null || (own?.accent ?? null) !== null
  const said = wrong !== null && markup`<p class="wrong" id="accent-wrong">${wrong.wrong[language]}</p>`
  const mark = wrong !== null && markup`aria-invalid="true" aria-describedby="accent-wrong"`
  return markup`<section aria-labelledby="colours"><h2 id="colours">${words.colours[language]}</h2>
<form method="post" action="${path}?lang=${language}"><fieldset><legend>${words.which[language]}</legend>${choice('usual', words.usual[language], !isOwn)}${choice('own', words.own[language], isOwn)}</fieldset>
<div class="rooms-colours"><div class="field"><label for="accent">${words.accent[language]}</label><input type="color" id="accent" name="accent" value="${filled.accent}" ${mark}></div>
<div class="field"><label for="ground">${words.ground[language]}</label><input type="color" id="ground" name="ground" value="${filled.ground}"></div></div>${said}
<div class="buttons"><button type="submit">${words.saveColours[language]}</button></div></form></section>`
}

/** What was sent, else what is set, else what is usual. */
function filledIn(own: LookState['own'], wrong: { accent?: string; ground?: string } | null) {
  const { accent, ground } = own ?? { accent: null, ground: null }
  return { accent: wrong?.accent ?? accent ?? usual.accent, ground: wrong?.ground ?? ground ?? usual.ground }
}

function choice(value: string, label: string, checked: boolean): Markup {
  return markup`<div class="choice"><input type="radio" id="which-${value}" name="which" value="${value}" ${checked && markup`checked`}><label for="which-${value}">${label}</label></div>`
}

function picture(which: Picture, { language, own, path, failed }: LookState): Markup {
  const wrong = failed?.part === which ? failed.wrong : undefined
  const number = own?.[`${which}_id`] ?? null
  const described = `${which}-hint${wrong === undefined ? '' : ` ${which}-wrong`}`
  const now =
    number !== null &&
    markup`<div class="rooms-picture"><img src="${picturePath(number)}" alt="${words.current[language]}" data-kind="${which}">${press({ action: `${path}/${which}/remove`, language, label: words.takeAway })}</div>`
  return markup`<section aria-labelledby="${which}-title"><h2 id="${which}-title">${words[which][language]}</h2>${now}
<form method="post" enctype="multipart/form-data" action="${path}/${which}?lang=${language}"><div class="field"><label for="${which}">${words[`${which}File`][language]}</label>
<p class="hint" id="${which}-hint">${words[`${which}Hint`][language]}</p>${wrong !== undefined && markup`<p class="wrong" id="${which}-wrong">${wrong[language]}</p>`}
<input type="file" id="${which}" name="picture" accept="image/png,image/jpeg,image/webp" aria-describedby="${described}" ${wrong !== undefined && markup`aria-invalid="true"`}></div>
<div class="buttons"><button type="submit" class="plain">${words.upload[language]}</button></div></form></section>`
}

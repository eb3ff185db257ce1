import { isInEea } from '../../countries.ts'
import type { Authority, Controller } from '../../controller.ts'
import type { BrowserPresence, Recipient, Transfer } from '../../recipient.ts'
import { countryInWords } from '../../render/phrases.ts'
import { burden, flag, guard, isSame, set, texts, type Judge } from '../judges.ts'
import { yesOrNo } from './data-rules.ts'
import { all, fact, maybe, rule, text, titles, type Rules, type Scope } from './rule.ts'

const growing = { more: 'material', less: 'minor' } as const
const small = { more: 'minor', less: 'minor' } as const

const country = (code: string, { language }: Scope) => countryInWords(code, language)

/** Elsewhere is material outside the EEA. */
const whereabouts: Judge<string | undefined> = (before, after) => {
  if (before === after) return []
  const isFar = after === undefined || !isInEea(after)
  const kind = before === undefined ? 'added' : after === undefined ? 'removed' : 'changed'
  return [{ kind, class: isFar ? 'material' : 'minor', before, after }]
}

const browserRules: Rules<BrowserPresence> = {
  directives: rule('browser', set(small)),
  hosts: rule('browser', set(growing)),
  script: rule('browser', burden()),
  image: rule('browser', burden()),
  consent: rule('consent', guard(), titles('consents')),
  onClick: rule('when', flag({ more: 'minor', less: 'material' }), yesOrNo),
}

export const recipientRules: Rules<Recipient> = {
  kind: fact('kind', 'material', (kind, { say }) => say.recipients.kinds[kind]),
  title: text('title'),
  description: text('description'),
  legalName: rule('name', guard()),
  byCategory: rule('byCategory', flag({ more: 'material', less: 'minor' }), yesOrNo),
  country: rule('country', whereabouts, country),
  receives: rule('receives', set(growing), titles('categories')),
  hosts: rule('hosts', set(small)),
  browser: maybe('browser', growing, all(browserRules), ({ hosts }) => hosts.join(', ')),
  policyUrl: fact('policyUrl', 'minor'),
  agreement: fact('agreement', 'minor'),
  subProcessors: rule('subProcessors', set(growing), titles('recipients')),
  requests: fact('told', 'minor', (way, { say }) => say.recipients.passedOn[way]),
}

export const transferRules: Rules<Transfer> = {
  recipient: fact('recipient', 'material', titles('recipients')),
  to: fact('country', 'material', country),
  tool: fact('tool', 'material', (tool, { say }) => say.transfer.tools[tool]),
  document: fact('url', 'minor'),
  assessment: fact('assessment', 'minor'),
  measures: rule('measures', texts({ more: 'minor', less: 'material' }), (list, { language }) =>
    list.map((measure) => measure[language]).join(' '),
  ),
}

/** Another company of the group that answers too gets the data; one that leaves doesn't any more. */
const companies: Judge<Controller['group']> = (before = [], after = []) => {
  if (isSame(before, after)) return []
  const came = after.filter((company) => !before.some((other) => isSame(company, other)))
  return [{ kind: 'changed', class: came.length > 0 ? 'material' : 'minor', before, after }]
}

export const controllerRules: Rules<Controller> = {
  name: fact('name', 'material'),
  address: fact('address', 'minor'),
  country: fact('country', 'material', country),
  organisationNumber: fact('number', 'minor'),
  email: fact('email', 'minor'),
  phone: fact('phone', 'minor'),
  privacyContact: fact('privacyContact', 'minor'),
  officer: fact('officer', 'minor', ({ name, email }) => `${name}, ${email}`),
  group: rule('group', companies, (group) => group.map(({ name }) => name).join(', ')),
  more: fact('more', 'minor', (links, { language }) =>
    links.map(({ title, to }) => `${title[language]}: ${to}`).join(', '),
  ),
}

export const authorityRules: Rules<Authority> = {
  name: fact('name', 'minor'),
  country: fact('country', 'minor', country),
  url: fact('url', 'minor'),
  lead: fact('lead', 'minor', yesOrNo),
}

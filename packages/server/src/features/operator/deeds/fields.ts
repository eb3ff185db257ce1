import type { Text } from '@samtale/policy'
import type { Field } from '../../pages/index.ts'

/** A text in the three languages, in that order: en, nb, sv. */
export const say = (en: string, nb: string, sv: string): Text => ({ en, nb, sv })

export const languageField: Field = {
  name: 'language',
  label: say('Language', 'Språk', 'Språk'),
  kind: 'select',
  choices: [
    { value: 'en', label: say('English', 'Engelsk', 'Engelska') },
    { value: 'nb', label: say('Norwegian', 'Norsk', 'Norska') },
    { value: 'sv', label: say('Swedish', 'Svensk', 'Svenska') },
  ],
}

export const addressField: Field = {
  name: 'address',
  label: say('E-mail address', 'E-postadresse', 'E-postadress'),
  kind: 'email',
  longest: 254,
}

/** The number of a row: sent by a button, never written. */
export const idField: Field = { name: 'id', label: say('Number', 'Nummer', 'Nummer'), kind: 'text' }

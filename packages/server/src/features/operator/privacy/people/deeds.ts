import type { Deed } from '../../deeds/deed.ts'
import { addressField, languageField, say } from '../../deeds/fields.ts'
import { shellWords } from '../../shell/words.ts'

const reason = {
  name: 'reason',
  label: shellWords.reason,
  hint: say(
    'It is kept in the log. While the person has an account, they read it on their page of privacy.',
    'Den blir stående i loggen. Så lenge personen har en konto, leser de den på personvernsiden sin.',
    'Det står kvar i loggen. Så länge personen har ett konto läser de det på sin integritetssida.',
  ),
  kind: 'long',
  longest: 500,
} as const

const exportAll: Deed = {
  command: 'export',
  act: 'person.exported',
  title: say(
    'Fetch all that is kept about somebody',
    'Hent alt som er lagret om noen',
    'Hämta allt som finns sparat om någon',
  ),
  hint: say(
    'A file with everything, in words and as data. Hand it to the person alone.',
    'En fil med alt, i ord og som data. Gi den bare til personen selv.',
    'En fil med allt, i ord och som data. Lämna den bara till personen själv.',
  ),
  fields: [addressField, languageField, reason],
  submit: say('Fetch the file', 'Hent filen', 'Hämta filen'),
}

const erase: Deed = {
  command: 'erase',
  act: 'person.erased',
  title: say(
    'Erase all that is kept about somebody',
    'Slett alt som er lagret om noen',
    'Radera allt som finns sparat om någon',
  ),
  hint: say(
    'It can’t be taken back. What a hold keeps stays, restricted. You get the certificate of what was erased.',
    'Det kan ikke gjøres om. Det en sperre beholder, blir stående, begrenset. Du får beviset på hva som ble slettet.',
    'Det går inte att ångra. Det som en spärr behåller står kvar, begränsat. Du får intyget på vad som raderades.',
  ),
  fields: [addressField, languageField, reason],
  submit: say('Erase it', 'Slett', 'Radera'),
  danger: true,
}

/** What an operator does with all that is kept about somebody, beside what that person asked for. */
export const handOverDeeds: Readonly<Record<string, Deed>> = { export: exportAll, erase }

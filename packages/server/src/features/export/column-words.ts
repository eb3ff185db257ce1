import type { Text } from '@samtale/policy'

const say = (en: string, nb: string, sv: string): Text => ({ en, nb, sv })

/**
 * Columns that hold nothing personal and still tell a reader something. The others, such as random numbers and hashes,
 * are in the files for programs.
 */
export const columnWords: Readonly<Record<string, Text>> = {
  answered_at: say('Answered', 'Besvart', 'Besvarat'),
  asked_at: say('Signed up', 'Meldt på', 'Anmält'),
  at: say('When', 'Når', 'När'),
  category: say('What', 'Hva', 'Vad'),
  confirmed_at: say('Confirmed', 'Bekreftet', 'Bekräftat'),
  consent: say('Question', 'Spørsmål', 'Fråga'),
  created_at: say('Made', 'Laget', 'Skapat'),
  decided_at: say('Decided', 'Avgjort', 'Avgjort'),
  direction: say('Direction', 'Retning', 'Riktning'),
  error_code: say('Why it failed', 'Hvorfor det ikke gikk', 'Varför det inte gick'),
  event: say('What happened', 'Hva som skjedde', 'Vad som hände'),
  expires_at: say('Counts until', 'Gjelder til', 'Gäller till'),
  failed_at: say('Given up', 'Gitt opp', 'Gett upp'),
  finished_at: say('Finished', 'Ferdig', 'Klart'),
  given: say('Yes', 'Ja', 'Ja'),
  ground: say('Ground', 'Grunnlag', 'Grund'),
  joined_at: say('Joined', 'Ble med', 'Gick med'),
  kind: say('Kind', 'Type', 'Typ'),
  language: say('Language', 'Språk', 'Språk'),
  lifted_at: say('Lifted', 'Opphevet', 'Upphävt'),
  list: say('Which mail', 'Hvilken e-post', 'Vilken e-post'),
  mail: say('Mail', 'E-post', 'Mejl'),
  number: say('Reference', 'Referanse', 'Referens'),
  outcome: say('Outcome', 'Utfall', 'Utfall'),
  owner: say('Who answers for it', 'Hvem som svarer for det', 'Vem som svarar för det'),
  part: say('Your part in it', 'Din del i det', 'Din del i det'),
  placed_at: say('Placed', 'Lagt inn', 'Inlagt'),
  policy_version: say('Version of the policy', 'Versjon av erklæringen', 'Version av policyn'),
  purpose: say('Purpose', 'Formål', 'Ändamål'),
  queued_at: say('Queued', 'Lagt i kø', 'Lagt i kö'),
  released_at: say('Released', 'Frigitt', 'Frigivet'),
  review_by: say('Looked at again by', 'Vurderes på nytt innen', 'Prövas igen senast'),
  sent_at: say('Sent', 'Sendt', 'Skickat'),
  state: say('State', 'Status', 'Status'),
  superseded_at: say('Asked anew since', 'Spurt på nytt siden', 'Frågat på nytt sedan'),
  told_at: say('Told', 'Fortalt', 'Berättat'),
}

/** Tables that hold nothing personal: what they are about. */
export const tableWords: Readonly<Record<string, Text>> = {
  subject: say('Since when you are known here', 'Siden når du er kjent her', 'Sedan när du är känd här'),
  record: say('What there is', 'Det som finnes', 'Det som finns'),
  record_event: say('What happened', 'Det som har skjedd', 'Det som har hänt'),
  record_consent: say('Your answers', 'Svarene dine', 'Dina svar'),
  record_objection: say('Your objections', 'Innsigelsene dine', 'Dina invändningar'),
  record_erasure: say('Your requests for erasure', 'Kravene dine om sletting', 'Dina begäranden om radering'),
  record_notice: say('Notices before something goes', 'Varsler før noe slettes', 'Besked innan något raderas'),
  record_hold: say('Holds', 'Det som holdes tilbake', 'Det som hålls kvar'),
  record_gone: say('What was deleted', 'Det som er slettet', 'Det som har raderats'),
  subject_restriction: say('Restrictions', 'Begrensninger', 'Begränsningar'),
}

/** Words that stand in such columns. */
export const valueWords: Readonly<Record<string, Text>> = {
  'in-use': say('in use', 'i bruk', 'i bruk'),
  restricted: say('restricted', 'begrenset', 'begränsat'),
  by: say('you did it', 'du gjorde det', 'du gjorde det'),
  about: say('it was done to you', 'det ble gjort med deg', 'det gjordes med dig'),
  open: say('open', 'åpen', 'öppen'),
  answered: say('answered', 'besvart', 'besvarad'),
  closed: say('closed', 'avsluttet', 'avslutad'),
  in: say('from you', 'fra deg', 'från dig'),
  out: say('to you', 'til deg', 'till dig'),
  delete: say('deleted', 'slettet', 'raderat'),
  anonymise: say('made anonymous', 'anonymisert', 'anonymiserat'),
  upheld: say('upheld', 'tatt til følge', 'bifallen'),
  overridden: say('not upheld', 'ikke tatt til følge', 'avslagen'),
  ConsentGiven: say('yes', 'ja', 'ja'),
  ConsentRefused: say('no', 'nei', 'nej'),
  ConsentWithdrawn: say('taken back', 'trukket tilbake', 'återtaget'),
}

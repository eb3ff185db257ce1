import { definePolicy, type Declarations, type Policy } from '@samtale/policy'
import type { KnownFact, Language } from '@samtale/protocol'
import {
  meetingDeclarations as meeting,
  meetingKnowledge,
  meetingKnownInWords,
  type KnownOfParticipant,
} from '../features/meetings/index.ts'
import { accountCategories } from '../features/accounts/index.ts'
import { auditCategories } from '../features/audit/index.ts'
import { consentCategories } from '../features/consent/index.ts'
import { correspondenceCategories } from '../features/correspondence/index.ts'
import { listCategories } from '../features/lists/index.ts'
import { organisationCategories } from '../features/organisations/index.ts'
import { renderKnowledge, visitDeclarations as visit } from '../features/privacy/index.ts'
import { lookupCategories, lookupDeclarations } from '../features/records/index.ts'
import { reportCategories } from '../features/reports/index.ts'
import { suspensionCategories } from '../features/suspension/index.ts'
import { roomCategories } from '../features/rooms/index.ts'
import { rightsCategories, rightsDeclarations } from '../features/rights/index.ts'
import { staffReadCategories } from '../features/staff-reads/index.ts'
import { mailCategories, mailDefaults } from '../platform/mail/personal-data.ts'
import { mailDeclarations } from '../platform/mail/kinds.ts'
import { columnBindings } from './database.ts'
import { mailKinds } from './mail-kinds.ts'

const defined = definePolicy({
  inShort: [
    {
      en: 'You need no account. You join with a link and any name you like.',
      nb: 'Du trenger ingen konto. Du blir med via en lenke og med hvilket navn du vil.',
      sv: 'Du behöver inget konto. Du går med via en länk och med vilket namn du vill.',
    },
    {
      en: 'A call leaves nothing behind: what the server knows of it is in working memory only and is gone when the call is.',
      nb: 'En samtale etterlater ingenting: det serveren vet om den, er bare i arbeidsminnet og er borte når samtalen er det.',
      sv: 'Ett samtal lämnar ingenting efter sig: det servern vet om det finns bara i arbetsminnet och är borta när samtalet är det.',
    },
    {
      en: 'No cookies, no tracking, no advertising, and nobody outside the call gets anything.',
      nb: 'Ingen informasjonskapsler, ingen sporing, ingen reklame, og ingen utenfor samtalen får noe.',
      sv: 'Inga kakor, ingen spårning, ingen reklam, och ingen utanför samtalet får något.',
    },
    {
      en: 'In a call, “What the server knows about this call” shows all of it, as it is at that moment.',
      nb: 'I en samtale viser «Hva serveren vet om denne samtalen» alt sammen, slik det er i øyeblikket.',
      sv: 'I ett samtal visar ”Vad servern vet om det här samtalet” alltihop, som det är i ögonblicket.',
    },
  ],
  categories: {
    ...meeting.categories,
    ...visit.categories,
    ...mailCategories,
    ...lookupCategories,
    ...consentCategories,
    ...listCategories,
    ...correspondenceCategories,
    ...rightsCategories,
    ...reportCategories,
    ...suspensionCategories,
    ...accountCategories,
    ...roomCategories,
    ...auditCategories,
    ...organisationCategories,
    ...staffReadCategories,
  },
  purposes: { ...meeting.purposes, ...visit.purposes, ...rightsDeclarations.purposes, ...mailDefaults.purposes },
  recipients: meeting.recipients,
  events: {
    ...meeting.events,
    ...visit.events,
    ...rightsDeclarations.events,
    ...lookupDeclarations.events,
    ...mailDefaults.events,
  },
  laws: rightsDeclarations.laws,
  processings: {
    ...meeting.processings,
    ...visit.processings,
    ...rightsDeclarations.processings,
    ...lookupDeclarations.processings,
    ...mailDefaults.processings,
  },
  columns: columnBindings,
  live: { participant: meetingKnowledge },
  media: meeting.media,
  storage: visit.storage,
  rights: [
    {
      en: 'During a call you see everything that is known about you, and leaving deletes it. After a call there is nothing left to show, correct, move or delete.',
      nb: 'Under en samtale ser du alt som er kjent om deg, og når du forlater den, slettes det. Etter en samtale er det ingenting igjen å vise, rette, flytte eller slette.',
      sv: 'Under ett samtal ser du allt som är känt om dig, och när du lämnar det raderas det. Efter ett samtal finns ingenting kvar att visa, rätta, flytta eller radera.',
    },
    {
      en: 'No decision about you is made by a machine alone, and no profile of you is made (art. 22).',
      nb: 'Ingen avgjørelse om deg tas av en maskin alene, og det lages ingen profil av deg (art. 22).',
      sv: 'Inget beslut om dig fattas enbart av en maskin, och ingen profil av dig skapas (art. 22).',
    },
    {
      en: 'The law gives you these rights wherever something is held:',
      nb: 'Loven gir deg disse rettighetene overalt der noe finnes:',
      sv: 'Lagen ger dig de här rättigheterna överallt där något finns:',
    },
  ],
})

/** Samtale's own policy, but for who answers for it: every feature's declarations, on one screen. */
export const declarations: Declarations = { ...defined, mails: mailDeclarations(mailKinds) }

/** “What the server knows about this call”, in words, under the policy in force. */
export function describeKnown(
  policy: Pick<Policy, 'processings' | 'purposes' | 'events'>,
  known: KnownOfParticipant,
  language: Language,
): KnownFact[] {
  return renderKnowledge(policy, { bindings: meetingKnowledge, inWords: meetingKnownInWords }, known, language)
}

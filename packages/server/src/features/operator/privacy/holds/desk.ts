import * as z from 'zod'
import type { Deed } from '../../deeds/deed.ts'
import { factsOf, type Desk } from '../../deeds/desk.ts'
import { addressField, idField, say } from '../../deeds/fields.ts'
import type { OperatorParts } from '../../parts.ts'
import { holdsPage } from './page.ts'

const Holds = z.object({
  holds: z.array(
    z.object({
      hold: z.string(),
      records: z.array(z.string()),
      categories: z.array(z.string()),
      ground: z.string(),
      owner: z.string(),
      placed: z.string().nullable(),
      reviewBy: z.string().nullable(),
      due: z.boolean(),
    }),
  ),
})
const Restrictions = z.object({
  restrictions: z.array(
    z.object({
      restriction: z.string(),
      ground: z.string(),
      since: z.string().nullable(),
      told: z.string().nullable(),
    }),
  ),
})

export interface HoldFacts {
  readonly holds: z.infer<typeof Holds>['holds']
  readonly restrictions: z.infer<typeof Restrictions>['restrictions']
}

const holdGround = (value: string, en: string, nb: string, sv: string) => ({ value, label: say(en, nb, sv) })

export const place: Deed = {
  command: 'hold.place',
  act: 'hold.placed',
  title: say('Place a hold', 'Legg inn en sperre', 'Lägg in en spärr'),
  hint: say(
    'Keeps what would be deleted, for a named reason and until it is looked at again. Find the records under “Find somebody”.',
    'Beholder det som ellers ville blitt slettet, av en nevnt grunn og til noen ser på det igjen. Finn postene under «Finn noen».',
    'Behåller det som annars skulle raderas, av ett angivet skäl och tills någon ser över det. Hitta posterna under ”Hitta någon”.',
  ),
  fields: [
    {
      name: 'record',
      label: say('Records', 'Poster', 'Poster'),
      hint: say(
        'Their numbers, with commas between.',
        'Numrene, med komma mellom.',
        'Deras nummer, med kommatecken emellan.',
      ),
      kind: 'text',
    },
    {
      name: 'category',
      label: say('Categories', 'Kategorier', 'Kategorier'),
      hint: say(
        'Their keys, with commas between.',
        'Nøklene, med komma mellom.',
        'Deras nycklar, med kommatecken emellan.',
      ),
      kind: 'text',
    },
    {
      name: 'ground',
      label: say('Ground', 'Grunnlag', 'Grund'),
      kind: 'select',
      choices: [
        holdGround(
          '17-3-e',
          'legal claims (art. 17(3)(e))',
          'rettskrav (art. 17 nr. 3 e)',
          'rättsliga anspråk (art. 17.3 e)',
        ),
        holdGround(
          '17-3-b',
          'a law demands it (art. 17(3)(b))',
          'en lov krever det (art. 17 nr. 3 b)',
          'en lag kräver det (art. 17.3 b)',
        ),
        holdGround(
          '18-1-b',
          'the person wants it kept (art. 18(1)(b))',
          'personen vil ha det beholdt (art. 18 nr. 1 b)',
          'personen vill ha det kvar (art. 18.1 b)',
        ),
        holdGround(
          '18-1-c',
          'the person needs it for a claim (art. 18(1)(c))',
          'personen trenger det til et krav (art. 18 nr. 1 c)',
          'personen behöver det för ett anspråk (art. 18.1 c)',
        ),
      ],
    },
    {
      name: 'owner',
      label: say('Who answers for it', 'Hvem som har ansvaret', 'Vem som ansvarar'),
      hint: say('A role, such as legal.', 'En rolle, som juridisk.', 'En roll, som juridik.'),
      kind: 'text',
      longest: 60,
    },
    {
      name: 'review-by',
      label: say('Look at it again by', 'Se på den igjen innen', 'Se över den senast'),
      kind: 'date',
    },
  ],
  submit: say('Place it', 'Legg den inn', 'Lägg in den'),
}

const release: Deed = {
  command: 'hold.release',
  act: 'hold.released',
  title: say('The hold is released', 'Sperren er opphevet', 'Spärren är hävd'),
  fields: [idField],
  submit: say('Release', 'Opphev', 'Häv'),
}

const restrict: Deed = {
  command: 'restriction.place',
  act: 'hold.placed',
  title: say('Restrict what somebody has here', 'Begrens det noen har her', 'Begränsa det någon har här'),
  hint: say(
    'It is kept and not used (art. 18).',
    'Det beholdes og brukes ikke (art. 18).',
    'Det behålls och används inte (art. 18).',
  ),
  fields: [
    addressField,
    {
      name: 'ground',
      label: say('Ground', 'Grunnlag', 'Grund'),
      kind: 'select',
      choices: [
        holdGround(
          '18-1-a',
          'it is disputed whether it is right',
          'det er omstridt om det er riktig',
          'det är omtvistat om det är rätt',
        ),
        holdGround(
          '18-1-b',
          'it is unlawful, and they want it kept',
          'det er ulovlig, og de vil ha det beholdt',
          'det är olagligt, och de vill ha det kvar',
        ),
        holdGround(
          '18-1-c',
          'they need it for a claim',
          'de trenger det til et krav',
          'de behöver det för ett anspråk',
        ),
        holdGround('18-1-d', 'an objection is weighed', 'en protest vurderes', 'en invändning bedöms'),
      ],
    },
  ],
  submit: say('Restrict it', 'Begrens det', 'Begränsa det'),
}

const told: Deed = {
  command: 'restriction.told',
  act: 'hold.released',
  title: say('The person has been told', 'Personen har fått beskjed', 'Personen har fått besked'),
  fields: [idField],
  submit: say('They have been told', 'De har fått beskjed', 'De har fått besked'),
}

const lift: Deed = {
  command: 'restriction.lift',
  act: 'hold.released',
  title: say('The restriction has ended', 'Begrensningen er opphevet', 'Begränsningen är hävd'),
  fields: [idField],
  submit: say('End it', 'Opphev', 'Häv'),
}

/** Holds and restrictions: what keeps data from being deleted, or from being used. */
export const holdsDesk: Desk<HoldFacts> = {
  path: '/admin/privacy/holds',
  kind: 'hold',
  deeds: { place, release, restrict, told, lift },
  load: async (parts: OperatorParts) => ({
    holds: (await factsOf(parts, ['hold.list', {}], Holds)).holds,
    restrictions: (await factsOf(parts, ['restriction.list', {}], Restrictions)).restrictions,
  }),
  page: (facts, shown) => holdsPage(facts, shown, { place, restrict }),
}

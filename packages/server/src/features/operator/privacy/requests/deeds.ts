import type { Policy } from '@samtale/policy'
import type { Deed, Deeds } from '../../deeds/deed.ts'
import type { WholeRequest } from './request-facts.ts'
import { shellWords } from '../../shell/words.ts'
import { say } from '../../deeds/fields.ts'
import { grounds } from './grounds.ts'

const reason = { name: 'reason', label: shellWords.reason, kind: 'long', longest: 10_000 } as const
const languages = [
  { value: 'en', label: { en: 'English', nb: 'Engelsk', sv: 'Engelska' } },
  { value: 'nb', label: { en: 'Norwegian', nb: 'Norsk', sv: 'Norska' } },
  { value: 'sv', label: { en: 'Swedish', nb: 'Svensk', sv: 'Svenska' } },
]

const answer: Deed = {
  command: 'requests.answer',
  act: 'request.answered',
  title: say('Answer in words', 'Svar med ord', 'Svara med ord'),
  hint: say(
    'The answer is mailed, and closes the request.',
    'Svaret sendes på e-post og lukker kravet.',
    'Svaret mejlas och stänger begäran.',
  ),
  fields: [{ name: 'text', label: say('Answer', 'Svar', 'Svar'), kind: 'long', longest: 10_000 }],
  submit: say('Send the answer', 'Send svaret', 'Skicka svaret'),
}

const extend: Deed = {
  command: 'requests.extend',
  act: 'request.answered',
  title: say('Take longer', 'Bruk lengre tid', 'Ta längre tid'),
  hint: say(
    'Once, by up to two months, told before the time is over (art. 12(3)).',
    'Én gang, med inntil to måneder, med beskjed før fristen er ute (art. 12 nr. 3).',
    'En gång, med upp till två månader, med besked innan tiden är ute (art. 12.3).',
  ),
  fields: [reason],
  submit: say('Tell them, and take longer', 'Gi beskjed og bruk lengre tid', 'Ge besked och ta längre tid'),
}

const correctName: Deed = {
  command: 'requests.correct',
  act: 'request.answered',
  title: say('Correct name or language', 'Rett navn eller språk', 'Rätta namn eller språk'),
  hint: say(
    'Wherever it stands. What you leave empty stays.',
    'Overalt der det står. Det du lar stå tomt, blir som det er.',
    'Överallt där det står. Det du lämnar tomt förblir som det är.',
  ),
  fields: [
    { name: 'name', label: say('Name', 'Navn', 'Namn'), kind: 'text', optional: true, longest: 200 },
    {
      name: 'language',
      label: say('Language', 'Språk', 'Språk'),
      kind: 'select',
      optional: true,
      choices: [{ value: '', label: say('as it is', 'som det er', 'som det är') }, ...languages],
    },
  ],
  submit: say('Correct it', 'Rett det', 'Rätta'),
}

const correctAddress: Deed = {
  command: 'requests.correct',
  act: 'request.answered',
  title: say('Correct the address', 'Rett adressen', 'Rätta adressen'),
  hint: say(
    'It counts once whoever reads the new one confirms it.',
    'Den gjelder når den som leser den nye, bekrefter den.',
    'Den gäller när den som läser den nya bekräftar den.',
  ),
  fields: [{ name: 'address', label: say('New address', 'Ny adresse', 'Ny adress'), kind: 'email', longest: 254 }],
  submit: say('Ask them to confirm it', 'Be dem bekrefte den', 'Be dem bekräfta den'),
}

const decide: Deed = {
  command: 'requests.decide',
  act: 'request.answered',
  title: say('Decide the objection', 'Avgjør protesten', 'Avgör invändningen'),
  fields: [
    {
      name: 'outcome',
      label: say('Decision', 'Avgjørelse', 'Beslut'),
      kind: 'radio',
      choices: [
        {
          value: 'upheld',
          label: say('It is upheld: we stop', 'Den tas til følge: vi stanser', 'Den godtas: vi slutar'),
        },
        {
          value: 'overridden',
          label: say(
            'Our grounds weigh more: we go on',
            'Våre grunner veier tyngre: vi fortsetter',
            'Våra skäl väger tyngre: vi fortsätter',
          ),
        },
      ],
    },
    reason,
  ],
  submit: say('Decide', 'Avgjør', 'Avgör'),
}

const lift: Deed = {
  command: 'requests.lift',
  act: 'request.answered',
  title: say('End the restriction', 'Opphev begrensningen', 'Häv begränsningen'),
  hint: say(
    'First the person is told, with the reason; sent once more without a reason, it ends (art. 18(3)).',
    'Først får personen beskjed, med begrunnelsen; sendt én gang til uten begrunnelse tar den slutt (art. 18 nr. 3).',
    'Först får personen besked, med skälen; skickad en gång till utan skäl upphör den (art. 18.3).',
  ),
  fields: [{ ...reason, optional: true }],
  submit: say('Go on', 'Gå videre', 'Gå vidare'),
}

function refuse(policy: Pick<Policy, 'categories'>, held: readonly string[]): Deed {
  const choices = held.map((key) => {
    const title = policy.categories[key]?.title ?? say(key, key, key)
    return { value: key, label: title }
  })
  return {
    command: 'requests.refuse',
    act: 'request.answered',
    title: say('Say no', 'Si nei', 'Säg nej'),
    hint: say(
      'The mail says on what ground, to what, until when, and where they can complain (art. 12(4)).',
      'E-posten sier på hvilket grunnlag, til hva, hvor lenge og hvor de kan klage (art. 12 nr. 4).',
      'Mejlet säger på vilken grund, till vad, hur länge och var de kan klaga (art. 12.4).',
    ),
    fields: [
      { name: 'ground', label: say('Ground', 'Grunnlag', 'Grund'), kind: 'select', choices: grounds },
      { name: 'categories', label: say('To what', 'Til hva', 'Till vad'), kind: 'check', choices },
      { name: 'until', label: say('Until', 'Til og med', 'Till och med'), kind: 'date', optional: true },
      reason,
    ],
    submit: say('Send the refusal', 'Send avslaget', 'Skicka avslaget'),
    danger: true,
  }
}

/** Notes that a recipient was told; shown beside each. */
export const told: Deed = {
  command: 'requests.told',
  act: 'request.answered',
  title: say('A recipient has been told', 'En mottaker har fått beskjed', 'En mottagare har fått besked'),
  fields: [{ name: 'recipient', label: say('Recipient', 'Mottaker', 'Mottagare'), kind: 'text' }],
  submit: say('They have been told', 'De har fått beskjed', 'De har fått besked'),
}

/** Takes up one that came by letter. */
export const enter: Deed = {
  command: 'requests.enter',
  act: 'request.answered',
  title: say('Enter one that came by letter', 'Før inn et som kom per brev', 'För in en som kom per brev'),
  hint: say(
    'We send a link to the address first, as for everybody.',
    'Vi sender først en lenke til adressen, som for alle.',
    'Vi skickar först en länk till adressen, som för alla.',
  ),
  fields: [
    { name: 'address', label: say('E-mail address', 'E-postadresse', 'E-postadress'), kind: 'email', longest: 254 },
    {
      name: 'kind',
      label: say('Right', 'Rettighet', 'Rättighet'),
      kind: 'select',
      choices: [
        { value: 'access', label: say('access', 'innsyn', 'tillgång') },
        { value: 'portability', label: say('portability', 'dataportabilitet', 'dataportabilitet') },
        { value: 'rectification', label: say('correction', 'retting', 'rättelse') },
        { value: 'erasure', label: say('deletion', 'sletting', 'radering') },
        { value: 'restriction', label: say('restriction', 'begrensning', 'begränsning') },
        { value: 'objection', label: say('objection', 'protest', 'invändning') },
        { value: 'withdrawal', label: say('taking back a yes', 'trekke samtykke', 'återkalla samtycke') },
      ],
    },
    { name: 'text', label: say('What they wrote', 'Det de skrev', 'Det de skrev'), kind: 'long', optional: true },
    { name: 'received', label: say('Came on', 'Kom', 'Kom'), kind: 'date', optional: true },
    { name: 'language', label: say('Answer in', 'Svar på', 'Svara på'), kind: 'select', choices: languages },
  ],
  submit: say('Enter it', 'Før det inn', 'För in den'),
}

/** What can be done about a request as it stands. */
export function deedsFor(request: WholeRequest, policy: Pick<Policy, 'categories'>): Deeds {
  const { kind, state } = request
  const restriction = kind === 'restriction' && !request.steps.some(({ step }) => step === 'lifted')
  if (state !== 'open' && state !== 'being-done') return restriction && state === 'fulfilled' ? { lift } : {}
  const held = [...new Set(request.kept.flatMap(({ categories }) => categories))]
  const waits = kind === 'objection' && state === 'open'
  return {
    ...(kind === 'rectification' ? { 'correct-name': correctName, 'correct-address': correctAddress } : {}),
    ...(waits ? { decide } : { answer }),
    extend,
    ...(waits ? {} : { refuse: refuse(policy, held) }),
    ...(restriction ? { lift } : {}),
  }
}

import * as z from 'zod'
import { markup, type Page } from '../../../pages/index.ts'
import { button } from '../../deeds/button.ts'
import type { Deed } from '../../deeds/deed.ts'
import { deedForms } from '../../deeds/deed-form.ts'
import { factsOf, type Desk, type Shown } from '../../deeds/desk.ts'
import { addressField, idField, languageField, say } from '../../deeds/fields.ts'
import { adminPage } from '../../shell/frame.ts'
import { day, mark, table } from '../../shell/table.ts'
import { shellWords } from '../../shell/words.ts'

const path = '/admin/privacy/disclosures'
const words = {
  lead: say(
    'What a law made us hand out, to whom and why. It leaves by this way alone, and is entered before.',
    'Hva en lov har pålagt oss å utlevere, til hvem og hvorfor. Det går bare ut denne veien, og føres inn først.',
    'Vad en lag har ålagt oss att lämna ut, till vem och varför. Det lämnar bara på det här sättet, och förs in först.',
  ),
  empty: say(
    'Nothing was ever handed out. Ask for a written demand with its law before you enter one.',
    'Ingenting er utlevert. Be om et skriftlig krav med lovhjemmel før du fører inn et.',
    'Inget har lämnats ut. Be om en skriftlig begäran med lagstöd innan du för in en.',
  ),
  number: say('Number', 'Nummer', 'Nummer'),
  to: say('To', 'Til', 'Till'),
  law: say('Law and demand', 'Lov og krav', 'Lag och begäran'),
  what: say('What', 'Hva', 'Vad'),
  made: say('Made', 'Gjort', 'Gjord'),
  told: say('Person told', 'Personen fikk beskjed', 'Personen fick besked'),
  forbidden: say('may not be told', 'kan ikke få beskjed', 'får inte veta'),
  markTold: say('They have been told', 'De har fått beskjed', 'De har fått besked'),
}

const Register = z.object({
  disclosures: z.array(
    z.object({
      id: z.string(),
      to: z.string(),
      law: z.string(),
      demand: z.string(),
      categories: z.array(z.string()),
      madeAt: z.string(),
      toldAt: z.string().nullable(),
      tellingForbidden: z.boolean(),
    }),
  ),
})
type Disclosures = z.infer<typeof Register>['disclosures']

const add: Deed = {
  command: 'disclosures.add',
  act: 'disclosure.entered',
  title: say('Enter a demand, and make the file', 'Før inn et krav, og lag filen', 'För in en begäran, och gör filen'),
  fields: [
    { name: 'to', label: say('Authority', 'Myndighet', 'Myndighet'), kind: 'text', longest: 200 },
    { name: 'law', label: say('Law', 'Lov', 'Lag'), kind: 'text', longest: 200 },
    {
      name: 'demand',
      label: say('Reference of the demand', 'Kravets referanse', 'Begärans referens'),
      kind: 'text',
      longest: 200,
    },
    { ...addressField, label: say('About whom (e-mail address)', 'Om hvem (e-postadresse)', 'Om vem (e-postadress)') },
    {
      name: 'categories',
      label: say('What', 'Hva', 'Vad'),
      hint: say(
        'Keys of categories with commas between, and no more than the law asks for.',
        'Nøkler for kategorier med komma mellom, og ikke mer enn loven krever.',
        'Nycklar för kategorier med kommatecken emellan, och inte mer än lagen kräver.',
      ),
      kind: 'text',
    },
    {
      name: 'told',
      label: say('The person was told on', 'Personen fikk beskjed', 'Personen fick besked'),
      kind: 'date',
      optional: true,
    },
    {
      name: 'told-forbidden',
      label: say('Or', 'Eller', 'Eller'),
      kind: 'check',
      optional: true,
      choices: [
        {
          value: 'true',
          label: say('the law forbids telling them', 'loven forbyr å si det', 'lagen förbjuder att det sägs'),
        },
      ],
    },
    languageField,
  ],
  submit: say('Enter it, and fetch the file', 'Før det inn, og hent filen', 'För in den, och hämta filen'),
  danger: true,
}

const told: Deed = {
  command: 'disclosures.told',
  act: 'disclosure.entered',
  title: say('The person has been told', 'Personen har fått beskjed', 'Personen har fått besked'),
  fields: [idField],
  submit: say('They have been told', 'De har fått beskjed', 'De har fått besked'),
}

/** The register of what a law made the installation hand out. */
export const disclosuresDesk: Desk<Disclosures> = {
  path,
  kind: 'disclosure',
  deeds: { add, told },
  load: async (parts) => (await factsOf(parts, ['disclosures.list', {}], Register)).disclosures,
  page: disclosuresPage,
}

function disclosuresPage(disclosures: Disclosures, shown: Shown): Page {
  const { language, timeZone, policy, done, refused, sent } = shown
  const title = shellWords.disclosures[language]
  const rows = disclosures.map(({ id, to, law, demand, categories, madeAt, toldAt, tellingForbidden }) => [
    markup`<code>${id.slice(-8)}</code>`,
    to,
    markup`${law}<br><span class="hint">${demand}</span>`,
    categories.map((key) => policy.categories[key]?.title[language] ?? key).join(', '),
    day(madeAt, language, timeZone),
    toldAt !== null
      ? day(toldAt, language, timeZone)
      : tellingForbidden
        ? mark('attention', words.forbidden[language])
        : button(path, 'told', { language, label: words.markTold[language], fields: { id } }),
  ])
  const frame = { language, here: 'disclosures', title, lead: words.lead[language], done, refused } as const
  return adminPage({ ...frame, status: refused === null ? 200 : 422 }, [
    table({
      language,
      caption: title,
      columns: [words.number, words.to, words.law, words.what, words.made, words.told],
      rows,
      empty: words.empty[language],
    }),
    markup`<h2>${shellWords.deeds[language]}</h2>`,
    ...deedForms({ add }, { action: path, language, sent }),
  ])
}

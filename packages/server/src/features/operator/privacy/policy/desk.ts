import * as z from 'zod'
import { markup, type Page } from '../../../pages/index.ts'
import type { Deed } from '../../deeds/deed.ts'
import { deedForms } from '../../deeds/deed-form.ts'
import { factsOf, type Desk, type Shown } from '../../deeds/desk.ts'
import { say } from '../../deeds/fields.ts'
import { adminPage } from '../../shell/frame.ts'
import { facts, time } from '../../shell/table.ts'
import { shellWords } from '../../shell/words.ts'

const path = '/admin/privacy/policy'
const words = {
  lead: say(
    'Which version of the privacy policy is carried out, which one is coming, and what it waits for.',
    'Hvilken utgave av personvernerklæringen som gjelder, hvilken som kommer, og hva den venter på.',
    'Vilken version av integritetspolicyn som gäller, vilken som kommer, och vad den väntar på.',
  ),
  inForce: say('In force', 'Gjelder nå', 'Gäller nu'),
  version: say('Version', 'Utgave', 'Version'),
  since: say('Since', 'Siden', 'Sedan'),
  hash: say('Fingerprint', 'Fingeravtrykk', 'Fingeravtryck'),
  coming: say('Coming', 'På vei', 'På väg'),
  announced: say('Announced', 'Varslet', 'Meddelad'),
  told: say('People told', 'Mennesker som har fått beskjed', 'Människor som fått veta'),
  unreached: say('Not reached', 'Ikke nådd', 'Inte nådda'),
  effective: say('Takes effect', 'Trer i kraft', 'Träder i kraft'),
  waits: say('Waits for', 'Venter på', 'Väntar på'),
  changes: say('What changes', 'Hva som endres', 'Vad som ändras'),
  nothing: say(
    'Nothing is coming. A new version begins with the policy’s file on the server: change it, look at the difference here, then announce it.',
    'Ingenting er på vei. En ny utgave begynner med erklæringens fil på serveren: endre den, se på forskjellen her, og varsle den så.',
    'Inget är på väg. En ny version börjar med policyns fil på servern: ändra den, titta på skillnaden här och meddela den sedan.',
  ),
  versions: say(
    'All versions, and what changed between them',
    'Alle utgaver, og hva som er endret mellom dem',
    'Alla versioner, och vad som ändrats mellan dem',
  ),
} as const

const Status = z.object({
  inForce: z.object({ version: z.number(), hash: z.string(), since: z.string().nullable() }).nullable(),
  coming: z
    .object({
      version: z.number(),
      hash: z.string(),
      announced: z.string().nullable(),
      told: z.number().nullable(),
      unreached: z.number().nullable(),
      effective: z.string(),
      waitsFor: z.string(),
      changes: z.string(),
    })
    .nullable(),
})
type Status = z.infer<typeof Status>

const announce: Deed = {
  command: 'policy.announce',
  act: 'policy.published',
  title: say('Announce what the file says now', 'Varsle det filen sier nå', 'Meddela det filen säger nu'),
  hint: say(
    'Everybody whom a material change is about is told before it counts. What is in force stays so until then.',
    'Alle som en vesentlig endring angår, får beskjed før den gjelder. Det som gjelder nå, gjelder til da.',
    'Alla som en väsentlig ändring rör får veta innan den gäller. Det som gäller nu gäller tills dess.',
  ),
  fields: [],
  submit: say('Announce it', 'Varsle den', 'Meddela den'),
}

/** Versions of the policy: in force, coming, and announcing one. */
export const policyDesk: Desk<Status> = {
  path,
  kind: 'policy',
  deeds: { announce },
  load: (parts) => factsOf(parts, ['policy.status', {}], Status),
  page: policyPage,
}

function policyPage({ inForce, coming }: Status, shown: Shown): Page {
  const { language, timeZone, done, refused, sent } = shown
  const title = shellWords.policy[language]
  const frame = { language, here: 'policy', title, lead: words.lead[language], done, refused } as const
  return adminPage({ ...frame, status: refused === null ? 200 : 422 }, [
    markup`<h2>${words.inForce[language]}</h2>`,
    facts([
      [words.version[language], inForce?.version ?? '–'],
      [words.since[language], time(inForce?.since ?? null, language, timeZone)],
      [words.hash[language], markup`<code>${(inForce?.hash ?? '').slice(0, 16)}</code>`],
    ]),
    markup`<p class="links"><a href="/privacy/versions?lang=${language}">${words.versions[language]}</a></p>`,
    markup`<h2>${words.coming[language]}</h2>`,
    coming === null
      ? markup`<p class="empty">${words.nothing[language]}</p>`
      : facts([
          [
            words.version[language],
            markup`<a href="/privacy/versions/${coming.version}/changes?lang=${language}">${coming.version}</a>`,
          ],
          [words.announced[language], time(coming.announced, language, timeZone)],
          [words.told[language], coming.told ?? '–'],
          [words.unreached[language], coming.unreached ?? '–'],
          [words.effective[language], time(coming.effective, language, timeZone)],
          [words.waits[language], coming.waitsFor],
          [words.changes[language], markup`<p class="written">${coming.changes}</p>`],
        ]),
    markup`<h2>${shellWords.deeds[language]}</h2>`,
    ...deedForms({ announce }, { action: path, language, sent }),
  ])
}

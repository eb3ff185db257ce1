import { readSource } from '@samtale/policy'
import * as z from 'zod'

const line = z.string().trim().min(1).max(200)

/** Who runs the mail server of an installation for its operator: a processor (GDPR art. 28). */
export const MailProvider = z.strictObject({
  name: line,
  country: z.string().regex(/^[A-Z]{2}$/, 'Expected two capital letters (ISO 3166-1), such as NO'),
  /** The host of `SAMTALE_SMTP_URL`. */
  host: z.hostname().max(253),
  /** The data processing agreement: where it can be read, or what it is called. */
  agreement: line,
})

export type MailProvider = z.output<typeof MailProvider>

const Profile = z.looseObject({
  recipients: z.record(z.string(), z.unknown()).optional(),
  processings: z.record(
    z.string(),
    z.looseObject({ categories: z.array(z.string()), recipients: z.union([z.literal('nobody'), z.array(z.string())]) }),
  ),
})

const key = 'mail-provider'
const category = 'mail.address'

/** A profile whose mail is handed to a provider: named among the recipients, of whatever sends mail. In JSON, which is YAML. */
export function withMailProvider(profile: string, { name, country, host, agreement }: MailProvider): string {
  const source = readSource(profile)
  const said = Profile.parse(Array.isArray(source) ? null : source.value)
  const provider = {
    kind: 'processor',
    title: { en: 'Mail provider', nb: 'E-postleverandør', sv: 'E-postleverantör' },
    description: {
      en: 'Delivers our mail, and sees the address and the text of each.',
      nb: 'Leverer e-posten vår, og ser adressen og teksten i hver.',
      sv: 'Levererar våra mejl, och ser adressen och texten i vart och ett.',
    },
    legalName: name,
    country,
    agreement,
    receives: [category],
    hosts: [host],
    requests: 'mail',
  }
  const processings = Object.entries(said.processings).map(([processingKey, processing]) => {
    if (!processing.categories.includes(category)) return [processingKey, processing]
    const others = processing.recipients === 'nobody' ? [] : processing.recipients
    return [processingKey, { ...processing, recipients: [...others, key] }]
  })
  return JSON.stringify({
    ...said,
    recipients: { ...said.recipients, [key]: provider },
    processings: Object.fromEntries(processings),
  })
}

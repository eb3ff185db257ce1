import * as z from 'zod'
import { claimKinds, type Claim } from '../claim.ts'
import type { Authority, Controller } from '../controller.ts'
import { mediaWays, type MediaPath } from '../media.ts'
import type { Listing } from '../listing.ts'
import {
  addressForms,
  type DocumentDeclaration,
  type MailDeclaration,
  type Notices,
  type Review,
  type Signals,
} from '../notices.ts'
import type { Recipient, Transfer } from '../recipient.ts'
import type { Statement } from '../statement.ts'
import type { Language, NonEmpty } from '../text.ts'
import { country, day, duration, filled, hostName, line, textIn } from './values.ts'

/** Schemas of who answers, who gets data, how people are told and what is claimed. */
export function promiseSchemas(languages: NonEmpty<Language>) {
  const text = textIn(languages)
  return {
    controller: controller(text) satisfies z.ZodType<Controller>,
    recipients: recipient(text) satisfies z.ZodType<Recipient>,
    transfers: z.strictObject({
      recipient: line,
      to: country,
      tool: z.enum(['A45-3', 'A46-2-b', 'A46-2-c', 'A49-1-a']),
      document: line,
      assessment: line.optional(),
      measures: z.array(text).optional(),
    }) satisfies z.ZodType<Transfer>,
    claims: z.strictObject({
      kind: z.enum(claimKinds),
      says: text,
      about: z.array(line).optional(),
      people: z.int().min(1).optional(),
    }) satisfies z.ZodType<Claim>,
    mails: z.strictObject({
      title: text,
      purpose: line,
      kind: z.enum(['service', 'marketing']),
      consent: line.optional(),
      tracked: z.boolean().optional(),
      trackingConsent: line.optional(),
    }) satisfies z.ZodType<MailDeclaration>,
    media: mediaPath(text) satisfies z.ZodType<MediaPath>,
    documents: z.strictObject({
      title: text,
      kind: z.enum(['terms', 'acceptable-use', 'service-level', 'processing-agreement']),
      text,
    }) satisfies z.ZodType<DocumentDeclaration>,
    reviews: z.strictObject({ title: text, last: day.optional(), every: duration }) satisfies z.ZodType<Review>,
    authorities: z.strictObject({
      name: line,
      country,
      url: z.url(),
      lead: z.boolean().optional(),
    }) satisfies z.ZodType<Authority>,
    lists: z.strictObject({ title: text, items: filled(text) }) satisfies z.ZodType<Listing>,
    addresses: z.enum(addressForms),
    notices: notices() satisfies z.ZodType<Notices>,
    signals: z.strictObject({
      gpc: z.enum(['honour', 'ignore']),
      dnt: z.enum(['honour', 'ignore']),
    }) satisfies z.ZodType<Signals>,
    statements: z.strictObject({
      row: z.string().regex(/^[A-Z]\d{2}$/, 'Expected the number of a row, such as D11.'),
      says: text,
      by: filled(line),
    }) satisfies z.ZodType<Statement>,
    regions: filled(place),
    texts: text,
  }
}

const place = z.union([z.literal('EEA'), country])

type TextSchema = ReturnType<typeof textIn>

function controller(text: TextSchema) {
  return z.strictObject({
    name: line,
    address: line,
    country,
    organisationNumber: line.optional(),
    email: z.email(),
    phone: line.optional(),
    privacyContact: z.email(),
    officer: z.strictObject({ name: line, email: z.email() }).optional(),
    group: z.array(z.strictObject({ name: line, country })).optional(),
    more: z.array(z.strictObject({ title: text, to: line })).optional(),
  })
}

function recipient(text: TextSchema) {
  return z.strictObject({
    kind: z.enum(['participant', 'processor', 'third-party', 'group', 'authority', 'acquirer']),
    title: text,
    description: text,
    legalName: line.optional(),
    byCategory: z.boolean().optional(),
    country: place.optional(),
    receives: z.array(line).optional(),
    hosts: z.array(hostName).optional(),
    browser: z
      .strictObject({
        directives: filled(z.enum(['script-src', 'img-src', 'connect-src', 'frame-src', 'style-src', 'font-src'])),
        hosts: filled(hostName),
        script: z.url({ protocol: /^https$/ }).optional(),
        image: z.url({ protocol: /^https$/ }).optional(),
        consent: line.optional(),
        onClick: z.boolean().optional(),
      })
      .optional(),
    policyUrl: z.url().optional(),
    agreement: line.optional(),
    subProcessors: z.array(line).optional(),
    requests: z.enum(['mail', 'api', 'none']).optional(),
  })
}

function mediaPath(text: TextSchema) {
  return z.strictObject({
    way: z.enum(mediaWays),
    fewest: z.int().min(1).optional(),
    most: z.int().min(1).optional(),
    when: text,
  })
}

function notices() {
  return z.strictObject({
    policyChange: z.strictObject({ ahead: duration, ways: filled(z.enum(['mail', 'site'])) }),
    requests: z.strictObject({ answer: duration, extension: duration }),
    breach: z.strictObject({ authority: duration }),
    transferOfBusiness: z.strictObject({ ahead: duration, deleteFirst: z.boolean() }).optional(),
  })
}

import * as z from 'zod'
import { identifiabilities, subjectKinds, type DataCategory } from '../category.ts'
import { waysOfAsking, type ConsentPurpose } from '../consent.ts'
import type { Law } from '../law.ts'
import type { LegalBasis } from '../legal-basis.ts'
import type { Processing } from '../processing.ts'
import type { Purpose } from '../purpose.ts'
import type { RetentionEvent, RetentionRule } from '../retention.ts'
import { storageClasses, type StorageKey } from '../storage-key.ts'
import type { Language, NonEmpty } from '../text.ts'
import { country, duration, filled, line, refusal, textIn } from './values.ts'

/** Schemas of what is kept and why, for a profile in these languages. */
export function dataSchemas(languages: NonEmpty<Language>) {
  const text = textIn(languages)
  const retention = retentionRule(text)
  return {
    categories: category(text) satisfies z.ZodType<DataCategory>,
    purposes: z.strictObject({
      fides: line,
      dpv: z.templateLiteral(['dpv:', z.string().min(1)]),
      title: text,
      role: z.enum(['controller', 'processor']).optional(),
      automatedDecision: z.strictObject({ logic: text, consequence: text }).optional(),
    }) satisfies z.ZodType<Purpose>,
    events: z.strictObject({ clause: text }) satisfies z.ZodType<RetentionEvent>,
    laws: z.strictObject({
      title: text,
      country,
      url: z.url().optional(),
      minimum: z.strictObject({ keep: duration, from: line }).optional(),
    }) satisfies z.ZodType<Law>,
    consents: z.strictObject({
      title: text,
      text,
      asked: z.enum(waysOfAsking),
      validFor: duration,
      withdrawalEnds: z.enum(['only-this', 'service']).optional(),
      explicit: z.boolean().optional(),
    }) satisfies z.ZodType<ConsentPurpose>,
    processings: z.strictObject({
      title: text,
      purpose: line,
      categories: filled(line),
      basis: legalBasis(text),
      retention,
      recipients: z.union([z.literal('nobody'), z.array(line)]).transform(nobodyOrSome),
      description: text.optional(),
      risks: z
        .array(
          z.enum(['location', 'children', 'monitoring', 'sensitive', 'large-scale', 'profiling', 'new-technology']),
        )
        .optional(),
      assessment: line.optional(),
    }) satisfies z.ZodType<Processing>,
    storage: storageKey(text) satisfies z.ZodType<StorageKey>,
  }
}

type TextSchema = ReturnType<typeof textIn>

function nobodyOrSome(given: 'nobody' | string[], context: z.RefinementCtx): NonEmpty<string> | 'nobody' {
  if (given === 'nobody') return given
  const [first, ...rest] = given
  if (first !== undefined) return [first, ...rest]
  context.issues.push(refusal('section.empty', 'The list is empty; nobody is written as nobody.', given))
  return z.NEVER
}

function category(text: TextSchema) {
  return z.strictObject({
    fides: z.templateLiteral(['user.', z.string().min(1)]),
    dpv: z.templateLiteral(['pd:', z.string().min(1)]),
    title: text,
    description: text,
    subjects: filled(z.enum(subjectKinds)),
    source: z.enum(['subject', 'observed', 'derived', 'third-party']),
    sourceName: text.optional(),
    provision: z.strictObject({
      kind: z.enum(['statutory', 'contractual', 'prerequisite', 'voluntary']),
      consequence: text,
    }),
    identifies: z.enum(identifiabilities).optional(),
    atLeastPeople: z.int().min(2).optional(),
    special: z.enum(['art-9', 'art-10']).optional(),
    storedIn: z.array(country).optional(),
  })
}

function legalBasis(text: TextSchema) {
  return z.discriminatedUnion('article', [
    z.strictObject({ article: z.literal('6-1-a'), consent: line }),
    z.strictObject({ article: z.literal('6-1-b'), contract: text, step: z.enum(['enter', 'perform']) }),
    z.strictObject({ article: z.literal('6-1-c'), law: line }),
    z.strictObject({ article: z.literal('6-1-d'), interest: text }),
    z.strictObject({ article: z.literal('6-1-e'), law: line }),
    z.strictObject({
      article: z.literal('6-1-f'),
      interest: text,
      balance: text,
      objection: text,
      softOptIn: z.boolean().optional(),
    }),
  ]) satisfies z.ZodType<LegalBasis>
}

function retentionRule(text: TextSchema) {
  return z.strictObject({
    keep: duration,
    from: line,
    cap: z.strictObject({ atMost: duration, after: line }),
    minimum: line.optional(),
    deadline: z
      .strictObject({
        count: z.int().min(0).max(366),
        unit: z.enum(['hour', 'day', 'working-day']),
        calendar: z.enum(['NO', 'SE']).optional(),
      })
      .optional(),
    then: z.enum(['delete', 'anonymise']).optional(),
    notice: z.strictObject({ before: duration, mail: line }).optional(),
    criteria: text.optional(),
    held: z.enum(['memory', 'database', 'device', 'elsewhere']),
  }) satisfies z.ZodType<RetentionRule>
}

function storageKey(text: TextSchema) {
  const entry = {
    holds: line,
    purpose: line,
    description: text,
    class: z.enum(storageClasses).optional(),
    consent: line.optional(),
    party: line.optional(),
    uniqueId: z.boolean().optional(),
  }
  return z.discriminatedUnion('store', [
    z.strictObject({ ...entry, store: z.literal('cookie'), lifetime: z.union([duration, z.literal('session')]) }),
    z.strictObject({ ...entry, store: z.literal('session'), lifetime: z.literal('session') }),
    z.strictObject({
      ...entry,
      store: z.enum(['local', 'indexeddb']),
      lifetime: z.union([duration, z.literal('until-cleared')]),
    }),
  ])
}

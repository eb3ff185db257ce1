import type { Owner } from '../db/owned-database.ts'

/** Id of what somebody has; kinds are told apart by a letter of the hexadecimal digits. */
export function idOf(kind: 'a' | 'b' | 'c' | 'd', person: number): string {
  return `${person.toString(16).padStart(8, '0')}-0000-7000-8000-00000000000${kind}`
}

const sqlId = (kind: 'a' | 'b' | 'c' | 'd') => `lpad(to_hex(i), 8, '0') || '-0000-7000-8000-00000000000${kind}'`

/**
 * Fills a database with people: each has a conversation of four messages, a subscription with the record of its yes, and a
 * mail that was sent. What is sealed is as long as a sealed value is, and opens for nobody.
 */
export async function fillWithPeople(owner: Owner, people: number): Promise<void> {
  const from = `from generate_series(1, ${people}) i`
  const [subject, ticket, entry, yes] = [sqlId('a'), sqlId('b'), sqlId('c'), sqlId('d')]
  const sealed = `'s1.' || repeat(md5(i::text), 4)`
  const index = (salt: string) => `'i1.' || md5('${salt}' || i)`
  const record = (id: string, kind: string) =>
    `insert into record (id, kind, subject_id, next_check_at, created_at) select ${id}, '${kind}', ${subject}, now() + interval '1 year', now() ${from}`
  const statements = [
    `insert into subject (id) select ${subject} ${from}`,
    `insert into subject_address (address_index, subject_id) select ${index('subject')}, ${subject} ${from}`,
    record(ticket, 'ticket'),
    record(entry, 'newsletter'),
    record(yes, 'consent'),
    `insert into ticket (record_id, number, state, language, created_at)
      select ${ticket}, upper(translate(substr(md5(i::text), 1, 5), 'iloul', '00000')) || '-' || lpad(upper(to_hex(i)), 5, '0'), 'open', 'nb', now() ${from}`,
    `insert into ticket_contact (record_id, address, address_index) select ${ticket}, ${sealed}, ${index('ticket')} ${from}`,
    `insert into ticket_message (id, record_id, direction, body, sent_at)
      select gen_random_uuid(), ${ticket}, 'in', ${sealed}, now() ${from}, generate_series(1, 4)`,
    `insert into record_event (record_id, event, at) select ${ticket}, 'last-message', now() ${from}`,
    `insert into newsletter_entry (record_id, address, address_index, language, asked_at, confirmed_at, consent_id)
      select ${entry}, ${sealed}, ${index('newsletter')}, 'nb', now(), now(), ${yes} ${from}`,
    `insert into record_consent (record_id, consent, at, given) select ${entry}, 'newsletter', now(), true ${from}`,
    `insert into record_consent (record_id, consent, at, given) select ${yes}, 'newsletter', now(), true ${from}`,
    `insert into consent_answer (id, record_id, question, state, answered_at, method, language, text_hash, scope_hash, policy_version)
      select 'answer-' || i, ${yes}, 'newsletter', 'ConsentGiven', now(), 'double-opt-in', 'nb', 'x', 'x', 1 ${from}`,
    `insert into mail (id, record_id, kind, occasion, queued_at, sent_at)
      select gen_random_uuid(), ${ticket}, 'contact.received', gen_random_uuid(), now(), now() ${from}`,
    'analyze',
  ]
  for (const statement of statements) await owner(statement)
}

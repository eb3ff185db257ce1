import { newId } from '../../src/platform/ids.ts'
import type { Message } from '../../src/platform/mail/message.ts'

/** For tests: a message that answers nothing and is on no list, but for what is given. */
export function sampleMessage(given: Partial<Message> = {}): Message {
  return {
    id: newId(),
    from: { name: 'Skolen på Åsen', address: 'post@skole.example' },
    to: 'kari@hjem.example',
    subject: 'Møtet på fredag',
    date: new Date('2026-06-01T09:00:00.123Z'),
    language: 'nb',
    text: 'Vi sees på fredag.\n',
    html: '<!doctype html>\n<html lang="nb"><body><p>Vi sees på fredag.</p></body></html>\n',
    replyTo: null,
    thread: [],
    unsubscribe: null,
    list: null,
    autoSubmitted: 'no',
    ...given,
  }
}

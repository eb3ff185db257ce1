import { finding, type Finding } from '../finding.ts'

export interface RelayFacts {
  ways: readonly {
    url: string
    transport: 'udp' | 'tcp' | 'tls'
    reply: 'lets-in' | 'refuses' | 'silent' | 'certificate'
  }[]
}

/** Whether people who reach nobody otherwise get through: by the relays, else by the media router's TCP port. */
export function checkRelay(facts: RelayFacts | null): Finding[] {
  if (facts === null)
    return [finding('relay.none', 'The media router’s TCP port is the only way where networks let no UDP through')]
  const named = (reply: RelayFacts['ways'][number]['reply']) =>
    facts.ways.filter((way) => way.reply === reply).map(({ url }) => url)
  const wrong = (
    [
      ['silent', 'relay.silent', 'No answer'],
      ['certificate', 'relay.certificate', 'Browsers would not believe it'],
      ['refuses', 'relay.refuses', 'Refused'],
    ] as const
  ).flatMap(([reply, code, words]) => {
    const urls = named(reply)
    return urls.length === 0 ? [] : [finding(code, `${words}: ${urls.join(', ')}`)]
  })
  if (wrong.length > 0) return wrong
  const tls = facts.ways.some(({ transport }) => transport === 'tls')
  const all = facts.ways.map(({ url }) => url).join(', ')
  return [tls ? finding('relay.ok', all) : finding('relay.no-tls', all)]
}

import { createHash, createVerify, type KeyObject } from 'node:crypto'

/** For tests: checks the first DKIM signature of a message (RFC 6376 §3.4, relaxed/relaxed, rsa-sha256). */
export function verifyDkim(raw: string, key: KeyObject) {
  const end = raw.indexOf('\r\n\r\n')
  const fields = raw.slice(0, end).split(/\r\n(?![ \t])/)
  const body = raw.slice(end + 4)
  const signature = fields.find((field) => /^dkim-signature:/i.test(field)) ?? ''
  const tags = new Map(
    signature
      .slice(signature.indexOf(':') + 1)
      .replace(/\s+/g, '')
      .split(';')
      .map((tag) => [tag.slice(0, tag.indexOf('=')), tag.slice(tag.indexOf('=') + 1)]),
  )
  const signed = (tags.get('h') ?? '').split(':')
  const chosen = signed.map((name) => fields.find((field) => field.toLowerCase().startsWith(`${name}:`)) ?? '')
  const own = relaxedField(signature).replace(/b=[^;]*$/, 'b=')
  const verifier = createVerify('RSA-SHA256').update([...chosen.map(relaxedField), own].join('\r\n'))
  const bodyHash = createHash('sha256').update(relaxedBody(body)).digest('base64')
  const valid = bodyHash === tags.get('bh') && verifier.verify(key, tags.get('b') ?? '', 'base64')
  return { domain: tags.get('d'), selector: tags.get('s'), signed, valid }
}

function relaxedField(field: string): string {
  const colon = field.indexOf(':')
  const value = field
    .slice(colon + 1)
    .replace(/\r\n/g, '')
    .replace(/[ \t]+/g, ' ')
  return `${field.slice(0, colon).toLowerCase().trim()}:${value.trim()}`
}

function relaxedBody(body: string): string {
  const lines = body.split('\r\n').map((line) => line.replace(/[ \t]+/g, ' ').replace(/ $/, ''))
  return `${lines.join('\r\n').replace(/(\r\n)+$/, '')}\r\n`
}

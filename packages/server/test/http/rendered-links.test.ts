import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { compileProfile, languages, renderHtml, renderPolicyPage } from '@samtale/policy'
import { expect, test } from 'vitest'

const folder = path.resolve(import.meta.dirname, '../../../../profiles')
const publication = { number: 1, hash: 'a'.repeat(43), effectiveAt: new Date('2026-11-22T12:00:00Z') }

/** The policy pages of all profiles, in every language. */
const pages = readdirSync(folder).flatMap((file) => {
  const { policy } = compileProfile(readFileSync(path.join(folder, file), 'utf8'))
  if (policy === null) return []
  return languages.map((language) => ({
    page: `${file} in ${language}`,
    html: renderHtml(renderPolicyPage(policy, language, publication)),
  }))
})

test.each(pages)('$page: whoever leaves by a link sees where to, and is not followed', ({ html }) => {
  const leaving = [...html.matchAll(/<a ([^>]*href="(https?:)?\/\/[^>]*)>([^<]*)<\/a>((?: <small>[^<]*<\/small>)?)/g)]
  for (const [link, attributes = '', , text = '', note = ''] of leaving) {
    const host = /href="(?:https?:)?\/\/([^/"]+)/.exec(attributes)?.[1] ?? ''
    expect(attributes, link).toMatch(/rel="external (noopener )?noreferrer"/)
    expect(text + note, link).toContain(host)
  }
  expect(html.match(/href="(https?:)?\/\//g) ?? []).toHaveLength(leaving.length)
})

test.each(pages)('$page: it loads nothing, from nobody', ({ html }) => {
  expect(html).not.toMatch(/<(script|img|iframe|link|style|object|embed|video|audio|source|form|base|meta)\b/i)
  expect(html).not.toMatch(/\s(src|srcset|style|on\w+)=/i)
})

test('some of them have links that leave', () => {
  expect(pages.some(({ html }) => html.includes('rel="external'))).toBe(true)
})

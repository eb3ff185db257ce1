import { expect, test } from 'vitest'
import { renderTextDocument, textHtml } from './text-html.ts'

test('headings, lists, paragraphs and links, and nothing that runs', () => {
  expect(textHtml('## What you get\n\nVideo calls,\nfree.\n\n- One\n  and more\n- Two\n')).toBe(
    '<h2>What you get</h2>\n<p>Video calls, free.</p>\n<ul><li>One and more</li><li>Two</li></ul>',
  )
  expect(textHtml('Read [ours](/privacy) & [theirs](https://eksempel.example/a?b=1&c).')).toBe(
    '<p>Read <a href="/privacy">ours</a> &amp; ' +
      '<a href="https://eksempel.example/a?b=1&amp;c" rel="external noreferrer">theirs</a>.</p>',
  )
  for (const bad of [
    '[x](javascript:alert(1))',
    '[x](//evil.example)',
    '<b>x</b>',
    '[x](data:text/html,x)',
    '![x](http://a.example/x)',
  ])
    expect(textHtml(bad)).not.toMatch(/<a|<b>|<img/)
})

test('row A02: a document has its title and version above its text', () => {
  const html = renderTextDocument({ language: 'nb', title: 'Vilkår', version: 'Versjon 2' }, 'Tekst.')
  expect(html).toContain('<article class="policy" lang="nb">')
  expect(html).toContain('<h1 id="title">Vilkår</h1><p class="version">Versjon 2</p>')
})

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { controlPairs, stageControlPairs, stageTextPairs, textPairs, type Ground } from './colour-pairs.ts'
import { contrast, over, parseColour, type Colour } from './contrast.ts'

const root = join(import.meta.dirname, '..')
const tokens = readFileSync(join(root, 'ui/tokens.css'), 'utf8')
const themes = ['light', 'dark'] as const

/** A colour token's value in a theme, as `tokens.css` has it. */
function token(name: string, theme: (typeof themes)[number]): Colour {
  const [, value] = new RegExp(`--${name}: ([^;]+);`).exec(tokens) ?? []
  if (value === undefined) throw new Error(`No token --${name}`)
  const [, light, dark] = /^light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)$/.exec(value) ?? []
  return parseColour((theme === 'light' ? light : dark) ?? value)
}

function groundIn(ground: Ground, theme: (typeof themes)[number]): Colour {
  if (typeof ground === 'string') return token(ground, theme)
  return over(token(ground.see, theme), parseColour(ground.through))
}

for (const theme of themes) {
  test.each(textPairs)(`${theme}: text %s on %j`, (text, ground) => {
    expect(contrast(token(text, theme), groundIn(ground, theme))).toBeGreaterThanOrEqual(4.5)
  })
  test.each(controlPairs)(`${theme}: control %s on %j`, (control, ground) => {
    expect(contrast(token(control, theme), groundIn(ground, theme))).toBeGreaterThanOrEqual(3)
  })
}

test.each(stageTextPairs)('stage: text %s on %j', (text, ground) => {
  expect(contrast(token(text, 'dark'), groundIn(ground, 'dark'))).toBeGreaterThanOrEqual(4.5)
})

test.each(stageControlPairs)('stage: control %s on %j', (control, ground) => {
  expect(contrast(token(control, 'dark'), groundIn(ground, 'dark'))).toBeGreaterThanOrEqual(3)
})

const styleSheets = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.css') && !file.endsWith('tokens.css'))
  .map((file) => [file, readFileSync(join(root, file), 'utf8')] as const)

test.each(styleSheets)('%s takes colours from tokens only', (_, rules) => {
  const plain = rules.replaceAll(/\/\*.*?\*\//gs, '')
  expect(plain.match(/#[0-9a-f]{3,8}\b|\b(?:rgb|hsl|oklch|lab)a?\(/gi) ?? []).toEqual([])
})

test.each(styleSheets)(
  '%s weighs the same whenever it is loaded: primitives in a layer, features above it',
  (file, rules) => {
    const layers = [...rules.matchAll(/@layer [^{;]*/g)].map(([layer]) => layer.trim())
    expect(layers).toEqual(file.startsWith('ui') ? ['@layer ui'] : [])
  },
)

test.each(styleSheets)('%s names tokens that there are', (_, rules) => {
  const used = [...rules.matchAll(/var\(--([\w-]+)/g)].map(([, name]) => name ?? '')
  // Set by react-aria on what opens at a button, and by a room's own look.
  const given = /^(trigger-width|brand-)/
  expect(used.filter((name) => !given.test(name) && !tokens.includes(`--${name}:`))).toEqual([])
})

test('every colour that something is written in stands in a pair', () => {
  const rules = styleSheets.map(([, text]) => text).join('\n')
  expect(rules.length).toBeGreaterThan(10_000)
  const written = [...rules.matchAll(/(?<!-)color: var\(--([\w-]+)\)/g)].map(([, name]) => name ?? '')
  const paired = new Set<string>([...textPairs, ...stageTextPairs].map(([text]) => text))
  // A room's own colours: the server takes only those that can be read on each other.
  const ours = written.filter((name) => !name.startsWith('brand-'))
  expect(new Set(ours.filter((name) => !paired.has(name)))).toEqual(new Set(['on-attention', 'on-control-off']))
})

/** A colour as red, green, blue in 0 to 255, and opacity in 0 to 1. */
export type Colour = readonly [red: number, green: number, blue: number, opacity: number]

/** Reads `#rrggbb` or `rgb(r g b / a)`. @throws Error for anything else. */
export function parseColour(text: string): Colour {
  const hex = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(text)
  if (hex !== null) return [part(hex[1], 16), part(hex[2], 16), part(hex[3], 16), 1]
  const rgb = /^rgb\((\d+) (\d+) (\d+) \/ ([\d.]+)\)$/.exec(text)
  if (rgb !== null) return [part(rgb[1]), part(rgb[2]), part(rgb[3]), Number(rgb[4])]
  throw new Error(`Not a colour: ${text}`)
}

function part(text: string | undefined, radix = 10): number {
  return Number.parseInt(text ?? '', radix)
}

/** What is seen where a colour lies over an opaque one. */
export function over(upper: Colour, lower: Colour): Colour {
  const mix = (index: 0 | 1 | 2) => upper[index] * upper[3] + lower[index] * (1 - upper[3])
  return [mix(0), mix(1), mix(2), 1]
}

/** Contrast ratio of two opaque colours, 1 to 21 (WCAG 2.2, "contrast ratio"). */
export function contrast(one: Colour, other: Colour): number {
  const [high, low] = [luminance(one), luminance(other)].toSorted((a, b) => b - a)
  return ((high ?? 0) + 0.05) / ((low ?? 0) + 0.05)
}

/** Relative luminance (WCAG 2.2). */
function luminance([red, green, blue]: Colour): number {
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
}

function linear(channel: number): number {
  const value = channel / 255
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
}

/** Relative luminance of a colour such as `#0f5c68`, from 0 to 1 (WCAG 2.2). */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = channels(colour).map((channel) => {
    const part = channel / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/** Contrast ratio of two colours, from 1 to 21 (WCAG 2.2). */
export function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a)
  return (light + 0.05) / (dark + 0.05)
}

/** For text (WCAG 2.2, 1.4.3 AA). */
export const leastForText = 4.5

const [paper, ink] = ['#ffffff', '#000000']

/** The colour of text on a ground: white, or black where that is read better. One of them is always enough. */
export function textOn(ground: string): string {
  return contrast(ground, paper) >= leastForText ? paper : ink
}

/** The colour nearest to an accent, darker or lighter, that can be told from a ground. */
export function nearestReadable(accent: string, ground: string): string {
  const toward = textOn(ground)
  for (let percent = 0; percent <= 100; percent += 2) {
    const tried = mixed(accent, toward, percent / 100)
    if (contrast(tried, ground) >= leastForText) return tried
  }
  return toward
}

function mixed(one: string, other: string, share: number): string {
  const others = channels(other)
  const parts = channels(one).map((channel, at) => Math.round(channel + ((others[at] ?? 0) - channel) * share))
  return `#${parts.map((part) => part.toString(16).padStart(2, '0')).join('')}`
}

function channels(colour: string): number[] {
  return [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16))
}

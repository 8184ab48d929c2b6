const widestPixels = 220
const padding = 18

/** Wide enough for what the first rows hold, so that a date, a village or a number is not cut. */
export function columnWidth(texts: readonly string[]): number {
  const widest = Math.max(...texts.map(textWidth), 0)
  return Math.min(widest + padding, widestPixels)
}

/** About as wide as 14 pixel letters are: a Chinese one is square, a digit little over half of it. */
function textWidth(text: string): number {
  let pixels = 0
  for (const letter of text) pixels += letter.charCodeAt(0) > 0xff ? 14 : 8.5
  return Math.ceil(pixels)
}

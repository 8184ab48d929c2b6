import { scaleToFit } from './fill-pages.ts'

const leastScale = 0.72
const fontSizePt = 10.5

/** A cell of one line, a little smaller where that suffices; a much longer text takes two small lines. */
export function FittedCell({ text, widthMm }: { readonly text: string; readonly widthMm: number }) {
  const scale = scaleToFit(text, widthMm, fontSizePt)
  if (scale < leastScale) return <td className="two-lines">{text}</td>
  return <td style={scale < 1 ? { fontSize: `${(fontSizePt * scale).toFixed(1)}pt` } : undefined}>{text}</td>
}

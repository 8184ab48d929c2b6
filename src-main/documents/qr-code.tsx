import { create } from 'qrcode'

/** 二维码 as vector squares inside the document, with the quiet border the standard asks for. */
export function QrCode({ text }: { readonly text: string }) {
  const { modules } = create(text, { errorCorrectionLevel: 'M' })
  const side = modules.size + 2 * quietModules
  return (
    <svg className="qr" viewBox={`0 0 ${side} ${side}`} shapeRendering="crispEdges">
      <rect width={side} height={side} fill="#fff" />
      <path d={darkSquares(modules.size, (row, column) => modules.get(row, column) === 1)} fill="#000" />
    </svg>
  )
}

const quietModules = 4

/** One rectangle for every run of dark squares in a row: a paper of a hundred sheets prints twice as fast. */
function darkSquares(size: number, isDark: (row: number, column: number) => boolean): string {
  const steps: string[] = []
  for (let row = 0; row < size; row += 1)
    for (let column = 0; column < size; column += 1) {
      const begins = column
      while (column < size && isDark(row, column)) column += 1
      const run = column - begins
      if (run > 0) steps.push(`M${begins + quietModules} ${row + quietModules}h${run}v1h-${run}z`)
    }
  return steps.join('')
}

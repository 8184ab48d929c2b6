/** 行号下移 — from `at` (1-based) on, `by` lines were put in before it. */
export interface LinesAdded {
  readonly at: number
  readonly by: number
}

const reference = /(?<![A-Za-z_.])(\$?[A-Z]{1,3}\$?)(\d{1,7})(?![\d(A-Za-z_])/g

/** Ranges like `A5:H14` and lists of them, wherever they stand. */
export function shiftRanges(text: string, { at, by }: LinesAdded): string {
  return text.replace(reference, (whole, column: string, line: string) =>
    Number(line) >= at ? `${column}${String(Number(line) + by)}` : whole,
  )
}

/** References of a formula to its own sheet; what stands in quotes or names another sheet is left alone. */
export function shiftFormula(formula: string, added: LinesAdded): string {
  const pieces = formula.split(
    /("(?:[^"]|"")*"|(?:'(?:[^']|'')*'|[\w.\u4e00-\u9fff]+)!\$?[A-Z]{1,3}\$?\d+(?::\$?[A-Z]{1,3}\$?\d+)?)/,
  )
  return pieces.map((piece, index) => (index % 2 === 1 ? piece : shiftRanges(piece, added))).join('')
}

/** Names of a workbook that stand for ranges of the sheet, such as what is printed. */
export function shiftNames(workbookXml: string, sheetName: string, added: LinesAdded): string {
  const names = [sheetName, `'${sheetName.replaceAll("'", "''")}'`].map((name) => `${xmlText(name)}!`)
  const shift = (range: string): string => {
    const own = names.find((name) => range.startsWith(name))
    return own === undefined ? range : own + shiftRanges(range.slice(own.length), added)
  }
  return workbookXml.replace(
    /(<(?:\w+:)?definedName\b[^>]*>)([^<]*)/g,
    (_, tag: string, text: string) => tag + text.split(',').map(shift).join(','),
  )
}

function xmlText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

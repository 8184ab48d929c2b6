const delimiters = [',', '|', '\t', ';'] as const
const longestQuoted = 32_767

/** Lines of fields of a delimited text; the delimiter is the one that cuts its first lines most evenly. */
export function parseDelimited(text: string): string[][] {
  const lines: string[][] = []
  const delimiter = findDelimiter(text)
  for (const fields of records(text, delimiter)) lines.push(fields)
  return lines
}

function findDelimiter(text: string): string {
  const scored = delimiters.map((delimiter) => ({ delimiter, score: evenness(text, delimiter) }))
  return scored.reduce((best, each) => (each.score > best.score ? each : best)).delimiter
}

function evenness(text: string, delimiter: string): number {
  const linesByWidth = new Map<number, number>()
  let seen = 0
  for (const fields of records(text, delimiter)) {
    if (fields.length > 1) linesByWidth.set(fields.length, (linesByWidth.get(fields.length) ?? 0) + 1)
    if (++seen === 50) break
  }
  return Math.max(0, ...[...linesByWidth].map(([width, lines]) => (width - 1) * lines))
}

function* records(text: string, delimiter: string): Generator<string[]> {
  let fields: string[] = []
  let at = text.startsWith('\ufeff') ? 1 : 0
  while (at < text.length) {
    const field = fieldAt(text, at, delimiter)
    fields.push(field.text)
    at = field.end + 1
    if (text[field.end] === delimiter && at < text.length) continue
    if (text[field.end] === delimiter) fields.push('')
    if (text[field.end] === '\r' && text[at] === '\n') at++
    yield fields
    fields = []
  }
}

function fieldAt(text: string, start: number, delimiter: string): { text: string; end: number } {
  const quoted = text[start] === '"' ? quotedAt(text, start, delimiter) : undefined
  if (quoted) return { text: withoutFormulaQuotes(quoted.text), end: quoted.end }
  let end = start
  while (end < text.length && text[end] !== delimiter && text[end] !== '\n' && text[end] !== '\r') end++
  return { text: withoutFormulaQuotes(text.slice(start, end)), end }
}

/** undefined when the quote is never closed: then it is a character like others, or it would swallow the file. */
function quotedAt(text: string, start: number, delimiter: string): { text: string; end: number } | undefined {
  let at = start + 1
  while (at < text.length && at - start <= longestQuoted) {
    if (text[at] !== '"') at++
    else if (text[at + 1] === '"') at += 2
    else break
  }
  const next = text[at + 1]
  const isClosed =
    text[at] === '"' && (next === undefined || next === delimiter || next === '\n' || next === '\r')
  return isClosed ? { text: text.slice(start + 1, at).replaceAll('""', '"'), end: at + 1 } : undefined
}

/** ="142…" is how systems keep a spreadsheet from turning an ID number into a number. */
function withoutFormulaQuotes(field: string): string {
  return /^="[^"]*"$/.test(field) ? field.slice(2, -1) : field
}

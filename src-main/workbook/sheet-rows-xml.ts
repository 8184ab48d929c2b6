/** One row of a sheet as it stands in the XML, its cells by their column. */
export interface XmlRow {
  /** Attributes without the number. */
  readonly attributes: string
  readonly cells: Map<number, XmlCell>
}

export interface XmlCell {
  readonly style: string
  /** The cell as it stands, but for its place. */
  readonly rest: string
  readonly content: string
}

/** A sheet's XML in three: what stands before its rows, the rows, and what stands after them. */
export interface SheetXml {
  readonly prefix: string
  readonly before: string
  readonly rows: Map<number, XmlRow>
  readonly after: string
}

export function readSheetXml(xml: string): SheetXml | undefined {
  const found = /<((?:\w+:)?)sheetData(?:\s[^>]*)?(?:\/>|>([\s\S]*?)<\/\1sheetData>)/.exec(xml)
  if (found === null) return undefined
  const [whole, prefix = '', inner = ''] = found
  return {
    prefix,
    before: xml.slice(0, found.index),
    rows: readRows(inner, prefix),
    after: xml.slice(found.index + whole.length),
  }
}

function readRows(inner: string, prefix: string): Map<number, XmlRow> {
  const rows = new Map<number, XmlRow>()
  const row = new RegExp(`<${prefix}row\\b([^>]*?)(?:/>|>([\\s\\S]*?)</${prefix}row>)`, 'g')
  let line = 0
  for (const [, attributes = '', cells = ''] of inner.matchAll(row)) {
    line = Number(/\sr="(\d+)"/.exec(attributes)?.[1] ?? line + 1)
    const kept = attributes.replace(/\s(?:r|spans)="[^"]*"/g, '')
    rows.set(line, { attributes: kept, cells: readCells(cells, prefix) })
  }
  return rows
}

function readCells(inner: string, prefix: string): Map<number, XmlCell> {
  const cells = new Map<number, XmlCell>()
  const cell = new RegExp(`<${prefix}c\\b([^>]*?)(?:/>|>([\\s\\S]*?)</${prefix}c>)`, 'g')
  let column = -1
  for (const [, attributes = '', content = ''] of inner.matchAll(cell)) {
    const place = /\sr="([A-Z]+)\d+"/.exec(attributes)?.[1]
    column = place === undefined ? column + 1 : columnOf(place)
    const style = /\ss="(\d+)"/.exec(attributes)?.[1] ?? ''
    cells.set(column, { style, rest: attributes.replace(/\sr="[^"]*"/, ''), content })
  }
  return cells
}

export function writeSheetXml({ prefix, before, rows, after }: SheetXml): string {
  const written = [...rows]
    .toSorted(([a], [b]) => a - b)
    .map(([line, { attributes, cells }]) => {
      const inner = [...cells]
        .toSorted(([a], [b]) => a - b)
        .map(([column, cell]) => {
          const start = `<${prefix}c r="${columnName(column)}${String(line)}"${cell.rest}`
          return cell.content === '' ? `${start}/>` : `${start}>${cell.content}</${prefix}c>`
        })
      return `<${prefix}row r="${String(line)}"${attributes}>${inner.join('')}</${prefix}row>`
    })
  return `${before}<${prefix}sheetData>${written.join('')}</${prefix}sheetData>${after}`
}

/** 0 is A. */
export function columnName(column: number): string {
  const rest = Math.floor(column / 26)
  return (rest === 0 ? '' : columnName(rest - 1)) + String.fromCharCode(65 + (column % 26))
}

function columnOf(name: string): number {
  return [...name].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
}

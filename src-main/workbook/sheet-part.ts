import { readZipDirectory } from './zip-directory.ts'
import { unpackParts } from './unpack-parts.ts'
import { readLimits } from './read-limits.ts'

/** The XML parts of a workbook that have to do with one of its sheets. */
export interface SheetPart {
  readonly path: string
  readonly xml: string
  readonly workbookPath: string
  readonly workbookXml: string
  /** Which sheet of the workbook it is, from 0. */
  readonly index: number
  /** Parts that name the calculation chain, which is left out: places in it move. */
  readonly chain: ReadonlyMap<string, string | null>
}

/** Undefined where the workbook is not put together the usual way. */
export function findSheetPart(zip: Buffer, fileName: string, sheetName: string): SheetPart | undefined {
  const texts = new Map(
    unpackParts(zip, fileName, readLimits).map(({ name, bytes }) => [name, bytes.toString('utf8')]),
  )
  const workbookPath = [...texts.keys()].find((name) => /(^|\/)workbook\.xml$/i.test(name)) ?? ''
  const workbookXml = texts.get(workbookPath) ?? ''
  const folder = workbookPath.replace(/[^/]*$/, '')
  const relations = texts.get(`${folder}_rels/workbook.xml.rels`) ?? ''
  const sheets = [...workbookXml.matchAll(/<(?:\w+:)?sheet\b[^>]*>/g)].map(([tag]) => tag)
  const index = sheets.findIndex((tag) => plain(attributeOf(tag, 'name')) === sheetName)
  const id = attributeOf(sheets[index] ?? '', 'r:id') || attributeOf(sheets[index] ?? '', 'id')
  const relation = [...relations.matchAll(/<(?:\w+:)?Relationship\b[^>]*>/g)].find(
    ([tag]) => attributeOf(tag, 'Id') === id,
  )?.[0]
  const target = attributeOf(relation ?? '', 'Target')
  const path = target.startsWith('/') ? target.slice(1) : folder + target
  const xml = texts.get(path)
  if (xml === undefined) return undefined
  return { path, xml, workbookPath, workbookXml, index, chain: withoutChain(zip, texts, folder) }
}

/** A spreadsheet program makes the chain again by itself; one that is wrong it calls damage. */
function withoutChain(
  zip: Buffer,
  texts: ReadonlyMap<string, string>,
  folder: string,
): ReadonlyMap<string, string | null> {
  const chain = readZipDirectory(zip).find(({ name }) => /(^|\/)calcChain\.xml$/i.test(name))?.name
  if (chain === undefined) return new Map()
  const changes = new Map<string, string | null>([[chain, null]])
  for (const [path, tag] of [
    [`${folder}_rels/workbook.xml.rels`, /<(?:\w+:)?Relationship\b[^>]*calcChain[^>]*\/>/gi],
    ['[Content_Types].xml', /<(?:\w+:)?Override\b[^>]*calcChain[^>]*\/>/gi],
  ] as const) {
    const text = texts.get(path)
    if (text !== undefined) changes.set(path, text.replace(tag, ''))
  }
  return changes
}

export function attributeOf(tag: string, name: string): string {
  return new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1] ?? ''
}

function plain(text: string): string {
  return text
    .replace(/&#x([\da-f]+);/gi, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)))
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&')
}

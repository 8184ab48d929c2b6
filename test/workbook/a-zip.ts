import { crc32, deflateRawSync } from 'node:zlib'

export interface ZipContent {
  readonly name: string
  readonly bytes: Buffer
  /** What the directory says instead of the truth. */
  readonly declaredBytes?: number
}

/** A zip as small as the format allows, whose directory may lie. */
export function aZip(contents: readonly ZipContent[]): Buffer {
  const bodies: Buffer[] = []
  const directory: Buffer[] = []
  let at = 0
  for (const content of contents) {
    const packed = deflateRawSync(content.bytes, { level: 9 })
    const name = Buffer.from(content.name)
    const shared = memberFields(content, packed.length, name.length)
    const local = Buffer.concat([uint32(0x04034b50), uint16(20), shared, uint16(0), name, packed])
    const place = Buffer.concat([uint16(0), uint16(0), uint16(0), uint16(0), uint32(0), uint32(at)])
    directory.push(Buffer.concat([uint32(0x02014b50), uint16(20), uint16(20), shared, place, name]))
    bodies.push(local)
    at += local.length
  }
  const listed = Buffer.concat(directory)
  const count = uint16(contents.length)
  const end = [uint32(0x06054b50), uint32(0), count, count, uint32(listed.length), uint32(at), uint16(0)]
  return Buffer.concat([...bodies, listed, ...end])
}

/** Flags, method, time, day, checksum, sizes, name length: the same in both places. */
function memberFields(content: ZipContent, packedBytes: number, nameBytes: number): Buffer {
  const sizes = [
    uint32(packedBytes),
    uint32(content.declaredBytes ?? content.bytes.length),
    uint16(nameBytes),
  ]
  return Buffer.concat([uint16(0), uint16(8), uint32(0), uint32(crc32(content.bytes)), ...sizes])
}

/** An .xlsx with these bytes as its only sheet. */
export function anXlsxWithSheet(sheetXml: Buffer, declaredBytes?: number, stylesXml?: string): Buffer {
  const officeType = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
  const mainType = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
  const text = (name: string, xml: string): ZipContent => ({ name, bytes: Buffer.from(xml) })
  return aZip([
    text(
      '[Content_Types].xml',
      `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${mainType}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${mainType}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${mainType}.styles+xml"/></Types>`,
    ),
    text(
      'xl/workbook.xml',
      `<?xml version="1.0"?><workbook xmlns="${main}" xmlns:r="${officeType}"><sheets><sheet name="清册" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    ),
    text(
      'xl/_rels/workbook.xml.rels',
      `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${officeType}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${officeType}/styles" Target="styles.xml"/></Relationships>`,
    ),
    text('xl/styles.xml', stylesXml ?? `<?xml version="1.0"?><styleSheet xmlns="${main}"/>`),
    {
      name: 'xl/worksheets/sheet1.xml',
      bytes: sheetXml,
      ...(declaredBytes === undefined ? {} : { declaredBytes }),
    },
  ])
}

export function sheetXml(rows: string): Buffer {
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
  return Buffer.from(
    `<?xml version="1.0"?><worksheet xmlns="${main}"><sheetData>${rows}</sheetData></worksheet>`,
  )
}

function uint16(value: number): Buffer {
  const bytes = Buffer.alloc(2)
  bytes.writeUInt16LE(value)
  return bytes
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value >>> 0)
  return bytes
}

const run = /(?:&#(?:\d{2,7}|x[\da-f]{2,6});)+/gi
const one = /&#(?:(\d+)|x([\da-f]+));/gi

/**
 * An XML part, its bytes as latin1 characters, with every character above ASCII as itself instead of as a reference. SheetJS cuts references at
 * 16 bits, which silently turns 𠅤 (&#131428;) in a name into Ť.
 */
export function withPlainReferences(xml: string): string {
  if (!xml.includes('&#')) return xml
  // lists say the same words thousands of times
  const known = new Map<string, string>()
  return xml.replace(run, (references) => {
    const bytes = known.get(references) ?? utf8Bytes(references.replace(one, character))
    known.set(references, bytes)
    return bytes
  })
}

/** Halves of a pair, as some writers give them, join once they stand side by side. */
function character(reference: string, decimal: string | undefined, hexadecimal: string | undefined): string {
  const code = decimal === undefined ? parseInt(hexadecimal ?? '', 16) : Number(decimal)
  return code < 0x80 || code > 0x10ffff ? reference : String.fromCodePoint(code)
}

function utf8Bytes(text: string): string {
  return Buffer.from(text.toWellFormed(), 'utf8').toString('latin1')
}

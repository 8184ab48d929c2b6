import iconv from 'iconv-lite'

/** Text of a file in UTF-8, UTF-16 with its mark, or else GB18030; undefined when it is no text at all. */
export function decodeText(bytes: Uint8Array): string | undefined {
  const [first, second] = bytes
  if (first === 0xff && second === 0xfe) return readable(new TextDecoder('utf-16le').decode(bytes))
  if (first === 0xfe && second === 0xff) return readable(iconv.decode(Buffer.from(bytes), 'utf16-be'))
  return utf8(bytes) ?? readable(iconv.decode(Buffer.from(bytes), 'gb18030'))
}

function utf8(bytes: Uint8Array): string | undefined {
  try {
    // as a stream: a copy cut off inside its last character is still UTF-8
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true })
  } catch {
    return undefined
  }
}

function readable(text: string): string | undefined {
  let unreadable = 0
  for (let at = text.indexOf('\ufffd'); at >= 0; at = text.indexOf('\ufffd', at + 1)) unreadable++
  return unreadable * 100 > text.length ? undefined : text
}

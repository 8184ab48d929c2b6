export type FileKind = 'zip' | 'ole' | 'text' | 'web-page' | 'other'

const oleMagic = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]
const webPage =
  /^(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)*<(?:!doctype\s+html|html|head|body|meta|table|script|style|div)\b|^mime-version:/i

/** What a file is by its first bytes. Its name says nothing: systems hand out web pages called .xls. */
export function fileKind(bytes: Uint8Array): FileKind {
  if (bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 3 || bytes[2] === 5)) return 'zip'
  if (oleMagic.every((byte, at) => bytes[at] === byte)) return 'ole'
  const start = startAsText(bytes)
  if (start === undefined) return 'other'
  if (webPage.test(start)) return 'web-page'
  return /^(?:<|%PDF-|\{\\rtf|%!PS)/.test(start) || start === '' ? 'other' : 'text'
}

function startAsText(bytes: Uint8Array): string | undefined {
  const start = Buffer.from(bytes.subarray(0, 4096))
  if (start[0] === 0xff && start[1] === 0xfe) return start.toString('utf16le').slice(1).trimStart()
  if (start[0] === 0xfe && start[1] === 0xff)
    return start.subarray(2).swap16().toString('utf16le').trimStart()
  if (start.some(isBinary)) return undefined
  return start
    .toString('utf8')
    .replace(/^\ufeff/, '')
    .trimStart()
}

/** Bytes no text in UTF-8 or GB18030 has; 0x1a ends old DOS files. 0xff is in neither encoding. */
function isBinary(byte: number): boolean {
  return (
    byte === 0xff || (byte < 0x20 && byte !== 9 && byte !== 10 && byte !== 13 && byte !== 12 && byte !== 0x1a)
  )
}

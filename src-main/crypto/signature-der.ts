const numberBytes = 32

/** DER of a signature given as the hex of r ‖ s, 32 bytes each. */
export function derFromRaw(raw: string): Uint8Array {
  const numbers = Buffer.concat([
    integer(Buffer.from(raw.slice(0, 2 * numberBytes), 'hex')),
    integer(Buffer.from(raw.slice(2 * numberBytes), 'hex')),
  ])
  return Buffer.concat([Uint8Array.of(0x30, numbers.length), numbers])
}

/**
 * r ‖ s in hex, or undefined. Whatever does not come out the same when written again is refused: trailing
 * bytes, padded numbers and long lengths would give one signature many spellings.
 */
export function rawFromDer(der: Uint8Array): string | undefined {
  const r = numberAt(der, 2)
  const s = r && numberAt(der, 4 + (der[3] ?? 0))
  if (r === undefined || s === undefined) return undefined
  const raw = r + s
  return Buffer.from(derFromRaw(raw)).equals(der) ? raw : undefined
}

function numberAt(der: Uint8Array, at: number): string | undefined {
  const hex = Buffer.from(der.subarray(at + 2, at + 2 + (der[at + 1] ?? 0))).toString('hex')
  const digits = hex.replace(/^(00)+/, '')
  return digits.length > 2 * numberBytes ? undefined : digits.padStart(2 * numberBytes, '0')
}

function integer(bytes: Uint8Array): Uint8Array {
  const first = bytes.findIndex((byte) => byte !== 0)
  const digits = first === -1 ? Uint8Array.of(0) : bytes.subarray(first)
  const positive = (digits[0] ?? 0) >= 0x80 ? Buffer.concat([Uint8Array.of(0), digits]) : digits
  return Buffer.concat([Uint8Array.of(0x02, positive.length), positive])
}

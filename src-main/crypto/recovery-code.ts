import { randomBytes } from 'node:crypto'
import { sha256Hex } from './digest.ts'
import { deriveKey } from './vault-cipher.ts'

/** Crockford's: no I, L, O, U, so nothing on paper can be taken for 1, 0 or V. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const halfBytes = 16
const halfShape = /^[0-9A-HJKMNP-TV-Z]{32}$/

export interface RecoveryCode {
  /** Both halves, for the one moment they are printed. */
  readonly code: string
  /** 上下两半, kept by two posts; one alone leaves 128 bits to guess. */
  readonly halves: readonly [string, string]
  /** What `recoverySecret` gives back; wraps the database key and is then forgotten. */
  readonly secret: Uint8Array
}

/** One printed half: 26 characters of secret and half number, 2 of sheet mark, 4 of checksum. */
interface Half {
  readonly number: 1 | 2
  readonly sheetMark: number
  readonly secret: Uint8Array
}

/** 恢复纸 — a fresh code in two halves, each in eight groups of four characters. */
export function makeRecoveryCode(): RecoveryCode {
  const sheetMark = randomBytes(2).readUInt16BE() % 1024
  const first: Half = { number: 1, sheetMark, secret: randomBytes(halfBytes) }
  const second: Half = { number: 2, sheetMark, secret: randomBytes(halfBytes) }
  const halves = [written(first), written(second)] as const
  return { code: halves.join('\n'), halves, secret: joined(first, second) }
}

/** The secret of two typed halves in either order; undefined when one is mistyped, missing or another sheet's. */
export function recoverySecret(half1: string, half2: string): Uint8Array | undefined {
  const [a, b] = [read(half1), read(half2)]
  if (!a || !b || a.number === b.number || a.sheetMark !== b.sheetMark) return undefined
  return a.number === 1 ? joined(a, b) : joined(b, a)
}

function joined(first: Half, second: Half): Uint8Array {
  return deriveKey(Buffer.concat([first.secret, second.secret]), 'onecard recovery 1')
}

function written(half: Half): string {
  const bits = (BigInt(`0x${Buffer.from(half.secret).toString('hex')}`) << 2n) | BigInt(half.number)
  const text = inBase32(bits, 26) + inBase32(BigInt(half.sheetMark), 2)
  return (text + checksumOf(text)).replace(/(.{4})(?=.)/g, '$1-')
}

function read(typed: string): Half | undefined {
  const text = cleaned(typed)
  if (!halfShape.test(text) || checksumOf(text.slice(0, 28)) !== text.slice(28)) return undefined
  const bits = fromBase32(text.slice(0, 26))
  const number = Number(bits & 3n)
  if (number !== 1 && number !== 2) return undefined
  const secret = Buffer.from((bits >> 2n).toString(16).padStart(halfBytes * 2, '0'), 'hex')
  return { number, sheetMark: Number(fromBase32(text.slice(26, 28))), secret }
}

/** What people type for what is printed: small or full-width letters, spaces, O for 0, I and L for 1. */
function cleaned(typed: string): string {
  return typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\-‐-―]/g, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1')
}

function checksumOf(text: string): string {
  const hash = sha256Hex(Buffer.from(`onecard recovery half 1 ${text}`, 'utf8'))
  return inBase32(BigInt(`0x${hash.slice(0, 5)}`), 4)
}

function inBase32(value: bigint, length: number): string {
  return Array.from(
    { length },
    (_, at) => alphabet[Number((value >> BigInt(5 * (length - 1 - at))) & 31n)],
  ).join('')
}

function fromBase32(text: string): bigint {
  return [...text].reduce((value, character) => (value << 5n) | BigInt(alphabet.indexOf(character)), 0n)
}

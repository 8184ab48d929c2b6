import { sm2 } from 'sm-crypto-v2'

/** SubjectPublicKeyInfo of an uncompressed point on the SM2 curve, up to the point. */
const spkiHead = '3059301306072a8648ce3d020106082a811ccf5501822d034200'
const pointBytes = 65

/** `point` is the uncompressed point in hex, with its leading 04. */
export function spkiOfPoint(point: string): Uint8Array {
  return Buffer.from(spkiHead + point, 'hex')
}

export function pemOfPoint(point: string): string {
  const base64 = Buffer.from(spkiOfPoint(point)).toString('base64')
  const lines = base64.match(/.{1,64}/g) ?? []
  return ['-----BEGIN PUBLIC KEY-----', ...lines, '-----END PUBLIC KEY-----', ''].join('\n')
}

/** The point, or undefined for another curve, a point off the curve, or a PEM not written the one way. */
export function pointOfPem(pem: string): string | undefined {
  const base64 = /^-----BEGIN PUBLIC KEY-----\n([A-Za-z0-9+/=\n]+)-----END PUBLIC KEY-----\n$/.exec(pem)?.[1]
  if (base64 === undefined) return undefined
  const spki = Buffer.from(base64, 'base64').toString('hex')
  const point = spki.slice(spkiHead.length)
  if (point.length !== pointBytes * 2 || !point.startsWith('04')) return undefined
  // Written again, any other curve, form or line break comes out different.
  return pemOfPoint(point) === pem && isOnCurve(point) ? point : undefined
}

/** The library throws for a point off the curve, before its own check could say false. */
function isOnCurve(point: string): boolean {
  try {
    return sm2.verifyPublicKey(point)
  } catch {
    return false
  }
}

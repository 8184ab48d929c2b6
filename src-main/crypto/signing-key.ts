import { sm2 } from 'sm-crypto-v2'
import type { Signer } from '../ports/signer.ts'
import { derFromRaw, rawFromDer } from './signature-der.ts'
import { pemOfPoint, pointOfPem, spkiOfPoint } from './public-key-pem.ts'
import { sha256Hex } from './digest.ts'

/** The default identity of GM/T 0009; OpenSSL's `distid`. */
const userId = '1234567812345678'

export interface SigningKey {
  /** 32 bytes, to be wrapped at once. */
  readonly secret: Uint8Array
  readonly publicKeyPem: string
}

/** 签名钥 — a fresh key pair of one person or machine. */
export function makeSigningKey(): SigningKey {
  const { privateKey, publicKey } = sm2.generateKeyPairHex()
  return { secret: new Uint8Array(Buffer.from(privateKey, 'hex')), publicKeyPem: pemOfPoint(publicKey) }
}

export function signerFromSecret(secret: Uint8Array): Signer {
  const privateKey = Buffer.from(secret).toString('hex')
  const point = sm2.getPublicKeyFromPrivateKey(privateKey)
  return {
    publicKeyPem: pemOfPoint(point),
    fingerprint: sha256Hex(spkiOfPoint(point)),
    sign: (bytes) => derFromRaw(sm2.doSignature(bytes, privateKey, { hash: true, publicKey: point, userId })),
  }
}

/** False for anything that is not exactly one canonical signature of these bytes by this key. */
export function verifySignature(publicKeyPem: string, bytes: Uint8Array, signatureDer: Uint8Array): boolean {
  const point = pointOfPem(publicKeyPem)
  const raw = rawFromDer(signatureDer)
  if (point === undefined || raw === undefined) return false
  try {
    return sm2.doVerifySignature(bytes, raw, point, { hash: true, userId })
  } catch {
    return false
  }
}

/** sha256 hex of the SubjectPublicKeyInfo, or undefined when the text is no public key on the SM2 curve. */
export function fingerprintOf(publicKeyPem: string): string | undefined {
  const point = pointOfPem(publicKeyPem)
  return point && sha256Hex(spkiOfPoint(point))
}

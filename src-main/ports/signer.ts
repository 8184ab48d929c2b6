/** 签名人 — what can sign for one person or machine. A UKey can stand behind it as well as a key of ours. */
export interface Signer {
  /** SubjectPublicKeyInfo in PEM, as OpenSSL writes it. */
  readonly publicKeyPem: string
  /** sha256 hex of the SubjectPublicKeyInfo DER, as printed in the directory. */
  readonly fingerprint: string
  /** A DER signature of exactly these bytes. */
  sign(bytes: Uint8Array): Uint8Array
}

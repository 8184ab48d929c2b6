import { parseIdNumber } from './id-number.ts'
import { withoutSpaces, type CellOrigin } from './plain-text.ts'

export type CertificateRule =
  'certificate-missing' | 'certificate-precision-lost' | 'certificate-length' | 'certificate-id-wrong'

/** 残疾人证号 — the ID number, one digit for the kind (1–7), one for the level (1–4); a reissued one ends in B and a count. */
export interface ReadCertificate {
  readonly ok: true
  readonly certificateNo: string
  readonly idNumber: string
  readonly kind: string
  readonly level: string
}
export type ParsedCertificate = ReadCertificate | { readonly ok: false; readonly rule: CertificateRule }

const shape = /^(\d{17}[\dX])([1-7])([1-4])(?:B\d{1,2})?$/

export function parseCertificate(text: string, origin: CellOrigin = {}): ParsedCertificate {
  const plain = withoutSpaces(text)
    .replace(/^['‘’"`]+/, '')
    .toUpperCase()
  if (plain === '') return { ok: false, rule: 'certificate-missing' }
  if (origin.wasNumber === true || /^\d(?:\.\d+)?E\+?\d+$/.test(plain))
    return { ok: false, rule: 'certificate-precision-lost' }
  const [, idNumber = '', kind = '', level = ''] = shape.exec(plain) ?? []
  if (idNumber === '') return { ok: false, rule: 'certificate-length' }
  if (!parseIdNumber(idNumber).ok) return { ok: false, rule: 'certificate-id-wrong' }
  return { ok: true, certificateNo: plain, idNumber, kind, level }
}

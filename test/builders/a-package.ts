import { makeSigningKey, signerFromSecret } from '../../src-main/crypto/signing-key.ts'
import type { ReleaseFields } from '../../src-main/package-file/header.ts'
import type { KnownKey } from '../../src-main/package-file/known-key.ts'
import { type BagInput, prepareBag } from '../../src-main/package-file/prepare-bag.ts'
import type { ApplicationRecord } from '../../src-main/package-file/records.ts'
import { finishBag } from '../../src-main/package-file/finish-bag.ts'
import { signPackage } from '../../src-main/package-file/seal-package.ts'
import type { Signer } from '../../src-main/ports/signer.ts'

export const packageId = '01980a3c-5b7e-7d10-8f2a-3c4d5e6f7081'
export const received = '2026-07-20T09:00:00+08:00'
export const firstRelease: ReleaseFields = { sequence: 1, previous: null, approvedBy: '分管领导' }

export function anApplicationRecord(line = 1, change: Partial<ApplicationRecord> = {}): ApplicationRecord {
  const idNumber = `14102419700101${String(line % 10_000).padStart(4, '0')}`
  return {
    id: `01980a3c-0000-7000-8000-${line.toString(16).padStart(12, '0')}`,
    villageCode: '141024101201',
    group: '一组',
    householdNo: `H${line}`,
    householder: { name: '张三', idNumber },
    beneficiary: { name: '张三', idNumber },
    payee: { name: '张三', idNumber, accountNo: '6228480402564890018', bankName: '农村信用社' },
    areaCentiMu: 520,
    rateYuan: '67.03',
    amountFen: 34856,
    publicity: { serial: 'NY01-2026-01', version: 1, firstDay: '2026-07-01', lastDay: '2026-07-08' },
    review: { by: '李四', at: '2026-06-30T10:00:00+08:00' },
    figures: {
      applied: { quantityCenti: 520, amountFen: 34856 },
      reviewed: { quantityCenti: 520, amountFen: 34856 },
    },
    ...change,
  }
}

export function aBagInput(
  records: readonly ApplicationRecord[] = [anApplicationRecord()],
): BagInput<'applications'> {
  return {
    kind: 'applications',
    header: {
      id: packageId,
      township: '141024101000',
      programme: 'NY01',
      period: '2026',
      demonstration: true,
      createdAt: '2026-07-10T09:00:00+08:00',
      createdBy: '经办人',
      policyVersion: '2026-1',
      software: { name: 'onecard', version: '0.1.0', build: 'test' },
      batch: { programme: 'NY01', period: '2026', villages: ['141024101201'], supplementary: false },
      auditHead: 'a'.repeat(64),
    },
    records,
    summary: Buffer.from('PK summary'),
    attachments: [{ extension: 'pdf', bytes: Buffer.from('%PDF-1.7 notice') }],
  }
}

export interface PackageParty {
  readonly workstation: Signer
  readonly approver: Signer
  readonly knownKeys: readonly KnownKey[]
}

export function aKnownKey(signer: Signer, role: KnownKey['role'], change: Partial<KnownKey> = {}): KnownKey {
  return {
    fingerprint: signer.fingerprint,
    role,
    owner: role,
    kinds: ['applications'],
    programmes: 'all',
    validFrom: '2026-01-01',
    validTo: '2026-12-31',
    revokedAt: null,
    ...change,
  }
}

export function aPackageParty(): PackageParty {
  const workstation = signerFromSecret(makeSigningKey().secret)
  const approver = signerFromSecret(makeSigningKey().secret)
  const knownKeys = [aKnownKey(workstation, 'workstation'), aKnownKey(approver, 'approver')]
  return { workstation, approver, knownKeys }
}

/** Signed, with its zip in one piece as well. */
export function aSignedPackage(party: PackageParty, input: BagInput<'applications'> = aBagInput()) {
  const signed = signPackage(finishBag(prepareBag(input), firstRelease), [
    { role: 'workstation', signer: party.workstation },
    { role: 'approver', signer: party.approver },
  ])
  return { ...signed, zip: Buffer.concat(signed.parts) }
}

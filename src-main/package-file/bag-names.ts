import { type PackageKind, rolesOf, type SignatureRole } from './package-kind.ts'

/** The names inside the top folder. */
export const bagit = 'bagit.txt'
export const bagInfo = 'bag-info.txt'
export const manifest = 'manifest-sha256.txt'
export const tagmanifest = 'tagmanifest-sha256.txt'
export const headerFile = 'data/package.json'
export const summaryFile = 'data/summary.xlsx'

/** What the tag manifest covers, in its order; it is in no manifest itself: the signatures cover it. */
export const taggedFiles = [bagInfo, bagit, manifest] as const

export function recordsFile(kind: PackageKind): string {
  return `data/${kind}.jsonl`
}

/** 附件 — named by content, so that a record can point at it. */
export function evidenceFile(sha256: string, extension: string): string {
  return `data/evidence/${sha256}.${extension}`
}

export const evidenceName = /^data\/evidence\/([0-9a-f]{64})\.[a-z0-9]{1,8}$/

export interface SignatureFiles {
  readonly role: SignatureRole
  /** `1-workstation`: how checks and problems call it. */
  readonly label: string
  readonly signature: string
  readonly publicKey: string
}

export function signatureFiles(kind: PackageKind): readonly SignatureFiles[] {
  return rolesOf(kind).map((role, index) => {
    const label = `${index + 1}-${role}`
    return { role, label, signature: `signatures/${label}.sig`, publicKey: `signatures/${label}.pub.pem` }
  })
}

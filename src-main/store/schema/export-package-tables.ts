export interface RecipientTable {
  id: string
  name: string
  kind: 'department' | 'finance'
  ageRecipient: string
  addedBy: string
  addedAt: string
}

export interface ExportPackageTable {
  id: string
  kind: string
  programmeCode: string
  year: number
  recipientId: string
  supplementary: 0 | 1
  status: 'built' | 'released' | 'cancelled'
  header: string
  bagSha256: string
  counts: string
  totalFen: number
  builtBy: string
  builtAt: string
  releasedBy: string | null
  releasedAt: string | null
  sequence: number | null
  previous: string | null
  tagmanifestSha256: string | null
  fileSha256: string | null
  size: number | null
  paperApprover: string | null
  paperSignedOn: string | null
  paperScanSha256: string | null
}

export interface PackageApplicationTable {
  packageId: string
  applicationId: string
  amountFen: number
}

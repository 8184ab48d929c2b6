import type { Generated } from 'kysely'

export interface MetaTable {
  key: string
  value: string
}

export interface SettingTable {
  key: string
  value: string
  savedBy: string
  savedAt: string
}

export interface DivisionTable {
  code: string
  name: string
  level: 'county' | 'township' | 'village'
  kind: string
  parentCode: string | null
  validFrom: string | null
  validTo: string | null
  replacedBy: string | null
}

export interface UserTable {
  id: string
  signInName: string
  displayName: string
  active: Generated<0 | 1>
  termFrom: string
  termTo: string | null
  version: Generated<number>
  createdAt: string
}

export interface UserGrantTable {
  userId: string
  role: string
  programmeCode: string
  villageCode: string
}

export interface RoleExceptionTable {
  id: string
  userId: string
  roles: string
  validTo: string
  reason: string
  basis: string
  registeredBy: string
  registeredAt: string
}

export interface PaperSignerTable {
  id: string
  villageCode: string
  post: 'bookkeeper' | 'village-head' | 'supervisor'
  name: string
  termFrom: string
  termTo: string | null
  registeredBy: string
  registeredAt: string
}

export interface HandoverTable {
  id: string
  userId: string
  receivedBy: string
  media: string
  openTasks: string
  keyFingerprint: string | null
  fileSha256: string
  extension: 'pdf' | 'html'
  madeBy: string
  madeAt: string
}

export interface SigningKeyTable {
  fingerprint: string
  ownerKind: 'workstation' | 'person'
  userId: string | null
  publicKeyPem: string
  validFrom: string
  revokedAt: string | null
}

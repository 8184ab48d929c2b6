import {
  count,
  day,
  divisionCode,
  fields,
  flag,
  instant,
  listOf,
  matching,
  nullable,
  oneOf,
  text,
  textUpTo,
  uuid,
} from './shape.ts'

export interface MemberInPackage {
  readonly id: string
  readonly name: string
  readonly idNumber: string
  readonly idUpgraded: boolean
  readonly sex: 'male' | 'female'
  readonly birthDate: string
  readonly relation: string
  readonly ethnicity: string
  readonly hukouKind: string
  readonly phone: string
  readonly remark: string
  readonly status: string
  readonly diedOn: string | null
  readonly deathSource: string
  readonly movedOn: string | null
  readonly movedWhere: string
  readonly version: number
}

export interface AccountInPackage {
  readonly id: string
  readonly personId: string
  readonly holderName: string
  readonly accountNo: string
  readonly kind: 'card' | 'passbook'
  readonly bankName: string
  readonly holderKind: string
  readonly holderIdNumber: string
  readonly creditCode: string
  readonly custody: string
  readonly status: string
  readonly version: number
}

/** 地块 — of a household, as the register knows it. */
export interface ParcelInPackage {
  readonly id: string
  readonly parcelNo: string
  readonly name: string
  readonly contractNo: string
  readonly villageCode: string
  readonly areaCentiMu: number
  readonly nonEligibleCentiMu: number
  readonly landUse: string
  readonly status: string
  readonly version: number
}

/** 确权 — one line of the newest land ledger under a member's number, with the import it came by. */
export interface LandRightInPackage {
  readonly batchId: string
  readonly fileName: string
  readonly importedAt: string
  readonly line: number
  readonly villageCode: string
  readonly group: string
  readonly holderName: string
  readonly idNumber: string
  readonly confirmedCentiMu: number
  readonly nonEligibleCentiMu: number
  readonly transferredOutCentiMu: number
  readonly farmedForOthersCentiMu: number
}

/** 户 — as the register of the sender knows it. */
export interface HouseholdInPackage {
  readonly type: 'household'
  readonly id: string
  readonly householdNo: string
  readonly villageCode: string
  readonly villageName: string
  readonly group: string
  readonly householderId: string | null
  readonly address: string
  readonly status: string
  readonly version: number
  readonly members: readonly MemberInPackage[]
  readonly accounts: readonly AccountInPackage[]
  readonly parcels: readonly ParcelInPackage[]
  readonly landRights: readonly LandRightInPackage[]
}

const short = textUpTo(500)

const member = fields<MemberInPackage>({
  id: uuid,
  name: text,
  idNumber: matching(/^\d{17}[\dX]$/),
  idUpgraded: flag,
  sex: oneOf('male', 'female'),
  birthDate: day,
  relation: short,
  ethnicity: short,
  hukouKind: short,
  phone: short,
  remark: textUpTo(10_000),
  status: text,
  diedOn: nullable(short),
  deathSource: short,
  movedOn: nullable(short),
  movedWhere: short,
  version: count,
})

const account = fields<AccountInPackage>({
  id: uuid,
  personId: uuid,
  holderName: text,
  accountNo: text,
  kind: oneOf('card', 'passbook'),
  bankName: short,
  holderKind: text,
  holderIdNumber: short,
  creditCode: short,
  custody: short,
  status: text,
  version: count,
})

const parcel = fields<ParcelInPackage>({
  id: uuid,
  parcelNo: short,
  name: short,
  contractNo: short,
  villageCode: divisionCode,
  areaCentiMu: count,
  nonEligibleCentiMu: count,
  landUse: short,
  status: text,
  version: count,
})

const landRight = fields<LandRightInPackage>({
  batchId: uuid,
  fileName: short,
  importedAt: instant,
  line: count,
  villageCode: divisionCode,
  group: short,
  holderName: short,
  idNumber: text,
  confirmedCentiMu: count,
  nonEligibleCentiMu: count,
  transferredOutCentiMu: count,
  farmedForOthersCentiMu: count,
})

export const householdShape = fields<HouseholdInPackage>({
  type: oneOf('household'),
  id: uuid,
  householdNo: text,
  villageCode: divisionCode,
  villageName: text,
  group: short,
  householderId: nullable(uuid),
  address: short,
  status: text,
  version: count,
  members: listOf(member),
  accounts: listOf(account),
  parcels: listOf(parcel),
  landRights: listOf(landRight),
})

import { villageTitle } from '../domain/village-name.ts'
import type {
  AccountInPackage,
  HouseholdInPackage,
  LandRightInPackage,
  MemberInPackage,
  ParcelInPackage,
} from '../package-file/household-record.ts'
import { type CarriedHouseholds, readHouseholdsToCarry } from '../store/carried-household-queries.ts'
import type { Reader } from '../store/reader.ts'

/** Households as they travel, with everybody and everything of theirs a visit needs. */
export async function householdRecords(
  reader: Reader,
  householdIds: readonly string[],
): Promise<HouseholdInPackage[]> {
  const rows = await readHouseholdsToCarry(reader, householdIds)
  const people = Map.groupBy(rows.people, (row) => row.householdId)
  const accounts = Map.groupBy(rows.accounts, (row) => row.householdId)
  const parcels = Map.groupBy(rows.parcels, (row) => row.householdId)
  const landRights = Map.groupBy(rows.landRights, (row) => row.householdId)
  return rows.households.map((household) => ({
    type: 'household',
    id: household.id,
    householdNo: household.householdNo,
    villageCode: household.villageCode,
    villageName: villageTitle(household.villageName),
    group: household.groupName,
    householderId: household.householderId,
    address: household.address,
    status: household.status,
    version: household.version,
    members: (people.get(household.id) ?? []).map(memberOf),
    accounts: (accounts.get(household.id) ?? []).map(accountOf),
    parcels: (parcels.get(household.id) ?? []).map(parcelOf),
    landRights: (landRights.get(household.id) ?? []).map(landRightOf),
  }))
}

function memberOf(row: CarriedHouseholds['people'][number]): MemberInPackage {
  const { id, name, idNumber, sex, birthDate, relation, ethnicity, hukouKind, phone, remark, status } = row
  const { diedOn, deathSource, movedOn, movedWhere, version } = row
  return {
    ...{ id, name, idNumber, idUpgraded: row.idUpgraded === 1, sex, birthDate, relation, ethnicity },
    ...{ hukouKind, phone, remark, status, diedOn, deathSource, movedOn, movedWhere, version },
  }
}

function accountOf(row: CarriedHouseholds['accounts'][number]): AccountInPackage {
  const { id, personId, holderName, accountNo, kind, bankName, holderKind, holderIdNumber } = row
  const { creditCode, custody, status, version } = row
  return {
    ...{ id, personId, holderName, accountNo, kind, bankName, holderKind, holderIdNumber },
    ...{ creditCode, custody, status, version },
  }
}

function parcelOf(row: CarriedHouseholds['parcels'][number]): ParcelInPackage {
  const { id, parcelNo, name, contractNo, villageCode, areaCentiMu, nonEligibleCentiMu, landUse } = row
  const { status, version } = row
  return {
    ...{ id, parcelNo, name, contractNo, villageCode, areaCentiMu, nonEligibleCentiMu, landUse },
    ...{ status, version },
  }
}

function landRightOf(row: CarriedHouseholds['landRights'][number]): LandRightInPackage {
  const { batchId, fileName, importedAt, line, villageCode, groupName, holderName, idNumber } = row
  const { confirmedCentiMu, nonEligibleCentiMu, transferredOutCentiMu, farmedForOthersCentiMu } = row
  return {
    ...{ batchId, fileName, importedAt, line, villageCode, group: groupName, holderName, idNumber },
    ...{ confirmedCentiMu, nonEligibleCentiMu, transferredOutCentiMu, farmedForOthersCentiMu },
  }
}

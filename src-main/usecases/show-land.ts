import { idTail } from '../domain/id-number.ts'
import { landCapCentiMu } from '../domain/land-cap.ts'
import { isInForce, transferDoubt, type TransferDoubt } from '../domain/land-transfer.ts'
import { listMemberLandRights } from '../store/household-queries.ts'
import { listHouseholdTransfers, listParcels, readKnownNumbers } from '../store/land-queries.ts'
import { listBooksWithoutCounterparts } from '../store/transfer-books.ts'
import type { QueryContext } from './context.ts'
import { sourceOf } from './source-of.ts'

/** 土地 of a household: what the ledgers say, the parcels, and what it gives to others and takes from them. */
export async function showLand(ctx: QueryContext, householdId: string) {
  return {
    landRights: await landRightsOf(ctx, householdId),
    parcels: await parcelsOf(ctx, householdId),
    transfers: await transfersOf(ctx, householdId),
  }
}

async function landRightsOf(ctx: QueryContext, householdId: string) {
  const rights = await listMemberLandRights(ctx.reader, householdId)
  return rights.map((right) => {
    const { holderName, confirmedCentiMu, nonEligibleCentiMu } = right
    const { transferredOutCentiMu, farmedForOthersCentiMu } = right
    const capCentiMu = landCapCentiMu({
      confirmed: confirmedCentiMu,
      nonEligible: nonEligibleCentiMu,
      transferredOut: transferredOutCentiMu,
      farmedForOthers: farmedForOthersCentiMu,
    })
    const source = { batchId: right.batchId, fileName: right.fileName, sheet: right.sheet, line: right.line }
    return {
      ...{ holderName, confirmedCentiMu, nonEligibleCentiMu, transferredOutCentiMu, farmedForOthersCentiMu },
      ...{ capCentiMu, source },
    }
  })
}

async function parcelsOf(ctx: QueryContext, householdId: string) {
  const parcels = await listParcels(ctx.reader, householdId)
  return parcels.map((parcel) => ({
    parcelId: parcel.id,
    parcelNo: parcel.parcelNo,
    name: parcel.name,
    contractNo: parcel.contractNo,
    areaCentiMu: parcel.areaCentiMu,
    nonEligibleCentiMu: parcel.nonEligibleCentiMu,
    landUse: parcel.landUse,
    status: parcel.status,
    version: parcel.version,
    source: sourceOf(parcel),
  }))
}

async function transfersOf(ctx: QueryContext, householdId: string) {
  const transfers = await listHouseholdTransfers(ctx.reader, householdId)
  const numbers = transfers.flatMap(({ giverIdNumber, takerIdNumber }) => [giverIdNumber, takerIdNumber])
  const known = await readKnownNumbers(ctx.reader, numbers)
  const books = await listBooksWithoutCounterparts(ctx.reader, ctx.scope)
  const mute = new Set(books.map(({ batchId }) => batchId))
  return transfers.map((transfer) => {
    const doubt = transferDoubt(transfer, (idNumber) => known.has(idNumber))
    // A whole book without counterparts is told of once, not household by household (field-notes 9).
    const isMute = transfer.batchId !== null && mute.has(transfer.batchId)
    const isOver = transfer.status === 'ended' || !isInForce(transfer, ctx.today())
    return {
      transferId: transfer.id,
      giver: partyOf(transfer.giverName, transfer.giverIdNumber, '', transfer.giverHouseholdId),
      taker: partyOf(
        ...([transfer.takerName, transfer.takerIdNumber, transfer.takerCreditCode] as const),
        transfer.takerHouseholdId,
      ),
      isGiver: transfer.giverHouseholdId === householdId,
      parcelText: transfer.parcelText,
      areaCentiMu: transfer.areaCentiMu,
      startsOn: transfer.startsOn,
      endsOn: transfer.endsOn,
      subsidyTo: transfer.subsidyTo,
      agreement: transfer.agreement,
      isOver,
      doubt: isOver || isMute ? null : ((doubt ?? null) as TransferDoubt | null),
      version: transfer.version,
      source: sourceOf(transfer),
    }
  })
}

/** Two people on one page: only the last four digits of either (field-notes 19). */
function partyOf(name: string, idNumber: string, creditCode: string, householdId: string | null) {
  return { name, idTail: idNumber === '' ? '' : idTail(idNumber), creditCode, householdId }
}

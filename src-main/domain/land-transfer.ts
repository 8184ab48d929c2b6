import type { Day } from './day.ts'

/** 流转一笔 — who gives land to whom, for how long, and who draws the subsidy for it. */
export interface LandTransfer {
  readonly giverName: string
  readonly giverIdNumber: string
  readonly takerName: string
  readonly takerIdNumber: string
  readonly takerCreditCode: string
  readonly areaCentiMu: number
  readonly startsOn: Day | null
  readonly endsOn: Day | null
  readonly subsidyTo: 'giver' | 'taker' | 'unknown'
  /** The ledger it stands in; null for what was entered by hand. */
  readonly batchId: string | null
}

/** Why a transfer has to be looked into (field-notes 9). */
export type TransferDoubt = 'counterpart-missing' | 'counterpart-unknown' | 'subsidy-unknown'

/**
 * 不配对即疑点 — what the giver loses the same taker must gain, so both have to be known. Where the giver keeps the
 * subsidy nothing moves and nothing is doubted. `isKnown` tells whether the register has somebody of this number.
 */
export function transferDoubt(
  transfer: LandTransfer,
  isKnown: (idNumber: string) => boolean,
): TransferDoubt | undefined {
  if (transfer.subsidyTo === 'giver') return undefined
  if (!hasGiver(transfer) || !hasTaker(transfer)) return 'counterpart-missing'
  const isGiverKnown = isKnown(transfer.giverIdNumber)
  const isTakerKnown = isKnown(transfer.takerIdNumber) || transfer.takerCreditCode !== ''
  if (!isGiverKnown || !isTakerKnown) return 'counterpart-unknown'
  return transfer.subsidyTo === 'unknown' ? 'subsidy-unknown' : undefined
}

/** 整册没有对方信息 — a ledger that names no counterpart at all is told of once, not household by household. */
export function isBookWithoutCounterparts(book: readonly LandTransfer[]): boolean {
  return book.length > 0 && book.every((transfer) => !hasGiver(transfer) || !hasTaker(transfer))
}

/** Whether a transfer holds on a day; an open end holds on. */
export function isInForce({ startsOn, endsOn }: Pick<LandTransfer, 'startsOn' | 'endsOn'>, on: Day): boolean {
  return (startsOn === null || startsOn <= on) && (endsOn === null || endsOn >= on)
}

export interface TransferEffect {
  readonly outCentiMu: number
  readonly inCentiMu: number
}

/**
 * 补贴面积的增减 — only “补贴归转入方” counts: the giver loses it whether or not the taker is known, the taker gains it
 * only from a giver who is, so that no area is gained that nobody lost. Undefined where no transfer is known.
 */
export function transferEffect(
  idNumber: string,
  transfers: readonly LandTransfer[],
  on: Day,
  isKnown: (idNumber: string) => boolean,
): TransferEffect | undefined {
  if (idNumber === '') return undefined
  const own = transfers.filter(
    (one) => isInForce(one, on) && (one.giverIdNumber === idNumber || one.takerIdNumber === idNumber),
  )
  if (own.length === 0) return undefined
  const moving = own.filter(({ subsidyTo }) => subsidyTo === 'taker')
  const sum = (some: readonly LandTransfer[]) =>
    some.reduce((total, { areaCentiMu }) => total + areaCentiMu, 0)
  return {
    outCentiMu: sum(moving.filter(({ giverIdNumber }) => giverIdNumber === idNumber)),
    inCentiMu: sum(moving.filter((one) => one.takerIdNumber === idNumber && isKnown(one.giverIdNumber))),
  }
}

function hasGiver({ giverName, giverIdNumber }: LandTransfer): boolean {
  return giverName !== '' || giverIdNumber !== ''
}

function hasTaker({ takerName, takerIdNumber, takerCreditCode }: LandTransfer): boolean {
  return takerName !== '' || takerIdNumber !== '' || takerCreditCode !== ''
}

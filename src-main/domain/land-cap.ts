/** 一份承包地的面积 — what the land ledger says, in 0.01 亩. */
export interface LandHolding {
  readonly confirmed: number
  readonly nonEligible: number
  readonly transferredOut: number
  readonly farmedForOthers: number
}

/** 补贴面积上限 — confirmed − not eligible − transferred out + farmed for others, never below nothing. */
export function landCapCentiMu(holding: LandHolding): number {
  const cap = holding.confirmed - holding.nonEligible - holding.transferredOut + holding.farmedForOthers
  return Math.max(0, cap)
}

import type { Day } from './day.ts'
import type { LandRight } from './checks/listed-facts.ts'
import type { SourceLine } from './finding.ts'
import { type LandHolding, landCapCentiMu } from './land-cap.ts'
import { type LandTransfer, transferEffect } from './land-transfer.ts'

/** 确权一行 as a ledger has it. */
export interface LedgerLine extends LandHolding {
  readonly idNumber: string
  readonly source: SourceLine
}

export interface LandFacts {
  readonly ledger: readonly LedgerLine[]
  /** Transfers that have not been ended. */
  readonly transfers: readonly (LandTransfer & { readonly source: SourceLine | null })[]
  /** 承接 — from whose number to whose the land has gone on. */
  readonly heirs: ReadonlyMap<string, string>
  isKnown(idNumber: string): boolean
}

/**
 * 上限 of everybody the ledgers or the transfers name. Where single transfers are known of somebody they count in
 * place of the ledger's own sums of what was given away and taken in.
 */
export function judgedLandRights({ ledger, transfers, heirs, isKnown }: LandFacts, on: Day): LandRight[] {
  const heirOf = (idNumber: string) => heirs.get(idNumber) ?? idNumber
  const moved = transfers.map((one) => ({
    ...one,
    giverIdNumber: heirOf(one.giverIdNumber),
    takerIdNumber: heirOf(one.takerIdNumber),
  }))
  const linesOf = Map.groupBy(ledger, ({ idNumber }) => heirOf(idNumber))
  const given = Map.groupBy(moved, ({ giverIdNumber }) => giverIdNumber)
  const taken = Map.groupBy(moved, ({ takerIdNumber }) => takerIdNumber)
  const holders = new Set([...linesOf.keys(), ...taken.keys()])
  holders.delete('')
  return [...holders].flatMap((idNumber) => {
    const own = [...new Set([...(given.get(idNumber) ?? []), ...(taken.get(idNumber) ?? [])])]
    const effect = transferEffect(idNumber, own, on, isKnown)
    const lines = linesOf.get(idNumber) ?? []
    if (effect === undefined)
      return lines.map((line) => ({ idNumber, capCentiMu: landCapCentiMu(line), source: line.source }))
    const base = lines.reduce((sum, { confirmed, nonEligible }) => sum + confirmed - nonEligible, 0)
    const capCentiMu = Math.max(0, base - effect.outCentiMu + effect.inCentiMu)
    const [first, ...rest] = [...lines.map(({ source }) => source), ...own.map(({ source }) => source)]
    return [
      { idNumber, capCentiMu, source: first ?? null },
      ...rest.map((source) => ({ idNumber, capCentiMu: 0, source })),
    ]
  })
}

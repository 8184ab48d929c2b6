import { amountFen } from './money.ts'
import { paidBy, type ProgrammeTerms } from './programme-terms.ts'

/** 名册一行 — what it says of area, of the programme's own unit, and of money. */
export interface RolledLine {
  readonly areaCentiMu: number
  readonly quantityCenti: number | null
  readonly rateYuan: string
  readonly amountFen: number
}

export interface OpenedMoney {
  readonly quantityCenti: number | null
  readonly rateYuan: string | null
  readonly amountFen: number
}

/**
 * 滚入金额 — by land it is this year's standard times the area. Otherwise steps and months differ from person to person,
 * so the roll's own standard and amount go on; one that gives no amount gets what its quantity comes to.
 */
export function openedMoney(
  line: RolledLine,
  { unit }: Pick<ProgrammeTerms, 'unit'>,
  standardYuan: string,
): OpenedMoney {
  if (paidBy(unit) === 'land')
    return {
      quantityCenti: null,
      rateYuan: standardYuan,
      amountFen: amountFen(line.areaCentiMu, standardYuan),
    }
  const rateYuan = line.rateYuan === '' ? standardYuan : line.rateYuan
  const quantityCenti = line.quantityCenti ?? quantityIn(line.amountFen, rateYuan)
  const computed = amountFen(quantityCenti, rateYuan)
  return { quantityCenti, rateYuan, amountFen: line.amountFen === 0 ? computed : line.amountFen }
}

const one = 100

/** 月数 — how often the standard goes into the amount; once where it does not go into it evenly. */
function quantityIn(amount: number, rateYuan: string): number {
  const single = amountFen(one, rateYuan)
  const quantity = single === 0 ? 0 : Math.round((amount * one) / single)
  return quantity > 0 && quantity % one === 0 && amountFen(quantity, rateYuan) === amount ? quantity : one
}

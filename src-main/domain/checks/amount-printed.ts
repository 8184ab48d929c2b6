import type { Day } from '../day.ts'
import type { Finding } from '../finding.ts'
import type { CheckInput, CheckTerms } from './check-input.ts'
import { makeFinding } from './make-finding.ts'

/**
 * C17 口径不一致 — the amount printed on the roll is not that roll's quantity × standard, or the standard a roll has for
 * somebody is none this year's policy list speaks of.
 */
export function findAmounts(input: CheckInput, asOf: Day): Finding[] {
  return [...findPrintedAmounts(input, asOf), ...findOtherStandards(input, asOf)]
}

function findPrintedAmounts({ lines }: CheckInput, asOf: Day): Finding[] {
  return lines.flatMap((line) => {
    const { printedAmountFen, rollAmountFen } = line
    if (printedAmountFen === null || rollAmountFen === null || printedAmountFen === rollAmountFen) return []
    const facts = { printedAmountFen, rollAmountFen }
    return [makeFinding(line, asOf, { check: 'C17', severity: 'explain', facts })]
  })
}

/** By land every line is computed by the one standard; elsewhere steps are, and the list's words name them. */
function findOtherStandards({ lines, terms }: CheckInput, asOf: Day): Finding[] {
  if (terms.paidBy === 'land' || terms.rateYuan === null) return []
  const known = standardsIn(terms)
  return lines.flatMap((line) => {
    if (line.rateYuan === null || known.has(Number(line.rateYuan))) return []
    const facts = { kind: 'standard', lineRateYuan: line.rateYuan, rateYuan: terms.rateYuan ?? '' }
    return [makeFinding(line, asOf, { check: 'C17', severity: 'explain', facts })]
  })
}

function standardsIn({ rateYuan, rateText }: CheckTerms): ReadonlySet<number> {
  return new Set([rateYuan ?? '', ...(rateText.match(/\d+(?:\.\d+)?/g) ?? [])].map(Number))
}

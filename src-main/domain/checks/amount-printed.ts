import type { Day } from '../day.ts'
import type { Finding } from '../finding.ts'
import type { CheckInput } from './check-input.ts'
import { makeFinding } from './make-finding.ts'

/** C17 原表金额不符 — the amount printed on the roll is not that roll's area × standard. */
export function findPrintedAmounts({ lines }: CheckInput, asOf: Day): Finding[] {
  return lines.flatMap((line) => {
    const { printedAmountFen, rollAmountFen } = line
    if (printedAmountFen === null || rollAmountFen === null || printedAmountFen === rollAmountFen) return []
    const facts = { printedAmountFen, rollAmountFen }
    return [makeFinding(line, asOf, { check: 'C17', severity: 'explain', facts })]
  })
}

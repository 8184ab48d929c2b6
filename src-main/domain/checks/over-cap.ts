import type { Day } from '../day.ts'
import type { Finding } from '../finding.ts'
import { sumFen } from '../money.ts'
import type { CheckedLine, CheckInput } from './check-input.ts'
import type { LandRight } from './listed-facts.ts'
import { makeFinding, mostNamed } from './make-finding.ts'

/** C10 超过确权上限 — all areas of a person in the period against all land rights in their name. */
export function findOverCap({ lines, landRights }: CheckInput, asOf: Day): Finding[] {
  if (landRights === undefined) return []
  const rightsOf = Map.groupBy(landRights, (right) => right.idNumber)
  return [...Map.groupBy(lines, (line) => line.idNumber)].flatMap(([idNumber, same]) =>
    findOverCapOf(same, rightsOf.get(idNumber) ?? [], asOf),
  )
}

function findOverCapOf(same: readonly CheckedLine[], rights: readonly LandRight[], asOf: Day): Finding[] {
  if (rights.length === 0) return same.map((line) => noRight(line, asOf))
  const areaCentiMu = sumFen(same.map((line) => line.areaCentiMu))
  const capCentiMu = sumFen(rights.map((right) => right.capCentiMu))
  if (areaCentiMu <= capCentiMu) return []
  const facts = { areaCentiMu, capCentiMu, overCentiMu: areaCentiMu - capCentiMu, lines: same.length }
  const sources = rights.flatMap(({ source }) => source ?? []).slice(0, mostNamed)
  return same.map((line) =>
    makeFinding(line, asOf, { check: 'C10', severity: 'explain', facts, sources, others: same }),
  )
}

// Nothing says the area is wrong, only that the ledger cannot say it is right.
function noRight(line: CheckedLine, asOf: Day): Finding {
  return makeFinding(line, asOf, { check: 'C10', severity: 'hint', facts: { kind: 'no-land-right' } })
}

import type { Day } from '../day.ts'
import type { Finding } from '../finding.ts'
import type { CheckInput } from './check-input.ts'
import { makeFinding } from './make-finding.ts'

/** C12 村干部、经办人及近亲属 — as the household said at this year's visit or staff declared themselves; to be put on record and posted. */
export function findCadres({ lines, householdMarks }: CheckInput, asOf: Day): Finding[] {
  const marks = Map.groupBy(householdMarks, ({ householdId }) => householdId)
  return lines.flatMap((line) => {
    const own = line.householdId === null ? [] : (marks.get(line.householdId) ?? [])
    if (own.length === 0) return []
    const facts = { marks: own.map(({ mark }) => mark), who: own.map(({ who }) => who).filter(Boolean) }
    return [makeFinding(line, asOf, { check: 'C12', severity: 'explain', facts })]
  })
}

/** C19 代签 — the visit was signed in the household's place; without any paper somebody has to answer for it. */
export function findSignedByOthers({ lines, signedByOthers }: CheckInput, asOf: Day): Finding[] {
  const byHousehold = new Map(signedByOthers.map((one) => [one.householdId, one]))
  return lines.flatMap((line) => {
    const signed = line.householdId === null ? undefined : byHousehold.get(line.householdId)
    if (signed === undefined) return []
    const { mode, signer, relation, isSigned } = signed
    const facts = { mode, signer, relation, isSigned: isSigned ? 'yes' : 'no' }
    return [makeFinding(line, asOf, { check: 'C19', severity: isSigned ? 'hint' : 'explain', facts })]
  })
}

/** C27 卡由他人保管 — the card is in the hands of a village cadre or of somebody outside the family. */
export function findKeptCards({ lines }: CheckInput, asOf: Day): Finding[] {
  return lines.flatMap((line) => {
    if (line.custody !== 'village-cadre' && line.custody !== 'other') return []
    const facts = { custody: line.custody }
    return [makeFinding(line, asOf, { check: 'C27', severity: 'explain', facts })]
  })
}

import { useState } from 'react'
import {
  type ExtractConditions,
  type ExtractDefinition,
  isAnswerColumn,
} from '../../../src-main/domain/extract-definition.ts'
import { extractField, type ExtractGrain } from '../../../src-main/domain/extract-field.ts'
import { useWho } from '../../app/who.tsx'

export interface DefinitionChoice {
  readonly definition: ExtractDefinition
  adopt(definition: ExtractDefinition): void
  chooseGrain(grain: ExtractGrain): void
  chooseColumns(columns: readonly string[]): void
  /** A condition given as undefined asks for nothing any more. */
  chooseConditions(change: Partial<ExtractConditions>): void
}

const firstColumns: { readonly [G in ExtractGrain]: readonly string[] } = {
  person: [
    'village',
    'group',
    'householdNo',
    'householder',
    'name',
    'relation',
    'sex',
    'age',
    'idNumber',
    'phone',
  ],
  household: ['village', 'group', 'householdNo', 'householder', 'members', 'idNumber', 'phone'],
  application: ['village', 'group', 'name', 'idNumber', 'area', 'amount', 'accountNo', 'status'],
  roster: ['village', 'group', 'name', 'idNumber', 'year', 'area', 'amount', 'accountNo'],
}

/** What was last chosen stays when the page is left; the next person begins anew. */
const left = new Map<string, ExtractDefinition>()

export function useDefinition(): DefinitionChoice {
  const { session } = useWho()
  const [definition, setDefinition] = useState(
    () =>
      left.get(session.userId) ?? { grain: 'person' as const, columns: firstColumns.person, conditions: {} },
  )
  const adopt = (next: ExtractDefinition): void => {
    left.set(session.userId, next)
    setDefinition(next)
  }
  return choiceOf(definition, adopt)
}

/** Who goes into a form: the same conditions, the kind of line as the form suggests; its columns are the form's. */
export function useFormChoice(grain: ExtractGrain): DefinitionChoice {
  const [definition, setDefinition] = useState<ExtractDefinition>({
    grain,
    columns: ['name'],
    conditions: {},
  })
  return choiceOf(definition, setDefinition)
}

function choiceOf(definition: ExtractDefinition, adopt: (next: ExtractDefinition) => void): DefinitionChoice {
  const { grain, columns, conditions } = definition
  return {
    definition,
    adopt,
    chooseGrain: (to) =>
      adopt({ grain: to, columns: columnsFor(to, columns), conditions: conditionsFor(to, conditions) }),
    chooseColumns: (to) => adopt({ grain, conditions, columns: to }),
    chooseConditions: (change) =>
      adopt({
        grain,
        // answers of another round, or of none, cannot stay
        columns:
          'survey' in change && change.survey?.roundId !== conditions.survey?.roundId
            ? columns.filter((key) => !isAnswerColumn(key))
            : columns,
        conditions: Object.fromEntries(
          Object.entries({ ...conditions, ...change }).filter(([, value]) => value !== undefined),
        ),
      }),
  }
}

/** Columns the other kind of line has too stay; too few of them, and one begins with the usual ones. */
function columnsFor(grain: ExtractGrain, columns: readonly string[]): readonly string[] {
  const kept = columns.filter((key) => isAnswerColumn(key) || extractField(key, grain) !== undefined)
  return kept.length < 3 ? firstColumns[grain] : kept
}

function conditionsFor(grain: ExtractGrain, conditions: ExtractConditions): ExtractConditions {
  const { statuses, takesPart, areaFromCentiMu, areaToCentiMu, amountFromFen, amountToFen, ...always } =
    conditions
  const isWork = grain === 'application' || grain === 'roster'
  const area = { areaFromCentiMu, areaToCentiMu, amountFromFen, amountToFen }
  const of = isWork ? { ...area, ...(grain === 'application' ? { statuses } : {}) } : { takesPart }
  const next = { ...always, ...of }
  return Object.fromEntries(Object.entries(next).filter(([, value]) => value !== undefined))
}

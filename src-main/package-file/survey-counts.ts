import type { AssignmentRecord } from './assignment-records.ts'
import type { PackageCounts } from './records.ts'
import type { ResultsRecord } from './results-records.ts'

/** People by ID number, households to visit, the villages they live in and the land the register gives them. */
export function countsOfAssignment(records: readonly AssignmentRecord[]): PackageCounts {
  const tasks = records.filter((record) => record.type === 'task')
  const households = records.filter((record) => record.type === 'household')
  return {
    rows: records.length,
    people: new Set(households.flatMap(({ members }) => members.map(({ idNumber }) => idNumber))).size,
    households: tasks.length,
    villages: new Set(tasks.map(({ villageCode }) => villageCode)).size,
    areaCentiMu: households.flatMap(({ parcels }) => parcels).reduce((sum, one) => sum + one.areaCentiMu, 0),
  }
}

/** Results speak of households; whose people and land they change is known only once they are merged. */
export function countsOfResults(records: readonly ResultsRecord[]): PackageCounts {
  const visits = records.filter((record) => record.type === 'visit')
  return {
    rows: records.length,
    people: 0,
    households: visits.length,
    villages: new Set(visits.map(({ villageCode }) => villageCode)).size,
    areaCentiMu: 0,
  }
}

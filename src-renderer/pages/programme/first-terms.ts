import { noRecheck } from '../../../src-main/domain/recheck.ts'
import { heardByLaw } from '../../../src-main/domain/hearing.ts'
import { neverPosted } from '../../../src-main/domain/posted-line.ts'
import { defaultSignOffChain, paidBy } from '../../../src-main/domain/programme-terms.ts'
import type { Inputs } from '../../api/calls.ts'
import type { ProgrammeRow } from './programme-row.ts'

type Terms = Inputs['programme']['enterTerms']['terms']

/** What is paid every month counts people and months; the reference names only the people. */
function monthly({ unit, cycle }: ProgrammeRow): string {
  return unit === '人' && cycle.startsWith('月') ? '人·月' : unit
}

/** As the county's list has it, else what is usual for land, a household or a person; all to be checked against the document. */
export function firstTerms(row: ProgrammeRow, year: number): Terms {
  const by = paidBy(row.unit)
  const office = by === 'land' ? '县农业农村局' : row.department
  return {
    name: row.name,
    department: row.listed?.department || row.department,
    beneficiaries: row.listed?.beneficiaries || (by === 'land' ? '拥有耕地承包权的种地农民' : ''),
    unit: monthly(row),
    rateYuan: row.listed?.rateYuan ?? null,
    rateBy: 'each',
    rateTiers: [],
    rateText: row.listed?.rateText || '按县当年文件执行',
    basis: row.listed?.basis ?? '',
    eligibilityDate: `${year}-01-01`,
    deathConsequence: by === 'person' ? 'stop-next-month' : 'change-householder',
    signOffChain: defaultSignOffChain,
    signedRegister: 'when-printed',
    recheck: noRecheck,
    publicity: {
      posted: !neverPosted.includes(row.programmeCode),
      days: 7,
      dayKind: 'calendar',
      firstDayCounted: false,
      moveLastDayPastRest: false,
      // What somebody is paid for may not be for the whole village to read.
      nameStyle: by === 'person' ? 'surname-only' : 'full',
      places: '村公示栏、村民小组醒目处',
    },
    eligibilityRule: '',
    hearing: heardByLaw.includes(row.programmeCode) ? 'before-cut' : 'not-required',
    payer: '县财政局',
    reviewDepartment: office,
    reissuer: office,
    source: row.listed?.source ?? '',
  }
}

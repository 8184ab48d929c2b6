import { defaultSignOffChain } from '../../../src-main/domain/programme-terms.ts'
import type { Inputs } from '../../api/calls.ts'
import type { ProgrammeRow } from './programme-row.ts'

type Terms = Inputs['programme']['enterTerms']['terms']

/** As the county's list has it, else what is usual for farmland; all of it to be checked against the document. */
export function firstTerms(row: ProgrammeRow, year: number): Terms {
  return {
    name: row.name,
    department: row.listed?.department || row.department,
    beneficiaries: row.listed?.beneficiaries || '拥有耕地承包权的种地农民',
    unit: row.unit,
    rateYuan: row.listed?.rateYuan ?? null,
    rateText: row.listed?.rateText || '按县当年文件执行',
    basis: row.listed?.basis ?? '',
    eligibilityDate: `${year}-01-01`,
    deathConsequence: 'change-householder',
    signOffChain: defaultSignOffChain,
    signedRegister: 'when-printed',
    publicity: {
      posted: true,
      days: 7,
      dayKind: 'calendar',
      firstDayCounted: false,
      moveLastDayPastRest: false,
      nameStyle: 'full',
      places: '村公示栏、村民小组醒目处',
    },
    payer: '县财政局',
    reviewDepartment: '县农业农村局',
    reissuer: '县农业农村局',
    source: row.listed?.source ?? '',
  }
}

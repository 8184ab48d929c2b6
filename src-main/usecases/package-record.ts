import { addDays } from '../domain/day.ts'
import type { ApplicationRecord } from '../package-file/records.ts'
import type { LineToPack } from '../store/export-package-queries.ts'

/** One application as it leaves: what was asked, what the township found, where it was posted and who reviewed it. */
export function recordOf(
  line: LineToPack,
  approval: { by: string; at: string } | undefined,
  firstDayCounted: boolean,
): ApplicationRecord {
  const { householderName, householderIdNumber } = line
  const reviewed = { quantityCenti: line.quantityCenti ?? line.areaCentiMu, amountFen: line.amountFen }
  const applied = {
    quantityCenti: line.appliedQuantityCenti ?? reviewed.quantityCenti,
    amountFen: line.appliedAmountFen ?? reviewed.amountFen,
  }
  return {
    id: line.id,
    villageCode: line.villageCode,
    group: line.groupName === '' ? null : line.groupName,
    householdNo: line.householdNo,
    householder:
      householderName === null || householderIdNumber === null
        ? null
        : { name: householderName, idNumber: householderIdNumber },
    beneficiary: { name: line.beneficiaryName, idNumber: line.beneficiaryIdNumber },
    payee: {
      name: line.payeeName,
      idNumber: line.payeeIdNumber,
      accountNo: line.accountNo,
      bankName: line.bankName === '' ? null : line.bankName,
    },
    areaCentiMu: line.areaCentiMu,
    rateYuan: line.rateYuan,
    amountFen: line.amountFen,
    publicity: publicityOf(line, firstDayCounted),
    review: { by: approval?.by ?? '', at: approval?.at ?? '' },
    figures: { applied, reviewed },
  }
}

function publicityOf(
  { serial, edition, postedOn, lastDay }: LineToPack,
  firstDayCounted: boolean,
): ApplicationRecord['publicity'] {
  if (serial === null || edition === null) return null
  return {
    serial,
    version: edition,
    firstDay: postedOn === null ? '' : addDays(postedOn, firstDayCounted ? 0 : 1),
    lastDay: lastDay ?? '',
  }
}

import { checkPeriod } from '../../usecases/check-period.ts'
import { checkYear } from '../../usecases/check-year.ts'
import { approveClean } from '../../usecases/decide-review.ts'
import type { RunnersOf } from '../handler-types.ts'

export const reviewRunners: RunnersOf<'review'> = {
  'review.check': checkPeriod,
  'review.check-year': checkYear,
  'review.approve-clean': approveClean,
}

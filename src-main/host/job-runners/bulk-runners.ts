import { applyBulk, undoBulk } from '../../usecases/apply-bulk.ts'
import type { RunnersOf } from '../handler-types.ts'

export const bulkRunners: RunnersOf<'bulk'> = {
  'bulk.apply': applyBulk,
  'bulk.undo': undoBulk,
}

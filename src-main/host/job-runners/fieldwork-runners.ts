import { assignFieldwork, reissueAssignment } from '../../usecases/assign-fieldwork.ts'
import { decideHeld } from '../../usecases/decide-held.ts'
import { writeOut } from '../../usecases/exchange-folder.ts'
import { receiveFiles, retryQuarantined } from '../../usecases/receive-files.ts'
import { returnResults } from '../../usecases/return-results.ts'
import type { RunnersOf } from '../handler-types.ts'

export const fieldworkRunners: RunnersOf<'fieldwork'> = {
  'fieldwork.assign': assignFieldwork,
  'fieldwork.reissue': reissueAssignment,
  'fieldwork.return': returnResults,
  'fieldwork.receive': receiveFiles,
  'fieldwork.retry': retryQuarantined,
  'fieldwork.decide': decideHeld,
  'fieldwork.write-out': writeOut,
}

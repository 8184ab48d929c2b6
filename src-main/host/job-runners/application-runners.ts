import { recompute } from '../../usecases/recompute.ts'
import { rollForward } from '../../usecases/roll-forward.ts'
import type { RunnersOf } from '../handler-types.ts'

export const applicationRunners: RunnersOf<'application'> = {
  'application.roll-forward': rollForward,
  'application.recompute': recompute,
}

import { fixRecovery, recordRecovered } from '../../usecases/recover.ts'
import { showStops } from '../../usecases/show-stops.ts'
import {
  decideStop,
  openStopFile,
  proposeStop,
  resumeSuspended,
  showStopAmount,
} from '../../usecases/stop.ts'
import type { HandlersOf } from '../handler-types.ts'

export const stopHandlers: HandlersOf<'stop'> = {
  amount: (ctx, input) => showStopAmount(ctx, input),
  propose: (ctx, input) => proposeStop(ctx, input),
  decide: async (ctx, input) => ({ status: (await decideStop(ctx, input)).status }),
  list: (ctx, input) => showStops(ctx, input),
  resume: (ctx, input) => resumeSuspended(ctx, input),
  fix: (ctx, input) => fixRecovery(ctx, input),
  recovered: (ctx, input) => recordRecovered(ctx, input),
  file: (ctx, input) => openStopFile(ctx, input),
}

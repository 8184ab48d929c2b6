import {
  acceptRequest,
  answerFile,
  readRequest,
  revokeMachine,
  showMachines,
} from '../../usecases/enrol-machine.ts'
import { pinOffice, readAnswer, requestFile, showMachineHere } from '../../usecases/join-office.ts'
import type { HandlersOf } from '../handler-types.ts'

export const fieldworkHandlers: HandlersOf<'fieldwork'> = {
  here: (ctx) => showMachineHere(ctx),
  machines: (ctx) => showMachines(ctx),
  requestFile: (ctx) => requestFile(ctx),
  readRequest: (ctx, input) => readRequest(ctx, input),
  acceptRequest: (ctx, input) => acceptRequest(ctx, input),
  answerFile: (ctx, input) => answerFile(ctx, input),
  readAnswer: (ctx, input) => readAnswer(ctx, input),
  pinOffice: (ctx, input) => pinOffice(ctx, input),
  revoke: (ctx, input) => revokeMachine(ctx, input),
}

import { addFoundHousehold } from '../../usecases/add-found-household.ts'
import { showChoice, takeBackAssignment } from '../../usecases/assign-fieldwork.ts'
import { decideFound } from '../../usecases/decide-found.ts'
import {
  acceptRequest,
  answerFile,
  readRequest,
  revokeMachine,
  showMachines,
} from '../../usecases/enrol-machine.ts'
import { chooseFolder, showFolder } from '../../usecases/exchange-folder.ts'
import { pinOffice, readAnswer, requestFile, showMachineHere } from '../../usecases/join-office.ts'
import { putAwayQuarantined } from '../../usecases/receive-files.ts'
import { resolveConflict } from '../../usecases/resolve-conflict.ts'
import { openConflict, showConflicts, showEditHistory } from '../../usecases/show-conflicts.ts'
import { sentFile, showAssignments, showOutNow, showToReturn } from '../../usecases/show-fieldwork.ts'
import { showFound, showFoundHistory } from '../../usecases/show-found.ts'
import { showIncoming } from '../../usecases/show-incoming.ts'
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
  folder: (ctx) => showFolder(ctx),
  chooseFolder: (ctx, input) => chooseFolder(ctx, input),
  choice: (ctx, input) => showChoice(ctx, input),
  assignments: (ctx) => showAssignments(ctx),
  takeBack: (ctx, input) => takeBackAssignment(ctx, input),
  outNow: (ctx, input) => showOutNow(ctx, input),
  sentFile: (ctx, input) => sentFile(ctx, input),
  toReturn: (ctx) => showToReturn(ctx),
  incoming: (ctx) => showIncoming(ctx),
  putAway: (ctx, input) => putAwayQuarantined(ctx, input),
  conflicts: (ctx, input) => showConflicts(ctx, input),
  openConflict: (ctx, input) => openConflict(ctx, input),
  resolve: (ctx, input) => resolveConflict(ctx, input),
  history: (ctx, input) => showEditHistory(ctx, input),
  addFound: (ctx, input) => addFoundHousehold(ctx, input),
  found: (ctx) => showFound(ctx),
  foundHistory: (ctx, input) => showFoundHistory(ctx, input),
  decideFound: (ctx, input) => decideFound(ctx, input),
}

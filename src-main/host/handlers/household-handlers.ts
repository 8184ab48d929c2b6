import { nameNewHead } from '../../usecases/change-householder.ts'
import { withProof } from '../../usecases/event-evidence.ts'
import { eventSheet } from '../../usecases/event-sheet.ts'
import { mergeInto } from '../../usecases/merge-households.ts'
import { recordMoveIn, recordMoveOut } from '../../usecases/move-household.ts'
import { printOrHtml } from '../../usecases/print-or-html.ts'
import { recordDeathOf } from '../../usecases/record-death.ts'
import { recordTakeOver } from '../../usecases/record-take-over.ts'
import { recordRestore } from '../../usecases/restore-person.ts'
import { showConsequences } from '../../usecases/show-consequences.ts'
import { splitOff } from '../../usecases/split-household.ts'
import type { HandlersOf } from '../handler-types.ts'

interface Proven {
  readonly fileToken: string | null
  readonly happenedOn: string
}

const ofHousehold = (id: string) => () => ({ kind: 'household' as const, id })
const ofPerson = (id: string) => () => ({ kind: 'person' as const, id })
const booklet = ({ fileToken, happenedOn }: Proven) => ({
  fileToken,
  happenedOn,
  kind: 'household-booklet' as const,
})

export const householdHandlers: HandlersOf<'household'> = {
  split: (ctx, input) =>
    withProof(ctx, { ...booklet(input), subjectOf: ofHousehold(input.householdId) }, (command) =>
      splitOff(command, input),
    ),
  merge: (ctx, input) =>
    withProof(ctx, { ...booklet(input), subjectOf: ofHousehold(input.householdId) }, (command) =>
      mergeInto(command, input),
    ),
  changeHouseholder: (ctx, input) =>
    withProof(ctx, { ...booklet(input), subjectOf: ofHousehold(input.householdId) }, (command) =>
      nameNewHead(command, input),
    ),
  moveIn: (ctx, input) =>
    withProof(
      ctx,
      { ...booklet(input), subjectOf: ({ householdId }) => ({ kind: 'household', id: householdId }) },
      (command) => recordMoveIn(command, input),
    ),
  moveOut: (ctx, input) =>
    withProof(ctx, { ...booklet(input), subjectOf: ofHousehold(input.householdId) }, (command) =>
      recordMoveOut(command, input),
    ),
  recordDeath: (ctx, input) =>
    withProof(
      ctx,
      { ...booklet(input), kind: 'death-proof', subjectOf: ofPerson(input.personId) },
      (command) => recordDeathOf(command, input),
    ),
  takeOver: (ctx, input) =>
    withProof(
      ctx,
      { ...booklet(input), kind: 'bank-card', subjectOf: ofPerson(input.takeOver.successorId) },
      (command) => recordTakeOver(command, input),
    ),
  restore: (ctx, input) =>
    withProof(ctx, { ...booklet(input), kind: 'id-card', subjectOf: ofPerson(input.personId) }, (command) =>
      recordRestore(command, input),
    ),
  consequences: (ctx, input) => showConsequences(ctx, input),
  eventSheet: (ctx, input) => eventSheet(ctx, input, (html) => printOrHtml(ctx.parts.pdf, html)),
}

import { sha256Hex } from '../crypto/digest.ts'
import type { ExtractGrain } from '../domain/extract-field.ts'
import { Problem } from '../domain/problem.ts'
import type { FormSeen } from '../workbook/read-form.ts'
import type { Parts, QueryContext } from './context.ts'

export type FormWay = 'append' | 'match'

/** 暂存的表 — another office's file with how it is understood so far. */
export interface FormStage {
  readonly id: string
  readonly userId: string
  readonly fileName: string
  readonly bytes: Uint8Array
  readonly seen: FormSeen
  /** The head as it was found unasked: by its words the form is known again. */
  readonly found: { readonly shape: readonly string[]; readonly header: readonly [number, number] }
}

/** What is kept of how a form was filled. */
export interface KeptFormMapping {
  readonly fields: readonly (string | null)[]
  readonly grain: ExtractGrain
  readonly way: FormWay
  /** How far the head is from where it is found. */
  readonly moved: readonly [number, number]
}

/** Somebody else's, or one that has gone from the shelf, is none. */
export function getFormStage(
  ctx: Pick<QueryContext, 'actor'> & { readonly parts: Pick<Parts, 'stages'> },
  stageId: string,
): FormStage {
  const stage = ctx.parts.stages.get(stageId) as FormStage | undefined
  if (stage?.userId !== ctx.actor.userId || stage.found === undefined) throw new Problem('form.gone')
  return stage
}

export function formShape(headers: readonly string[]): string {
  return sha256Hex(new TextEncoder().encode(['form', ...headers].join('\n')))
}

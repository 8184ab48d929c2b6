import { Problem } from '../domain/problem.ts'
import type { Scope } from '../domain/role.ts'
import {
  findPolicyList,
  insertPolicyDraft,
  insertPolicyLines,
  listPolicyLines,
  type StoredPolicyList,
} from '../store/policy-queries.ts'
import type { CommandContext } from './context.ts'

/** A whole list is about every programme: whoever answers for some of them only neither brings nor decides it. */
export function refusePartOfList(scope: Scope): void {
  if (scope.programmes !== 'all') throw new Problem('permission.denied', { needs: 'scope' })
}

/** The year's draft; where there is none, one that says what the list in force says. */
export async function draftOf(ctx: CommandContext, year: number): Promise<StoredPolicyList> {
  const draft = await findPolicyList(ctx.writer, year, 'draft')
  if (draft !== undefined) return draft
  const inForce = await findPolicyList(ctx.writer, year, 'in-force')
  const [id, by] = [ctx.newId(), ctx.actor.userId]
  await insertPolicyDraft(ctx.writer, {
    ...{ id, year, title: inForce?.title ?? `${String(year)} 年补贴政策清单`, source: '逐条录入' },
    ...{ sourceSha256: null, enteredBy: by, enteredAt: ctx.now().toISOString() },
  })
  if (inForce !== undefined) {
    const lines = await listPolicyLines(ctx.writer, inForce.id)
    await insertPolicyLines(
      ctx.writer,
      lines.filter(({ dropped }) => dropped === 0).map((line) => ({ ...line, listId: id, reason: '' })),
    )
  }
  const made = await findPolicyList(ctx.writer, year, 'draft')
  if (made === undefined) throw new Error('a draft that was just made is not there')
  return made
}

import { Problem } from '../domain/problem.ts'
import { inScopeOf } from '../domain/role.ts'
import { getApplication } from '../store/application-queries.ts'
import { listKinHouseholds } from '../store/kin-queries.ts'
import {
  listInquiries,
  listInvolved,
  listObjections,
  type StoredObjection,
} from '../store/objection-queries.ts'
import { getPublicity } from '../store/publicity-queries.ts'
import { listUserNames } from '../store/users-queries.ts'
import type { QueryContext } from './context.ts'

type Inquiry = Awaited<ReturnType<typeof listInquiries>>[number]

/** 异议 of a notice. Who said a protected one is told to whoever took it down and the complaints officer only (信访工作条例 30). */
export async function showObjections(ctx: QueryContext, { publicityId }: { readonly publicityId: string }) {
  const publicity = await getPublicity(ctx.reader, publicityId)
  if (!inScopeOf(ctx.scope, publicity)) throw new Problem('record.not-found', { what: '公示' })
  const names = await listUserNames(ctx.reader)
  const inquiries = Map.groupBy(await listInquiries(ctx.reader, publicityId), (one) => one.objectionId)
  const rows = []
  for (const objection of await listObjections(ctx.reader, publicityId)) {
    const own = inquiries.get(objection.id) ?? []
    const waiting = own.find(({ state }) => state === 'proposed')
    rows.push({
      ...{ objectionId: objection.id, lineNo: objection.lineNo, printedName: objection.printedName },
      ...{ way: objection.way, receivedOn: objection.receivedOn, dueOn: objection.dueOn },
      objector: mayKnow(ctx, objection) ? { name: objection.objector, phone: objection.phone } : null,
      ...{ isProtected: objection.isProtected === 1, statement: objection.statement },
      ...{ recordedBy: names.get(objection.recordedBy) ?? '', recordedAt: objection.recordedAt },
      ...{ outcome: objection.outcome, answer: objection.answer, closedAt: objection.closedAt },
      closedBy: objection.closedBy === null ? null : (names.get(objection.closedBy) ?? ''),
      inquiries: own.map((one) => toInquiry(one, names)),
      ...(await whoMay(ctx, objection, waiting)),
    })
  }
  return rows
}

/** Whether somebody may know who objected: an auditor never does (product.md), of a protected one few do. */
export function mayKnow(
  { actor }: Pick<QueryContext, 'actor'>,
  { isProtected, recordedBy }: StoredObjection,
): boolean {
  const isOfficer = actor.roles.includes('complaints-officer')
  if (recordedBy === actor.userId || isOfficer) return true
  return isProtected === 0 && !actor.roles.includes('auditor')
}

function toInquiry(
  { id, objectionId: _, fileSha256, fileExtension: __, ...one }: Inquiry,
  names: Map<string, string> | ReadonlyMap<string, string>,
) {
  const { byUser, decidedBy, decidedAt: ___, investigators, ...shown } = one
  return {
    ...{ inquiryId: id, ...shown, investigators: JSON.parse(investigators) as string[] },
    ...{ hasFile: fileSha256 !== null, by: names.get(byUser) ?? '' },
    decidedBy: decidedBy === null ? null : (names.get(decidedBy) ?? ''),
  }
}

async function whoMay(ctx: QueryContext, objection: StoredObjection, waiting: Inquiry | undefined) {
  if (objection.outcome !== null) return { mayInvestigate: false, mayDecide: false, whyNot: null }
  const { userId, roles } = ctx.actor
  const involved = await listInvolved(ctx.reader, objection.applicationId)
  const { householdId } = await getApplication(ctx.reader, objection.applicationId)
  const isKin = (await listKinHouseholds(ctx.reader, userId)).has(householdId ?? '')
  const isOut = isKin || involved.some(({ id }) => id === userId)
  const works = roles.some((role) => role === 'clerk' || role === 'reviewer' || role === 'approver')
  const decides = roles.includes('approver') && waiting !== undefined && waiting.byUser !== userId
  return {
    mayInvestigate: works && !isOut && waiting === undefined,
    mayDecide: decides && !isOut,
    whyNot: works && isOut ? '您录入、审核过这一笔或是其近亲属，须回避，请由别人核查和签批。' : null,
  }
}

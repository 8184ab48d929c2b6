import { idTail } from '../domain/id-number.ts'
import { villageTitle } from '../domain/village-name.ts'
import type { HouseholdInPackage } from '../package-file/household-record.ts'
import type { TaskToAssign } from '../store/assignment-queries.ts'
import type { listTasksById } from '../store/carried-survey-queries.ts'
import type { StoredEdit } from '../store/survey-edit-queries.ts'
import { visitStateLabels } from '../wording/survey-labels.ts'
import { type SummaryColumn, writeSummary } from '../workbook/write-summary.ts'

const text = (header: string, width: number): SummaryColumn => ({ header, width, kind: 'text' })
const count = (header: string, width: number): SummaryColumn => ({ header, width, kind: 'count' })

/** summary.xlsx of an assignment: who is to be visited; several households on a page, so numbers by their last four. */
export function assignmentSummary(
  round: { readonly name: string },
  {
    machine,
    visitors,
  }: { readonly machine: { readonly name: string }; readonly visitors: readonly string[] },
  tasks: readonly TaskToAssign[],
  households: readonly HouseholdInPackage[],
): Promise<Uint8Array> {
  const byId = new Map(households.map((household) => [household.id, household]))
  const rows = tasks.map((task) => {
    const household = byId.get(task.householdId)
    const head = household?.members.find(({ id }) => id === household.householderId)
    const area = household?.parcels.reduce((sum, parcel) => sum + parcel.areaCentiMu, 0) ?? 0
    return [
      ...[household?.villageName ?? '', task.groupName, household?.householdNo ?? '', head?.name ?? ''],
      ...[head === undefined ? '' : idTail(head.idNumber), household?.members.length ?? 0, area],
      task.mustVisit === '[]' ? '' : '必访',
    ]
  })
  const columns = [
    ...[text('村', 14), text('组', 10), text('户编号', 20), text('户主', 12), text('身份证后四位', 10)],
    ...[count('人口', 8), { header: '地块面积（亩）', width: 14, kind: 'area' as const }, text('必访', 8)],
  ]
  const title = `${round.name}摸底任务（${machine.name}，${visitors.join('、')}）`
  return writeSummary([numbered('摸底任务', title, columns, rows)])
}

/** summary.xlsx of results: how far each household is, and how much was typed. */
export function resultsSummary(
  round: { readonly name: string },
  machineName: string,
  tasks: Awaited<ReturnType<typeof listTasksById>>,
  edits: readonly StoredEdit[],
): Promise<Uint8Array> {
  const byTask = Map.groupBy(edits, ({ taskId }) => taskId)
  const rows = tasks.map((task) => [
    ...[villageTitle(task.villageName), task.groupName, task.householdNo, task.householderName ?? ''],
    ...[visitStateLabels[task.state], task.visitedOn ?? '', byTask.get(task.id)?.length ?? 0],
  ])
  const columns = [
    ...[text('村', 14), text('组', 10), text('户编号', 20), text('户主', 12), text('走访情况', 10)],
    ...[text('日期', 12), count('录入项', 8)],
  ]
  return writeSummary([numbered('摸底返回', `${round.name}摸底返回（${machineName}）`, columns, rows)])
}

function numbered(
  name: string,
  title: string,
  columns: readonly SummaryColumn[],
  rows: readonly (readonly (string | number | null)[])[],
) {
  return {
    ...{ name, title, columns: [count('序号', 6), ...columns] },
    rows: rows.map((row, index) => [index + 1, ...row]),
  }
}

import { formatMu } from '../domain/area.ts'
import { formatYuan } from '../domain/money.ts'
import type { DemonstrationReport } from './report.ts'

type Row = readonly [step: string, rows: string, area: string, amount: string, note: string]

/** The report as a table a person reads at the end of a run. */
export function summaryTable(report: DemonstrationReport): string {
  const { steps } = report
  const money = (totals: { rows: number; areaCentiMu: number; amountFen: number }) =>
    [String(totals.rows), formatMu(totals.areaCentiMu), formatYuan(totals.amountFen)] as const
  const rows: Row[] = [
    ['步骤', '行数', '面积（亩）', '金额（元）', '说明'],
    ...steps.imported.map((list): Row => [
      `导入 ${list.file}`,
      String(list.accepted),
      areaOf(list),
      amountOf(list),
      `表内 ${String(list.lines)} 行，退回 ${String(list.rejected)}，跳过 ${String(list.skipped)}`,
    ]),
    ['滚动成本年申报', ...money(steps.rolledForward), `${String(steps.rolledForward.households)} 户`],
    [
      '检查',
      String(steps.checked.withFindings),
      '',
      '',
      Object.entries(steps.checked.byCheck)
        .map(([check, rows]) => `${check}:${String(rows)}`)
        .join(' '),
    ],
    ['初审退回补正', ...money(steps.returned), '逐行写明原因'],
    ['初审通过', ...money(steps.approved), `${String(steps.approved.households)} 户`],
    ['公示', ...money(steps.publicized), `${String(steps.publicized.notices)} 份公示件`],
    ['报送包', ...money(steps.package), `序号 ${String(steps.package.sequence)}，双签，已加密`],
    ['收件人拆开核对', ...money(steps.openedAgain), report.verification.ok ? '逐项验证通过' : '验证不通过'],
  ]
  return [
    ...align(rows),
    report.tiesOut
      ? '各步勾稽一致，分文不差。'
      : `勾稽不一致：${report.ties
          .filter((tie) => !tie.holds)
          .map((tie) => tie.name)
          .join('；')}`,
  ].join('\n')
}

function areaOf(list: { areaCentiMu?: number }): string {
  return list.areaCentiMu === undefined ? '' : formatMu(list.areaCentiMu)
}
function amountOf(list: { amountFen?: number }): string {
  return list.amountFen === undefined ? '' : formatYuan(list.amountFen)
}

function align(rows: readonly Row[]): string[] {
  const widths = [0, 1, 2, 3].map((column) => Math.max(...rows.map((row) => widthOf(row[column] ?? ''))))
  return rows.map((row) =>
    row
      .map((cell, column) =>
        column === 0
          ? cell.padEnd(cell.length + (widths[0] ?? 0) - widthOf(cell))
          : column < 4
            ? ' '.repeat((widths[column] ?? 0) - widthOf(cell)) + cell
            : cell,
      )
      .join('  '),
  )
}

/** Columns in a terminal: a Han character takes two. */
function widthOf(text: string): number {
  return [...text].reduce((width, character) => width + (/[\u1100-\uffff]/.test(character) ? 2 : 1), 0)
}

import { batchNumberOf } from '../domain/batch-number.ts'
import { sumFen } from '../domain/money.ts'
import type { LineToPack } from '../store/export-package-queries.ts'
import { getTownship } from '../store/division-queries.ts'
import type { StoredTerms } from '../store/programme-queries.ts'
import type { Reader } from '../store/reader.ts'
import { listExceptions } from '../store/users-queries.ts'
import { roleLabels } from '../wording/status-labels.ts'
import { writeSummary } from '../workbook/write-summary.ts'

/** summary.xlsx — the table a department clerk opens first: a sheet by village and a sheet of every line. */
export async function packageSummary(
  reader: Reader,
  stored: StoredTerms,
  packageId: string,
  lines: readonly LineToPack[],
): Promise<Uint8Array> {
  const township = await getTownship(reader)
  const subject = `${township.name}${String(stored.year)}年${stored.terms.name}`
  const villages = { ...villageSheet(subject, lines), foot: footOf(packageId, stored.terms.signOffChain) }
  return writeSummary([villages, lineSheet(subject, lines, stored.terms.unit), await exceptionSheet(reader)])
}

/** 批次号 ties the paper to the package; the chain's places to sign stand in their order (field-notes 11, 16). */
function footOf(packageId: string, chain: readonly string[]): string[] {
  const places = chain.map((step) => `${step}：＿＿＿＿＿＿＿＿`).join('　')
  return [`批次号：${batchNumberOf(packageId)}　　${places}　　年　　月　　日（盖章）`]
}

/** 例外清单 — every registered exception leaves with the package (field-notes 12). */
async function exceptionSheet(reader: Reader) {
  const exceptions = await listExceptions(reader)
  const text = (header: string, width: number) => ({ header, width, kind: 'text' as const })
  return {
    name: '例外清单',
    title: '一人多岗备案清单',
    columns: [
      text('姓名', 12),
      text('岗位', 24),
      text('有效期至', 14),
      text('原因', 36),
      text('依据', 30),
      text('登记时间', 24),
    ],
    rows: exceptions.map(({ displayName, roles, validTo, reason, basis, registeredAt }) => [
      displayName,
      roles.map((role) => roleLabels[role]).join('、'),
      validTo,
      reason,
      basis,
      registeredAt,
    ]),
  }
}

function villageSheet(subject: string, lines: readonly LineToPack[]) {
  const villages = [...Map.groupBy(lines, (line) => line.villageCode)]
  const row = (own: readonly LineToPack[]) => [
    own.length,
    new Set(own.map((line) => line.beneficiaryId)).size,
    new Set(own.map((line) => line.householdId ?? line.beneficiaryId)).size,
    sumFen(own.map((line) => line.areaCentiMu)),
    sumFen(own.map((line) => line.amountFen)),
  ]
  return {
    name: '分村汇总表',
    title: `${subject}分村汇总表`,
    columns: [
      { header: '序号', width: 6, kind: 'count' as const },
      { header: '村', width: 16, kind: 'text' as const },
      { header: '行数', width: 8, kind: 'count' as const },
      { header: '人数', width: 8, kind: 'count' as const },
      { header: '户数', width: 8, kind: 'count' as const },
      { header: '面积（亩）', width: 14, kind: 'area' as const },
      { header: '金额（元）', width: 16, kind: 'money' as const },
      { header: '公示编号', width: 12, kind: 'text' as const },
    ],
    rows: villages.map(([, own], index) => [
      index + 1,
      own[0]?.villageName ?? '',
      ...row(own),
      [...new Set(own.map((line) => line.serial ?? '不公示'))].join('、'),
    ]),
    totals: ['合计', null, ...row(lines), null],
  }
}

function lineSheet(subject: string, lines: readonly LineToPack[], unit: string) {
  const isLand = lines.every(({ quantityCenti }) => quantityCenti === null)
  const quantityOf = ({ areaCentiMu, quantityCenti }: LineToPack) => quantityCenti ?? areaCentiMu
  return {
    name: '分户清册',
    title: `${subject}分户清册`,
    columns: [
      { header: '序号', width: 6, kind: 'count' as const },
      { header: '村', width: 14, kind: 'text' as const },
      { header: '组', width: 8, kind: 'text' as const },
      { header: '户编号', width: 20, kind: 'text' as const },
      { header: '姓名', width: 10, kind: 'text' as const },
      { header: '身份证号码', width: 21, kind: 'text' as const },
      // both are kept in hundredths and shown with two decimals
      { header: isLand ? '面积（亩）' : '数量', width: 11, kind: 'area' as const },
      { header: `补贴标准（元/${unit}）`, width: 12, kind: 'text' as const },
      { header: '金额（元）', width: 12, kind: 'money' as const },
      { header: '账号', width: 24, kind: 'text' as const },
      { header: '开户行', width: 24, kind: 'text' as const },
      { header: '公示编号', width: 11, kind: 'text' as const },
    ],
    rows: lines.map((line, index) => [
      index + 1,
      line.villageName,
      line.groupName,
      line.householdNo ?? '',
      line.beneficiaryName,
      line.beneficiaryIdNumber,
      quantityOf(line),
      line.rateYuan ?? '',
      line.amountFen,
      line.accountNo,
      line.bankName,
      line.serial ?? '不公示',
    ]),
    totals: [
      '合计',
      null,
      null,
      null,
      null,
      null,
      sumFen(lines.map(quantityOf)),
      null,
      sumFen(lines.map((line) => line.amountFen)),
      null,
      null,
      null,
    ],
  }
}

import { dayInWords, listed, type SentencesOf } from './sentence.ts'
import { dependentLabel } from './stage-labels.ts'

type Things = 'file' | 'list' | 'stage' | 'job'

/** Several tables may mean the same to a clerk. */
function dependentTexts(dependents: readonly { readonly what: string; readonly rows: number }[]): string[] {
  const rows = new Map<string, number>()
  for (const { what, rows: count } of dependents) {
    const label = dependentLabel(what)
    rows.set(label, (rows.get(label) ?? 0) + count)
  }
  return [...rows].map(([label, count]) => `${label} ${String(count)} 处`)
}

const units = { MB: ' MB', rows: ' 行', columns: ' 列' } as const

/** Files that come in and the lists read from them. */
export const listSentences: SentencesOf<Things> = {
  'file.not-found': ({ fileName }) => ({
    what: `找不到文件“${fileName}”。`,
    now: '文件可能已移走或 U 盘已拔出，请重新选择。',
  }),
  'file.not-a-spreadsheet': ({ fileName }) => ({
    what: `“${fileName}”不是电子表格，没有导入。`,
    now: '请选 xlsx、xls、csv 或 txt 文件；图片和 PDF 请先向出表单位要电子表格。',
  }),
  'file.is-web-page': ({ fileName }) => ({
    what: `“${fileName}”名字像表格，内容其实是网页，没有导入。`,
    now: '请用 WPS 或 Excel 打开它，另存为 xlsx，再导入。',
  }),
  'file.is-password-protected': ({ fileName }) => ({
    what: `“${fileName}”设了打开密码，读不出内容。`,
    now: '请用 WPS 或 Excel 打开，取消密码另存一份，再导入。',
  }),
  'file.too-large': ({ fileName, limit, unit }) => ({
    what: `“${fileName}”太大，超过 ${limit}${units[unit]}的上限，没有导入。`,
    now: '请删去空白行列和图片，或按村拆成几个文件，分次导入。',
  }),
  'file.is-a-bomb': ({ fileName }) => ({
    what: `“${fileName}”解压后大得不正常，可能是恶意文件，已停止读取。`,
    now: '不要再打开它，请向发送单位核实，重新要一份。',
  }),
  'file.damaged': ({ fileName }) => ({
    what: `“${fileName}”已损坏或没有拷完，读不出来。`,
    now: '请重新拷贝或重新下载，再导入；仍不行的，用 WPS 打开另存一份。',
  }),
  'file.is-empty': ({ fileName }) => ({
    what: `“${fileName}”是空的，一个字节也没有。`,
    now: '文件可能正在保存或没有拷完。请在 WPS 或 Excel 里保存并关闭，重新拷贝，再导入。',
  }),
  'file.is-lock-file': ({ fileName }) => ({
    what: `“${fileName}”是 WPS 或 Excel 打开文件时自动生成的临时文件，里面没有清单。`,
    now: '请在 WPS 或 Excel 里保存并关闭原文件，再选名字前面没有“~$”的那一个。',
  }),
  'file.in-use': ({ fileName }) => ({
    what: `“${fileName}”正被别的程序占用，读不了。`,
    now: '请先在 WPS 或 Excel 里保存并关闭它，再导入；仍不行的，另存一份再选。',
  }),
  'file.timed-out': ({ fileName, seconds }) => ({
    what: `“${fileName}”读了 ${seconds} 秒还没有读完，已停止。`,
    now: '请另存为新的 xlsx，或按村拆成几个文件，再导入。',
  }),
  'file.wrong-kind': ({ fileName, expected }) => ({
    what: `“${fileName}”不是这里要的文件，这里要的是${expected}。`,
    now: '请核对所选的文件；导入清单的，看看清单种类选对没有。',
  }),
  'file.is-bank-feedback': ({ fileName }) => ({
    what: `“${fileName}”是银行的发放结果，不是补贴名册：没有发到的人也在上面，不能当名册导入，没有读。`,
    now: '请先把原件留好，发放结果以后在“报送”里登记；要导入往年名册的，请选财政或乡镇造的发放清册。',
  }),
  'file.dialog-unavailable': () => ({
    what: '这里没有桌面的选择文件窗口。',
    now: '请用页面上的“选择文件”“下载”按钮。',
  }),
  'list.kind-unknown': ({ fileName }) => ({
    what: `看不出“${fileName}”是哪一种清单。`,
    now: '请在“清单种类”里选定一种，再导入；仍不行的，看看表里有没有表头和身份证号一列。',
  }),
  'list.no-header': ({ fileName, wanted }) => ({
    what: `在“${fileName}”里没有找到表头。`,
    now: `请在前 15 行内写一行表头，至少要有：${listed(wanted)}。`,
  }),
  'list.columns-missing': ({ fileName, sheet, missing }) => ({
    what: `“${fileName}”的工作表“${sheet}”缺少必需的列：${listed(missing)}。`,
    now: '请补上这些列，或把列名改成通行的叫法，再导入。',
  }),
  'list.no-rows': ({ fileName }) => ({
    what: `“${fileName}”只有表头，没有数据行。`,
    now: '请核对是否选错了文件或工作表。',
  }),
  'list.not-ready': ({ missing }) => ({
    what: `还不能导入，没有指定：${listed(missing)}。`,
    now: '请在“对应关系”里补上，再导入。',
  }),
  'list.undo-depends': ({ fileName, dependents }) => ({
    what: `“${fileName}”导入以后，已有别的记录用到它：${listed(dependentTexts(dependents))}，没有撤销。`,
    now: '请先处理这些记录；只是个别内容有误的，直接改正即可，不必撤销整次导入。',
  }),
  'list.already-undone': ({ fileName }) => ({
    what: `“${fileName}”这次导入已经撤销过了。`,
    now: '请刷新后查看；需要时可以重新导入。',
  }),
  'list.already-imported': ({ fileName, importedOn, by }) => ({
    what: `“${fileName}”的内容已由${by}于${dayInWords(importedOn)}导入过，没有重复导入。`,
    now: '确有改动的，请保存改动后再导入；要重来一遍的，先在导入记录里撤销那一次。',
  }),
  'list.village-unknown': ({ village }) => ({
    what: `表里的村“${village}”在本乡镇的区划里找不到，或对得上不止一个村。`,
    now: '请改成区划里的村名（如“甘亭村委会”）或 12 位代码，再导入。',
  }),
  'stage.expired': () => ({
    what: '这次导入的预览已经失效，没有写入任何数据。',
    now: '请重新选择文件，再看一次预览。',
  }),
  'job.not-found': () => ({
    what: '找不到这项作业，它可能早已结束。',
    now: '请刷新，在列表里查看结果。',
  }),
  'job.cancelled': () => ({
    what: '作业已取消，没有写入任何数据。',
    now: '需要时可以重新开始。',
  }),
}

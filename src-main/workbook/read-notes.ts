import type { Grid } from './grid.ts'

/** What a clerk should know about how the sheet was read. */
export function readNotes(chosen: Grid, all: readonly Grid[]): string[] {
  const notes: string[] = []
  if (chosen.hiddenLines > 0) notes.push(`表中有 ${chosen.hiddenLines} 行被隐藏，已同其他行一样读入。`)
  if (chosen.hiddenColumns.length > 0)
    notes.push(`表中有 ${chosen.hiddenColumns.length} 列被隐藏，已同其他列一样读入。`)
  if (chosen.emptyFormulas > 0) {
    notes.push(
      `有 ${chosen.emptyFormulas} 个公式单元格没有存下结果，按未填写读入；需要时请在表格软件中打开并保存后重新导入。`,
    )
  }
  const others = all.filter((grid) => grid !== chosen && grid.lineCount > 0)
  const names = others.slice(0, 5).map((grid) => `“${grid.name}”${grid.isHidden ? '（隐藏）' : ''}`)
  if (others.length > 0) {
    notes.push(`只读了工作表“${chosen.name}”，未读${names.join('、')}${others.length > 5 ? '等' : ''}。`)
  }
  return notes
}

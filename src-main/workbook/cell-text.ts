/** 单元格文字 — what a cell says, and whether the sheet stored it as a number (then digits may be lost). */
export interface CellText {
  readonly text: string
  readonly wasNumber: boolean
}

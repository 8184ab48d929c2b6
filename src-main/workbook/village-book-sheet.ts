/** 村级工作簿 as it is printed: what stands where, what may be filled in. Judges nothing. */
export interface VillageBookSheet {
  readonly title: string
  /** 工作簿编号, 版次, 校验 — in words, on the line under the title. */
  readonly identity: string
  readonly parts: readonly SheetPart[]
  /** 填写说明, one paragraph each. */
  readonly instructions: readonly string[]
}

/** One sheet of it. */
export interface SheetPart {
  readonly sheetName: string
  /** What the sheet is, after the title. */
  readonly name: string
  readonly columns: readonly SheetColumn[]
  readonly rows: readonly (readonly SheetCell[])[]
  /** Columns that stay in sight. */
  readonly frozen: number
}

export interface SheetColumn {
  readonly header: string
  readonly width: number
  readonly isHidden: boolean
  /** Said at the header. */
  readonly note?: string
}

export interface SheetCell {
  readonly text: string
  /** `entry` may be filled in, `new` is empty to be filled, `locked` may not be touched, `off` has no meaning on this row. */
  readonly use: 'code' | 'locked' | 'entry' | 'new' | 'off'
  readonly choices?: readonly string[]
  /** Said at the cell; the cell is red. */
  readonly wrong?: string
}

/** 填表人 and 填表日期 — words before the cells a village fills in, to be found again wherever they have gone. */
export const fillerLabel = '填表人：'
export const filledOnLabel = '填表日期：'
/** On the identity line of a sheet that holds only rows sent back. */
export const sentBackMark = '退回件'
export const reasonHeader = '退回原因'

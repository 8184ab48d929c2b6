import { aWorkbook, type Cell } from '../workbook/a-workbook.ts'
import { anAccountNo, anIdNumber } from './an-id-number.ts'

export interface RollPerson {
  readonly name: string
  readonly idNumber: string
  readonly village: string
  readonly areaMu: Cell
  readonly accountNo: string
  /** As printed on last year's roll; the right one when not given. */
  readonly printedYuan?: Cell
}

export const gantingCode = '141024101200'
export const shishiCode = '141024101201'
const headers = ['村', '组', '户主姓名', '身份证号', '面积', '标准', '金额', '账号']

/** Somebody with five mu and a card of their own. */
export function aRollPerson(order: number, change: Partial<RollPerson> = {}): RollPerson {
  return {
    name: `张${'一二三四五六七八九十'[order % 10]}`,
    idNumber: anIdNumber(order),
    village: '甘亭村',
    areaMu: 5,
    accountNo: anAccountNo(order),
    ...change,
  }
}

/** 发放清册 with one line a person. */
export function aRollSheet(people: readonly RollPerson[]): Uint8Array {
  const lines = people.map(({ village, name, idNumber, areaMu, printedYuan, accountNo }) => {
    const amount = printedYuan ?? (typeof areaMu === 'number' ? Math.round(areaMu * 6703) / 100 : null)
    return [village, '一组', name, idNumber, areaMu, 67.03, amount, accountNo]
  })
  return aWorkbook({ lines: [headers, ...lines] })
}

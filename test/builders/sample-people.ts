import { sampleRows, sampleSheet } from '../domain/sample-sheet.ts'

export interface WrittenPerson {
  readonly line: number
  readonly name: string
  readonly idNumber: string
  readonly accountNo: string
  readonly village: string
  readonly relation: string
  readonly householdNo: string
}

const lists: readonly [file: string, firstLine: number, columns: Readonly<Record<string, string>>][] = [
  ['户籍人口花名册.xlsx', 3, { householdNo: 'B', village: 'C', name: 'E', relation: 'F', idNumber: 'H' }],
  ['2025年耕地地力保护补贴发放清册.xlsx', 5, { village: 'B', name: 'D', idNumber: 'E', accountNo: 'I' }],
  ['土地确权台账.xlsx', 3, { name: 'C', idNumber: 'D' }],
  ['死亡人员名单.xls', 3, { name: 'B', idNumber: 'C' }],
  ['财政供养人员名单.xlsx', 2, { name: 'B', idNumber: 'C' }],
]

/** Everybody the sample lists name, as written, by file. */
export function samplePeople(): ReadonlyMap<string, readonly WrittenPerson[]> {
  return new Map(lists.map(([file, from, columns]) => [file, peopleOf(file, from, columns)]))
}

function peopleOf(file: string, from: number, columns: Readonly<Record<string, string>>): WrittenPerson[] {
  return sampleRows(sampleSheet(file), from, columns).map(({ line, row }) => {
    const text = (field: string) => plain(row[field]?.text ?? '')
    const [name, idNumber, accountNo] = [text('name'), text('idNumber').toUpperCase(), text('accountNo')]
    const place = { village: text('village'), relation: text('relation'), householdNo: text('householdNo') }
    return { line, name, idNumber, accountNo, ...place }
  })
}

function plain(text: string): string {
  return text.normalize('NFKC').replace(/\s/g, '')
}

/** Names of two characters or more, whole ID numbers and whole account numbers. */
export function secretsOf(people: Iterable<WrittenPerson>): { names: string[]; numbers: string[] } {
  const names = new Set<string>()
  const numbers = new Set<string>()
  for (const { name, idNumber, accountNo } of people) {
    if (/^[\p{Script=Han}·]{2,}$/u.test(name)) names.add(name)
    if (/^(\d{15}|\d{17}[\dX])$/.test(idNumber)) numbers.add(idNumber)
    if (/^\d{12,}$/.test(accountNo)) numbers.add(accountNo)
  }
  return { names: [...names], numbers: [...numbers] }
}

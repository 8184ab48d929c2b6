import { sameName } from './person-name.ts'
import { withoutSpaces } from './plain-text.ts'
import { villageNameMatches } from './village-name.ts'

/** Who a line of ours is about, with whole values. */
export interface FormPerson {
  readonly name: string
  readonly idNumber: string
  readonly villageName: string
}

/** What a line of the form says of who it is for. */
export interface FormRowKeys {
  readonly name: string
  readonly idNumber: string
  readonly village: string
}

/** The lines of ours that are about who a row of the form names: by the whole number, or by name with what else it says. */
export function matchFormRow<T extends FormPerson>(row: FormRowKeys, lines: readonly T[]): readonly T[] {
  const id = withoutSpaces(row.idNumber).replace(/^'/, '').toUpperCase()
  if (/^\d{17}[\dX]$/.test(id))
    return lines.filter((line) => line.idNumber === id && (row.name === '' || sameName(line.name, row.name)))
  const ending = /(\d{3}[\dX])$/.exec(id)?.[1]
  if (row.name === '') return []
  return lines.filter(
    (line) =>
      sameName(line.name, row.name) &&
      (ending === undefined || line.idNumber.endsWith(ending)) &&
      (row.village === '' || villageNameMatches(row.village, line.villageName)),
  )
}

import { parseGroupName } from './group-name.ts'
import { parseIdNumber, type ReadIdNumber } from './id-number.ts'
import { parsePersonName } from './person-name.ts'
import { plainText, withoutSpaces } from './plain-text.ts'
import type { RowReader } from './row-reader.ts'

export interface NamedPerson {
  readonly name: string
  readonly idNumber: string
  readonly idUpgraded: boolean
}

export interface Place {
  readonly village: string
  readonly group: string
}

/** Who a line is about; what is wrong with name or number is noted. */
export function readPerson(reader: RowReader): { named: NamedPerson; id: ReadIdNumber } | undefined {
  const name = reader.parse('name', parsePersonName)
  const id = reader.parse('idNumber', parseIdNumber)
  if (!name || !id) return undefined
  return { named: { name: name.name, idNumber: id.idNumber, idUpgraded: id.upgraded15 }, id }
}

export function readPlace(reader: RowReader): Place {
  return { village: withoutSpaces(reader.text('village')), group: parseGroupName(reader.text('group')) }
}

/** Somebody else a line names: the number where it can be read, else nothing. */
export function otherId(reader: RowReader, field: string): string {
  const id = reader.optional(field, parseIdNumber)
  return id.ok ? id.idNumber : ''
}

export function otherName(reader: RowReader, field: string): string {
  const name = parsePersonName(reader.text(field))
  return name.ok ? name.name : plainText(reader.text(field))
}

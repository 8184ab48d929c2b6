/** What of a register line is compared with the person stored: anything else may differ without being a change. */
export interface RegisterMarked {
  readonly name: string
  readonly relation: string
  readonly villageCode: string
  readonly group: string
  readonly phone: string
  readonly ethnicity: string
  readonly hukouKind: string
}

export function registerMark(person: RegisterMarked): string {
  const { name, relation, villageCode, group, phone, ethnicity, hukouKind } = person
  return [name, relation, villageCode, group, phone, ethnicity, hukouKind].join('|')
}

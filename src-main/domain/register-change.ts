/** What of a person a register list can change. */
export interface RegisterFacts {
  readonly name: string
  readonly relation: string
  readonly householdNo: string
  readonly villageCode: string
  readonly groupName: string
  readonly phone: string
  readonly ethnicity: string
  readonly hukouKind: string
}

export const registerFacts = [
  'name',
  'relation',
  'householdNo',
  'villageCode',
  'groupName',
  'phone',
  'ethnicity',
  'hukouKind',
] as const satisfies readonly (keyof RegisterFacts)[]

/** What a newer list changes of somebody stored. An empty cell says nothing: it never takes away what is known. */
export function registerChanges(stored: RegisterFacts, listed: RegisterFacts): (keyof RegisterFacts)[] {
  return registerFacts.filter((fact) => listed[fact] !== '' && listed[fact] !== stored[fact])
}

/** 岗位 — what a person does at this workstation; a permission is role × programme × village. */
export const roles = [
  'clerk',
  'reviewer',
  'approver',
  'administrator',
  'complaints-officer',
  'auditor',
] as const
export type Role = (typeof roles)[number]

/** 授权 — one role over some programmes and villages; `*` is all of them. */
export interface Grant {
  readonly role: Role
  readonly programmeCode: string
  readonly villageCode: string
}

/** 数据范围 — what a call may read or touch; every list, search, count and export takes one. */
export interface Scope {
  readonly programmes: readonly string[] | 'all'
  readonly villages: readonly string[] | 'all'
}

/** Whether a thing of a programme and village may be seen within a scope. */
export function inScopeOf(
  scope: Scope,
  thing: { readonly programmeCode?: string; readonly villageCode?: string },
): boolean {
  const within = (allowed: readonly string[] | 'all', value: string | undefined) =>
    allowed === 'all' || value === undefined || allowed.includes(value)
  return within(scope.programmes, thing.programmeCode) && within(scope.villages, thing.villageCode)
}

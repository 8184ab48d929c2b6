import type { FieldState } from './survey-edit.ts'

/** 入登记簿 — what becomes of one surveyed value that the register keeps too. */
export type Applying = 'same' | 'take' | 'differs'

/**
 * A value goes into the register where that says what somebody typed over or what the survey itself said before, and
 * is done where the register says so already. Where anybody else has changed the register, a person decides. All
 * edits of the field are looked at, not the newest alone: which of them came first cannot matter.
 */
export function howToApply(
  surveyed: string | null,
  { heads, former }: Pick<FieldState, 'heads' | 'former'>,
  register: string | null,
): Applying {
  if (plain(surveyed) === plain(register)) return 'same'
  const known = [...heads, ...former].flatMap(({ value, baseValue }) => [plain(value), plain(baseValue)])
  return known.includes(plain(register)) ? 'take' : 'differs'
}

function plain(value: string | null): string {
  return value ?? ''
}

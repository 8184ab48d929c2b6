/** 入登记簿 — what becomes of one surveyed value that the register keeps too. */
export type Applying = 'same' | 'take' | 'differs'

/**
 * A value goes into the register where nobody has changed it there since it was typed over, and is done where the
 * register says so already. Where it has become another one meanwhile, a person decides.
 */
export function howToApply(surveyed: string | null, base: string | null, register: string | null): Applying {
  const plain = (value: string | null) => value ?? ''
  if (plain(surveyed) === plain(register)) return 'same'
  return plain(base) === plain(register) ? 'take' : 'differs'
}

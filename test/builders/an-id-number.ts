const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]

/** A made-up ID number that passes its check digit; sequence codes from 900 were never issued. */
export function anIdNumber(order: number, { division = '142625', birth = '19600101' } = {}): string {
  const body = `${division}${birth}9${String(order).padStart(2, '0')}`
  const sum = weights.reduce((total, weight, at) => total + weight * Number(body[at]), 0)
  return body + '10X98765432'[sum % 11]
}

/** The same number with a check digit that does not fit. */
export function withWrongCheckDigit(idNumber: string): string {
  return idNumber.slice(0, 17) + (idNumber.endsWith('1') ? '2' : '1')
}

/** A passbook-like account of 19 digits, different for every order. */
export function anAccountNo(order: number): string {
  return `621700034000${String(1_000_000 + order * 37).slice(-7)}`
}

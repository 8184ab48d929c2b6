/** 138****0001 — enough to recognise a phone number, not enough to call it. */
export function maskPhone(phone: string): string {
  return phone.length < 8 ? phone.replace(/./g, '*') : `${phone.slice(0, 3)}****${phone.slice(-4)}`
}

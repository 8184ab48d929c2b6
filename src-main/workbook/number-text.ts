/**
 * Plain digits of a stored number, never scientific. Fractions are cut to the 15 digits a spreadsheet keeps,
 * so 0.1 + 0.2 computed there reads 0.3 as its user sees it.
 */
export function numberText(value: number): string {
  if (!Number.isFinite(value)) return ''
  const shown = Number.isInteger(value) ? value : Number(value.toPrecision(15))
  return withoutExponent(String(shown))
}

function withoutExponent(text: string): string {
  const match = /^(-?)(\d)(?:\.(\d+))?e([+-]\d+)$/.exec(text)
  if (!match) return text
  const [, sign = '', whole = '', fraction = '', exponent = '0'] = match
  const digits = whole + fraction
  const places = Number(exponent)
  if (places < 0) return `${sign}0.${'0'.repeat(-places - 1)}${digits}`
  return sign + digits.padEnd(places + 1, '0')
}

/**
 * How a spreadsheet shows a number whose last digits are lost (1.42625199307139E+17). A row given back says this,
 * because as plain digits the invented zeros would pass for an ID number the next time.
 */
export function lossyNumberText(text: string): string {
  const digits = text.replace(/^-/, '')
  if (!/^\d{16,}$/.test(digits)) return text
  const fraction = digits.slice(1, 15).replace(/0+$/, '')
  const mantissa = digits.slice(0, 1) + (fraction === '' ? '' : `.${fraction}`)
  return `${text.startsWith('-') ? '-' : ''}${mantissa}E+${digits.length - 1}`
}

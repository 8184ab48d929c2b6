/** Excel's own longest cell. One longer string, shared by every cell, would fill the memory. */
const longestCell = 32_767

const unusual = /[\u0000-\u0008\u000b-\u001f\u007f]/
const control = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g

/** Text as typed, without what nobody can see: outer blanks, control characters, halves of characters. */
export function cleanText(text: string): string {
  const visible = unusual.test(text) ? text.replace(/\r\n?/g, '\n').replace(control, '') : text
  return visible.slice(0, longestCell).trim().toWellFormed()
}

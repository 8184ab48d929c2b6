export type NameRule = 'name-missing' | 'name-not-a-name'
export type ParsedPersonName =
  { readonly ok: true; readonly name: string } | { readonly ok: false; readonly rule: NameRule }

const invisible = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\ufe00-\ufe0f]/g
// Characters not yet in fonts live in the private areas of older systems: they are somebody's name too.
const letter = /[\p{L}\p{Co}]/u
const han = '[\\p{Script=Han}\\p{Co}]'
const spaceByHan = new RegExp(`(?<=${han}|·)\\s+|\\s+(?=${han}|·)`, 'gu')
const dotBetweenHan = new RegExp(`(?<=${han})\\s*[·•・‧∙⋅･．.●。]\\s*(?=${han})`, 'gu')
const notInNames = /[=+@<>|\\{}\p{Cc}\p{Cs}\p{Cn}]/u

/** 姓名 — as it stands on the ID card: padding inside short names and the many dots of long ones made one. */
export function parsePersonName(text: string): ParsedPersonName {
  const trimmed = text
    .replace(invisible, '')
    .replace(/[\t\r\n]+/g, ' ')
    .trim()
    .replace(/^['‘’]/, '')
  if (trimmed === '') return { ok: false, rule: 'name-missing' }
  if (trimmed.length > 60 || !letter.test(trimmed)) return { ok: false, rule: 'name-not-a-name' }
  if (trimmed.startsWith('-') || notInNames.test(trimmed.normalize('NFKC'))) {
    return { ok: false, rule: 'name-not-a-name' }
  }
  return { ok: true, name: tidy(trimmed) }
}

/** Whether two names are the same person's, however they were typed. */
export function sameName(a: string, b: string): boolean {
  return a === b || comparable(a) === comparable(b)
}

// No NFKC on the kept name: it would replace compatibility characters somebody is registered under.
function tidy(name: string): string {
  return name
    .replace(/[Ａ-Ｚａ-ｚ]/g, (wide) => wide.normalize('NFKC'))
    .replace(dotBetweenHan, '·')
    .replace(spaceByHan, '')
    .replace(/\s+/g, ' ')
}

function comparable(name: string): string {
  return tidy(name.replace(invisible, '').trim().normalize('NFKC')).replace(/[\s·]/g, '').toUpperCase()
}

const ignorable = /[\s\u200b-\u200f\ufeff:*★※#、,，。.;'"“”‘’_/\\|-]/g
const numbering = /^[(]?\d{1,2}[)]?(?=\p{Script=Han})/u
const unit =
  /[([【〔][^)\]】〕]*?(?:单位|亩|元|公顷|平方米|m2|必填|选填|可不填|\d+位|大写|小写|[户人口个张台套头只株棵岁月年%])[^)\]】〕]*[)\]】〕]/gi
const bracketed = /[([【〔<《][^)\]】〕>》]*[)\]】〕>》]/g

/** A header as it is compared: one width of characters, no blanks, marks, numbering or bracketed units. */
export function normalizeHeader(text: string): string {
  const plain = text.normalize('NFKC')
  return fold(plain.replace(unit, '')) || fold(plain)
}

/** The same without anything in brackets: 姓名（户主本人） is 姓名 when nothing fits better. */
export function headerWithoutBrackets(text: string): string {
  const plain = text.normalize('NFKC')
  return fold(plain.replace(bracketed, '')) || fold(plain)
}

function fold(plain: string): string {
  return plain.replace(ignorable, '').replace(numbering, '').toUpperCase()
}

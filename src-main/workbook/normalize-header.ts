const ignorable = /[\s:*★※"'“”‘’_]/g
const unit =
  /[([【〔][^)\]】〕]*?(?:单位|亩|元|公顷|平方米|m2|必填|选填|可不填|\d+位|大写|小写|[户人口个张台套头只株棵岁月年%])[^)\]】〕]*[)\]】〕]/g
const bracketed = /[([【〔][^)\]】〕]*[)\]】〕]/g

/** A header as it is compared: one width of characters, no blanks, marks or bracketed units. */
export function normalizeHeader(text: string): string {
  const plain = foldHeader(text)
  return plain.replace(unit, '') || plain
}

/** The same without anything in brackets: 姓名（户主本人） is 姓名 when nothing fits better. */
export function headerWithoutBrackets(text: string): string {
  const plain = foldHeader(text)
  return plain.replace(bracketed, '') || plain
}

function foldHeader(text: string): string {
  return text.normalize('NFKC').replace(ignorable, '').toUpperCase()
}

const yuan = new Intl.NumberFormat('zh-CN', { minimumFractionDigits: 2, maximumFractionDigits: 2 })
const whole = new Intl.NumberFormat('zh-CN', { maximumFractionDigits: 0 })

/** 元 with two decimals, `1,739,487.07`; `—` where there is no amount yet. */
export function yuanText(amountFen: number | null): string {
  return amountFen === null ? '—' : yuan.format(amountFen / 100)
}

/** 亩 with two decimals. */
export function muText(areaCentiMu: number | null): string {
  return areaCentiMu === null ? '—' : yuan.format(areaCentiMu / 100)
}

export function countText(count: number): string {
  return whole.format(count)
}

export function sizeText(bytes: number): string {
  if (bytes < 1024) return `${bytes} 字节`
  return bytes < 1024 * 1024 ? `${(bytes / 1024).toFixed(1)} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`
}

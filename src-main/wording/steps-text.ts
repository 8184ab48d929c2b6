import type { AmountStep } from '../domain/standard.ts'

/** 1—5月 100，6—12月 200 — steps as a clerk or a notice reads them; empty where there are none. */
export function stepsText(steps: string): string {
  return (JSON.parse(steps) as AmountStep[]).map(stepText).join('，')
}

export function stepText({ fromMonth, toMonth, tier, rateYuan }: AmountStep): string {
  const months =
    fromMonth === toMonth ? `${String(fromMonth)}月` : `${String(fromMonth)}—${String(toMonth)}月`
  return [fromMonth === null ? '' : months, tier, rateYuan].filter((text) => text !== '').join(' ')
}

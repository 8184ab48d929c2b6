import type { RateBy } from '../domain/standard.ts'

export const rateByLabels: Readonly<Record<RateBy, string>> = {
  each: '一人一额，照名册',
  single: '统一标准',
  tiers: '分档',
}

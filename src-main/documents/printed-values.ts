import { formatMu } from '../domain/area.ts'

/** `156367` → `1,563.67`. */
export function groupedMu(areaCentiMu: number): string {
  return formatMu(areaCentiMu).replace(/\B(?=(?:\d{3})+\.)/g, ',')
}

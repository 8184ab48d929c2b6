import type { Outputs } from '../../api/calls.ts'

export type PaperRow = Outputs['paper']['list'][number]
export type ScanRow = Outputs['paper']['scans']['rows'][number]
export type Missing = Outputs['paper']['missing'][number]

/** Pages that have come back, of all that were printed; a blank form nobody used expects none. */
export function returnedText({ returned, pages }: PaperRow): string {
  return `${returned}／${pages}`
}

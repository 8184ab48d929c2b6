import type { BulkColumn } from '../../../../src-main/domain/bulk-change.ts'
import { pastedFields } from '../../../../src-main/domain/pasted-columns.ts'
import type { JobInput } from '../../../../src-main/contract/job.ts'
import type { Outputs } from '../../../api/calls.ts'

export type Preview = Outputs['bulk']['preview']
export type Source = JobInput<'bulk.apply'>['source']

/** 列名 of everything a pasted column may be. */
export const columnOptions: readonly { readonly value: BulkColumn; readonly label: string }[] =
  pastedFields.map(({ key, label }) => ({ value: key, label }))

export function columnLabel(column: BulkColumn): string {
  return columnOptions.find(({ value }) => value === column)?.label ?? column
}

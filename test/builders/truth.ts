import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { samples } from '../domain/sample-sheet.ts'

type Line = readonly [line: number, name: string, rule: string]

interface Truth {
  readonly registerRows: number
  readonly registerRejects: readonly Line[]
  readonly farmland: {
    readonly rows: number
    readonly rejects: readonly Line[]
    readonly warnings: readonly Line[]
    readonly goodRows: number
    readonly goodFen: number
    readonly goodCentiMu: number
    readonly duplicatePersons: readonly string[]
    readonly sharedCards: readonly (readonly string[])[]
    readonly overCap: readonly string[]
    readonly deceasedOnList: readonly string[]
    readonly publicEmployeesOnList: readonly string[]
    readonly demo: {
      readonly returnedRows: number
      readonly approvedRows: number
      readonly approvedFen: number
    }
  }
  readonly deceased: Readonly<Record<string, string>>
  readonly disabled: Readonly<
    Record<string, { readonly kind: number; readonly level: number; readonly expires: string }>
  >
  readonly dibaoHeads: readonly string[]
  readonly tekunHeads: readonly string[]
  readonly asOf: string
  readonly over80Living: readonly string[]
  readonly allowances: Readonly<Record<'特困' | '证件过期' | '死亡' | '不在残疾人证名单', readonly string[]>>
  readonly publicEmployees: readonly string[]
}

/** What a run over the sample files must find, exactly. */
export const truth = JSON.parse(readFileSync(resolve(samples, 'truth.json'), 'utf8')) as Truth

import { exportExtract } from '../../usecases/export-extract.ts'
import { askFullExport, makeFullExport } from '../../usecases/full-export.ts'
import type { RunnersOf } from '../handler-types.ts'

export const extractRunners: RunnersOf<'extract'> = {
  'extract.export': exportExtract,
  'extract.ask-full': askFullExport,
  'extract.make-full': makeFullExport,
}

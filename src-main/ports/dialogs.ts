import type { HandedFile } from './files.ts'

export type DialogPurpose = 'spreadsheet' | 'image' | 'package' | 'pdf' | 'scan'

/** The desktop's own dialogs; where there is no desktop there is no such port. */
export interface Dialogs {
  open(purpose: DialogPurpose): Promise<HandedFile | null>
  /** False when the person said no. */
  save(name: string, path: string): Promise<boolean>
}

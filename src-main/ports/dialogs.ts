import type { HandedFile } from './files.ts'

export type DialogPurpose = 'spreadsheet' | 'image' | 'package' | 'enrolment' | 'pdf' | 'scan'

/** The desktop's own dialogs; where there is no desktop there is no such port. */
export interface Dialogs {
  open(purpose: DialogPurpose): Promise<HandedFile | null>
  /** 多选 — scans and photos, or what a folder has of them; empty when the person chose none. */
  scans(from: 'files' | 'folder'): Promise<readonly HandedFile[]>
  /** A folder, or null when the person chose none. */
  folder(): Promise<string | null>
  /** False when the person said no. */
  save(name: string, path: string): Promise<boolean>
}

import type { DialogPurpose } from '../ports/dialogs.ts'
import type { FileRef, HandedFile } from '../ports/files.ts'
import type { Software } from './software.ts'

/** What a core needs to begin; only a shell knows it. */
export interface CoreStart {
  /** The data folder 数据目录. */
  readonly folder: string
  /** Templates and reference data that come with the program. */
  readonly resources: string
  readonly carrier: 'electron' | 'browser'
  readonly software: Software
}

/** What a shell asks of its core. */
export interface CoreCalls {
  start(input: CoreStart): void
  /** The port beside it belongs to one page of this holder from now on. */
  connect(input: { readonly holder: string }): void
  /** Takes over a file the shell has written; the page gets a token. */
  receive(input: { readonly path: string; readonly name: string }): FileRef
  /** Uses up a token: the shell sends this file to the page that asked. */
  hand(input: { readonly token: string }): HandedFile
  close(input: null): void
}

/** What a core asks of its shell: the things only a desktop has. */
export interface ShellCalls {
  open(input: { readonly purpose: DialogPurpose }): HandedFile | null
  scans(input: { readonly from: 'files' | 'folder' }): readonly HandedFile[]
  folder(input: null): string | null
  /** False when the person said no. */
  save(input: { readonly name: string; readonly path: string }): boolean
  printHtml(input: { readonly html: string }): Uint8Array
  seal(input: { readonly text: string }): string
  unseal(input: { readonly sealed: string }): string
}

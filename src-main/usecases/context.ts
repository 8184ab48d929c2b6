import type { Day } from '../domain/day.ts'
import type { Grant, Role, Scope } from '../domain/role.ts'
import type { Folders } from '../ports/folders.ts'
import type { FileExchange } from '../ports/files.ts'
import type { Unopened } from '../crypto/envelope.ts'
import type { PdfPrinter } from '../ports/pdf.ts'
import type { Signer } from '../ports/signer.ts'
import type { Reader, Writer } from '../store/reader.ts'
import type { Vault } from '../store/vault.ts'

/** 经办人 — who is calling, as the host knows them. */
export interface Actor {
  readonly userId: string
  readonly displayName: string
  readonly roles: readonly Role[]
  readonly grants: readonly Grant[]
}

/** What a `query` may use: a reader, no transaction. */
export interface QueryContext {
  readonly reader: Reader
  readonly vault: Vault
  readonly files: FileExchange
  readonly actor: Actor
  readonly scope: Scope
  now(): Date
  today(): Day
}

/** What a `command` may use: one transaction around the whole handler. */
export interface CommandContext extends QueryContext {
  readonly writer: Writer
  newId(): string
}

/** What an `exchange` may use: short transactions of its own, and what the composition hands in. */
export interface ExchangeContext extends QueryContext {
  readonly parts: Parts
  newId(): string
  inTransaction<T>(work: (ctx: CommandContext) => Promise<T>): Promise<T>
}

/** What a job may use: short or one long transaction of its own, progress and cancel. */
export interface JobContext extends ExchangeContext {
  readonly signal: AbortSignal
  progress(phase: string, done: number, total: number): void
  /** Lets other calls run and refuses with `job.cancelled` when asked to stop; call it every few hundred rows. */
  breathe(): Promise<void>
}

/** What the composition hands to use cases from outside. */
export interface Parts {
  readonly pdf: PdfPrinter
  /** The built entry of the process that reads spreadsheets. */
  readonly readWorker: URL
  /** The built entry of the process that reads photos and scans. */
  readonly pictureWorker: URL
  readonly software: { readonly name: string; readonly version: string; readonly build: string }
  readonly stages: StageShelf
  readonly folders: Folders
  readonly keys: WorkstationKeys
  readonly people: PeopleAtHand
}

/** 第二人 — somebody else of the office who confirms at this window with their own password. */
export interface PeopleAtHand {
  /** Throws `sign-in.wrong-password`. `scope` is what they may review; undefined where that is nothing. */
  confirm(signInName: string, password: string): Promise<{ actor: Actor; scope: Scope | undefined }>
}

/** 暂存 — read and judged files wait here for the clerk's yes; nothing of them is in the database yet. */
export interface StageShelf {
  /** In place of one of the same id, and at the expense of the oldest; `release` is called when it goes for good. */
  put(stageId: string, stage: unknown, release?: () => Promise<void>): void
  get(stageId: string): unknown
  drop(stageId: string): void
}

/** Keys of this machine and its people; handed out as functions, never as bytes. */
export interface WorkstationKeys {
  workstationSigner(): Promise<Signer>
  /** Opens the approver's personal key; throws `sign-in.pin-wrong`. */
  personalSigner(userId: string, pin: string, password: string): Promise<Signer>
  /** Opens an age envelope addressed to this workstation; a word of why where it cannot. */
  unsealForUs(sealed: Uint8Array): Promise<Uint8Array | Unopened>
}

/** A file a page handed in: a one-time token stands for it, never a path. */
export interface HandedFile {
  readonly path: string
  readonly name: string
  readonly size: number
}

/** A file of our own for as long as the work with it lasts. */
export interface HeldFile extends HandedFile {
  release(): Promise<void>
}

/** What the page gets to save or open a file we made. */
export interface FileRef {
  readonly token: string
  readonly name: string
  readonly size: number
}

/** 文件交接 — files in and out of the core as tokens. Throws `file.not-found` for a token that is unknown or used up. */
export interface FileExchange {
  take(token: string): Promise<HandedFile>
  /** Taken for one piece of work: what was uploaded lies nowhere afterwards, what was picked on a disk stays there. */
  use<R>(token: string, work: (file: HandedFile) => Promise<R>): Promise<R>
  /** The same for long: what lay on a stick is copied, so that it may be pulled out. */
  hold(token: string): Promise<HeldFile>
  /** The folder a token stands for; such a token is good once, too. */
  takeFolder(token: string): string
  offer(name: string, bytes: Uint8Array): Promise<FileRef>
}

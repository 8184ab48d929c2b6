/** A file a page handed in: a one-time token stands for it, never a path. */
export interface HandedFile {
  readonly path: string
  readonly name: string
  readonly size: number
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
  offer(name: string, bytes: Uint8Array): Promise<FileRef>
}

/** A file that lies in a folder somebody chose. */
export interface FolderFile {
  readonly name: string
  readonly size: number
}

/** A stick or drive this machine sees. */
export interface Drive {
  readonly path: string
  readonly name: string
}

/** 交换文件夹 — a stick or shared folder; paths stay in the core, a page never sends one. */
export interface Folders {
  /** Plain files directly inside, by name. Throws `fieldwork.folder-away` when it is not there. */
  list(folder: string): Promise<readonly FolderFile[]>
  read(folder: string, name: string): Promise<Uint8Array>
  /**
   * Written beside, flushed, renamed and read back before it counts. A file that is there already is never overwritten:
   * the same bytes are left, others get a name with a number. Answers the name.
   */
  write(folder: string, name: string, bytes: Uint8Array): Promise<string>
  /** Sticks that are plugged in now. */
  drives(): Promise<readonly Drive[]>
}

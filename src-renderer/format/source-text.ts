interface Source {
  readonly fileName: string
  readonly sheet: string
  readonly line: number
}

/** Where a fact came from, as one finds it again: 《file》 line. */
export function sourceText(source: Source | null): string {
  return source === null ? '' : `《${source.fileName}》第 ${source.line} 行`
}

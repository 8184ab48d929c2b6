/** The browser host took no file; what it says is worded like a refused call. */
export class FileRefused extends Error {
  readonly problem: { readonly code: string; readonly facts: Readonly<Record<string, unknown>> }

  constructor(fileName: string, status: number) {
    super(`file refused: ${status}`)
    this.problem =
      status === 413
        ? { code: 'file.too-large', facts: { fileName, limit: 60, unit: 'MB' } }
        : { code: status === 401 ? 'session.missing' : 'connection.no-answer', facts: {} }
  }
}

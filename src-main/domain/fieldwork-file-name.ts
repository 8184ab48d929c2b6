/** What a fieldwork package's file is called, so that people with a stick full of them know which is whose. */
export type FieldworkFile =
  | {
      readonly kind: 'survey-assignment'
      readonly to: string
      readonly sequence: number
      readonly on: string
    }
  | { readonly kind: 'survey-results'; readonly from: string; readonly sequence: number; readonly on: string }

export function fieldworkFileName(file: FieldworkFile): string {
  const number = `第${String(file.sequence).padStart(3, '0')}号_${file.on}.ykt.age`
  return file.kind === 'survey-assignment'
    ? `摸底任务_给${file.to}_${number}`
    : `摸底返回_${file.from}_${number}`
}

/** What a name says; anybody can rename a file, so it only helps to tell a person whose it seems to be. */
export function readFieldworkFileName(name: string): FieldworkFile | undefined {
  const match = /^摸底(任务_给|返回_)([^_]{1,30})_第(\d{1,6})号_(\d{4}-\d{2}-\d{2})/.exec(
    name.normalize('NFC'),
  )
  if (match === null) return undefined
  const [, what, machine = '', sequence, on = ''] = match
  return what === '返回_'
    ? { kind: 'survey-results', from: machine, sequence: Number(sequence), on }
    : { kind: 'survey-assignment', to: machine, sequence: Number(sequence), on }
}

/** Whether a file in a folder can be a package at all, by its name; other files are nobody's business. */
export function isPackageName(name: string): boolean {
  return /\.ykt(\.age)?$/i.test(name)
}

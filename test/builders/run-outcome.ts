import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { read, utils } from 'xlsx'
import { pdfPages } from '../documents/pdf-text.ts'
import { fingerprintOf, stockCommands, verifySignature } from './stock-commands.ts'

export interface PackedRecord {
  readonly id: string
  readonly villageCode: string
  readonly areaCentiMu: number
  readonly amountFen: number
  readonly beneficiary: { readonly name: string; readonly idNumber: string }
  readonly payee: { readonly accountNo: string }
  readonly publicity: { readonly serial: string }
}

export interface OpenedByAuditor {
  readonly said: string
  readonly fingerprints: readonly string[]
  readonly records: readonly PackedRecord[]
}

/** Opens the one package of a run as an auditor would: with stock tools and the recipient's key, into `opened`. */
export function openAsAuditor(out: string): OpenedByAuditor {
  const [file] = readdirSync(join(out, 'packages'))
  const id = file!.replace(/\.ykt\.age$/, '')
  const said = stockCommands(
    out,
    'mkdir opened && cd opened',
    `age -d -i ../keys/department.agekey ../packages/${file} > p.ykt && unzip -q p.ykt`,
    `cd ${id}`,
    'sha256sum -c tagmanifest-sha256.txt && sha256sum -c manifest-sha256.txt',
    verifySignature('1-workstation'),
    verifySignature('2-approver'),
  )
  const bag = join(out, 'opened', id)
  const lines = readFileSync(join(bag, 'data', 'applications.jsonl'), 'utf8')
    .trimEnd()
    .split('\n')
  return {
    said,
    fingerprints: ['1-workstation', '2-approver'].map((label) =>
      stockCommands(bag, fingerprintOf(label)).trim(),
    ),
    records: lines.map((line) => JSON.parse(line) as PackedRecord),
  }
}

/** A reject sheet as a clerk sees it. */
export function rejectSheet(out: string, file: string): { headers: string[]; rows: string[][] } {
  const book = read(readFileSync(join(out, 'rejects', file)))
  const sheet = book.Sheets[book.SheetNames[0]!]!
  const lines = utils.sheet_to_json<string[]>(sheet, { header: 1, raw: false, defval: '' })
  const head = lines.findIndex((line) => line.includes('原行号'))
  return { headers: lines[head]!, rows: lines.slice(head + 1) }
}

/** The text of every notice by its serial. */
export function noticeTexts(out: string): Map<string, string> {
  const folder = join(out, 'notices')
  const text = (file: string) => pdfPages(readFileSync(join(folder, file))).join('\n')
  return new Map(readdirSync(folder).map((file) => [file.split('_')[0]!, text(file).normalize('NFKC')]))
}

/** How many lines of people the text of a notice shows. */
export function countNoticeLines(text: string): number {
  return text.match(/^ *\d+ +\S*组 /gm)?.length ?? 0
}

import { bagFile, type BagFile, byPath } from './bag-file.ts'
import { evidenceFile, recordsFile, summaryFile } from './bag-names.ts'
import { brokenInDraft, type DraftHeader, packageFormat } from './header.ts'
import { malformed } from './malformed.ts'
import { type ReadableKind, type RecordKind, recordKindOf, type RecordsOfKind } from './record-kind.ts'

/** 附件 — a file as it was posted or scanned; its name in the package is its digest. */
export interface Attachment {
  /** Without the dot: pdf, jpg. */
  readonly extension: string
  readonly bytes: Uint8Array
}

export interface BagInput<K extends ReadableKind = ReadableKind> {
  readonly kind: K
  /** Everything the office decides; counts and total are counted here from the records. */
  readonly header: Omit<DraftHeader, 'format' | 'kind' | 'counts' | 'totalFen'>
  readonly records: readonly RecordsOfKind[K][]
  /** The table a department clerk opens first, rendered once and kept. */
  readonly summary: Uint8Array
  readonly attachments: readonly Attachment[]
}

/** 已打包、未签发 — all a package will hold but the header, which only the release can finish. */
export interface PreparedBag {
  readonly draft: DraftHeader
  /** Everything under data/ except the header, sorted by path. */
  readonly payload: readonly BagFile[]
}

/** The same input gives the same bytes. A record that is not as the format says is a defect of the caller. */
export function prepareBag<K extends ReadableKind>(input: BagInput<K>): PreparedBag {
  const { kind, header, records, summary, attachments } = input
  const own = recordKindOf(kind)
  const draft: DraftHeader = {
    ...header,
    format: packageFormat,
    kind,
    counts: own.counts(records),
    totalFen: own.totalFen(records),
  }
  const broken = brokenInDraft(draft)
  if (broken.length > 0) throw malformed('header', broken.join(', '))
  own.refuseOutside(draft, records)
  const files = [
    bagFile(recordsFile(kind), own.lines(sound(own, records))),
    bagFile(summaryFile, summary),
    ...evidence(attachments),
  ]
  return { draft, payload: files.sort(byPath) }
}

/** Checked and in the order of their ids. */
function sound<R extends { readonly id: string }>(own: RecordKind<R>, records: readonly R[]): readonly R[] {
  for (const record of records) {
    const broken = own.broken(record)
    if (broken.length > 0) throw malformed('record', `${record.id} ${broken.join(', ')}`)
  }
  return records.toSorted((a, b) => (a.id < b.id ? -1 : 1))
}

/** The same photo attached to two villages is one file. */
function evidence(attachments: readonly Attachment[]): readonly BagFile[] {
  const files = attachments.map(({ extension, bytes }) => {
    const { sha256 } = bagFile('', bytes)
    return { path: evidenceFile(sha256, extension), bytes, sha256 }
  })
  return [...new Map(files.map((file) => [file.path, file])).values()]
}

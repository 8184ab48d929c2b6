import { sha256Hex } from '../crypto/digest.ts'
import { addDays, type Day } from '../domain/day.ts'
import { type PublicLine, restorePublicLine } from '../domain/masking.ts'
import { amountFen } from '../domain/money.ts'
import { Problem } from '../domain/problem.ts'
import { paidBy, type ProgrammeTerms, type PublicityTerms } from '../domain/programme-terms.ts'
import { lastPublicityDay } from '../domain/publicity-days.ts'
import type { NoticeDocument } from '../documents/notice-document.ts'
import { canonicalJson } from '../package-file/canonical-json.ts'
import { listPublicityLines, type StoredPublicity } from '../store/publicity-queries.ts'
import type { Reader } from '../store/reader.ts'
import type { Settings } from './settings.ts'

/** What of a notice is frozen with its lines; days follow the posting and are computed when it is shown. */
export type FrozenNotice = Omit<
  NoticeDocument,
  'lines' | 'firstDay' | 'lastDay' | 'frozenHash' | 'reprintedOn'
> & {
  readonly terms: PublicityTerms
  /** 计划张贴日; an actual posting takes its place. */
  readonly plannedPostingOn: Day
}

interface ToFreeze {
  readonly serial: string
  readonly edition: number
  readonly year: number
  readonly village: string
  readonly terms: ProgrammeTerms
  readonly settings: Settings
  readonly households: number
  readonly people: number
  readonly areaCentiMu: number
  readonly amountFen: number
  readonly demonstration: boolean
  readonly today: Day
  readonly postingOn: Day
}

/** Puts together everything but the lines. */
export function freezeNotice(of: ToFreeze): FrozenNotice {
  const { terms, settings } = of
  return {
    village: of.village,
    year: of.year,
    programmeName: terms.name,
    stage: '申报情况',
    serial: of.serial,
    version: of.edition,
    policyBasis: terms.basis,
    department: terms.department,
    recipients: terms.beneficiaries,
    standardText: terms.rateText,
    days: terms.publicity.days,
    dayKind: terms.publicity.dayKind,
    firstDayCounted: terms.publicity.firstDayCounted,
    places: terms.publicity.places.split(/[、，,；;]/).filter((place) => place.trim() !== ''),
    acceptedBy: settings.acceptedBy,
    acceptedDuring: settings.acceptedDuring,
    hotlines: [
      { label: '县财政局', phone: settings.hotlineFinance },
      { label: '县主管部门', phone: settings.hotlineDepartment },
      { label: '乡镇', phone: settings.hotlineTownship },
    ],
    email: settings.email,
    address: settings.address,
    issuer: settings.signatory,
    issuedOn: of.today,
    isDemonstration: of.demonstration,
    ...countedBy(of),
    rateUnit: `元/${terms.unit}`,
    tailDifferenceFen: tailDifference(of),
    terms: terms.publicity,
    plannedPostingOn: of.postingOn,
  }
}

/** Whom the lines name and what they count: people where somebody is paid as a person, households otherwise. */
function countedBy({ terms, people, households }: ToFreeze) {
  return paidBy(terms.unit) === 'person'
    ? { nameLabel: '享受人', count: { number: people, unit: '人' } }
    : { nameLabel: '户主', count: { number: households, unit: '户' } }
}

/** 尾差 — the sum of rounded amounts less total area × standard; said on the notice when there is one (field-notes 5). */
function tailDifference({ terms, areaCentiMu, amountFen: sum }: ToFreeze): number | null {
  if (terms.rateYuan === null || paidBy(terms.unit) !== 'land') return null
  const difference = sum - amountFen(areaCentiMu, terms.rateYuan)
  return difference === 0 ? null : difference
}

/** 冻结哈希 — over the published fields only: an account or a phone may change without a new posting (field-notes 33). */
export function frozenHashOf(
  notice: Pick<FrozenNotice, 'serial' | 'version' | 'village' | 'year' | 'programmeName'>,
  lines: readonly PublicLine[],
): string {
  const { serial, version, village, year, programmeName } = notice
  const published = lines.map(
    ({ lineNo, group, name, idTail, areaCentiMu, rateText, amountFen: fen, note }) => ({
      lineNo,
      group,
      name,
      idTail,
      areaCentiMu,
      rateText,
      amountFen: fen,
      note,
    }),
  )
  return sha256Hex(
    new TextEncoder().encode(
      canonicalJson({ serial, version, village, year, programmeName, lines: published }),
    ),
  )
}

/** The last day for a posting day by the programme's terms; refuses to guess in a year without holiday data. */
export function lastDayOf(terms: PublicityTerms, postedOn: Day): Day {
  const { days, dayKind, firstDayCounted, moveLastDayPastRest } = terms
  const lastDay = lastPublicityDay({ postedOn, days, dayKind, firstDayCounted, moveLastDayPastRest })
  if (lastDay === undefined)
    throw new Problem('publicity.holidays-unknown', { year: Number(postedOn.slice(0, 4)) })
  return lastDay
}

/** A stored publicity as the document that is previewed, printed and turned into PDF. */
export async function noticeOf(reader: Reader, publicity: StoredPublicity): Promise<NoticeDocument> {
  const frozen = JSON.parse(publicity.document) as FrozenNotice
  const postedOn = publicity.postedOn ?? frozen.plannedPostingOn
  const { terms, plannedPostingOn: _planned, ...notice } = frozen
  return {
    ...notice,
    firstDay: terms.firstDayCounted ? postedOn : addDays(postedOn, 1),
    lastDay: lastDayOf(terms, postedOn),
    lines: await publicLinesOf(reader, publicity),
    frozenHash: publicity.frozenHash,
    reprintedOn: null,
  }
}

/** The frozen lines; a line that holds more than a masked one can is never shown. */
export async function publicLinesOf(
  reader: Reader,
  publicity: Pick<StoredPublicity, 'id' | 'serial'>,
): Promise<PublicLine[]> {
  const rows = await listPublicityLines(reader, publicity.id)
  return rows.map((row) => {
    const line = restorePublicLine({
      lineNo: row.lineNo,
      group: row.groupName,
      name: row.printedName,
      idTail: row.printedIdTail,
      areaCentiMu: row.areaCentiMu,
      rateText: row.rateText,
      amountFen: row.amountFen,
      note: row.note,
    })
    if (line === undefined)
      throw new Problem('publicity.changed-since-frozen', { serial: publicity.serial, lines: [row.lineNo] })
    return line
  })
}

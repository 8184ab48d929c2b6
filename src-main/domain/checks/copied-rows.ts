import { parseAccountNo } from '../account-no.ts'
import type { Day } from '../day.ts'
import type { Finding, Severity } from '../finding.ts'
import type { CheckedLine, CheckInput } from './check-input.ts'
import { makeFinding, namesOn } from './make-finding.ts'

/** So many households may share a phone before somebody has to say why: a neighbour's or a son's is lent at times. */
const fewestHouseholds = 3
/** So many accounts in a row: cards are opened for a whole village in a day, so it is only worth a look. */
const shortestRun = 10

/** C18 复制粘贴造册 — the same phone or the same door with many households, or accounts that follow one another. */
export function findCopiedRows(input: CheckInput, asOf: Day): Finding[] {
  return [
    ...findRepeated(input.lines, asOf, { kind: 'phone', severity: 'explain', of: phoneOf }),
    ...findRepeated(input.lines, asOf, { kind: 'address', severity: 'hint', of: addressOf }),
    ...findRuns(input.lines, asOf),
  ]
}

interface Repeated {
  readonly kind: string
  readonly severity: Severity
  of(line: CheckedLine): string
}

function findRepeated(lines: readonly CheckedLine[], asOf: Day, repeated: Repeated): Finding[] {
  const groups = Map.groupBy(lines, (line) => repeated.of(line))
  groups.delete('')
  return [...groups.values()].flatMap((same) => {
    const households = new Set(same.map(({ householdId, idNumber }) => householdId ?? idNumber)).size
    if (households < fewestHouseholds) return []
    const facts = { kind: repeated.kind, households, names: namesOn(same) }
    return same.map((line) =>
      makeFinding(line, asOf, { check: 'C18', severity: repeated.severity, facts, others: same }),
    )
  })
}

/** 比对键 — under which keys a line meets those it may have been copied from; numbers in a row sort next to each other. */
export function copiedKeysOf(line: CheckedLine): string[] {
  const [phone, address] = [phoneOf(line), addressOf(line)]
  const serials = serialOf(line).map(({ length, serial }) => serialKey(line.villageCode, length, serial))
  return [
    ...(phone === '' ? [] : [`phone:${phone}`]),
    ...(address === '' ? [] : [`address:${address}`]),
    ...serials,
  ]
}

const serialPrefix = 'serial:'
const mostDigits = 32

function serialKey(villageCode: string, length: number, serial: bigint): string {
  const size = String(length).padStart(2, '0')
  return `${serialPrefix}${villageCode}:${size}:${String(serial).padStart(mostDigits, '0')}`
}

/** The key of the number before (−1) or after (1); undefined for a key that stands in no row. */
export function nextInRow(key: string, step: -1 | 1): string | undefined {
  if (!key.startsWith(serialPrefix)) return undefined
  const at = key.length - mostDigits
  const next = BigInt(key.slice(at)) + BigInt(step)
  return next < 0n ? undefined : key.slice(0, at) + String(next).padStart(mostDigits, '0')
}

function phoneOf({ phone }: CheckedLine): string {
  return phone.replace(/\D/g, '').length < 7 ? '' : phone.replace(/\D/g, '')
}

/** A village or a group is everybody's address: only one with a number says where somebody lives. */
function addressOf({ address }: CheckedLine): string {
  return /\d/.test(address) ? address.replace(/\s/g, '') : ''
}

function findRuns(lines: readonly CheckedLine[], asOf: Day): Finding[] {
  return [...Map.groupBy(lines, ({ villageCode }) => villageCode).values()].flatMap((inVillage) =>
    runsOf(inVillage).flatMap((run) => {
      const facts = { kind: 'consecutive', people: run.length, names: namesOn(run) }
      return run.map((line) =>
        makeFinding(line, asOf, { check: 'C18', severity: 'hint', facts, others: run }),
      )
    }),
  )
}

interface Numbered {
  readonly line: CheckedLine
  readonly length: number
  readonly serial: bigint
}

function runsOf(lines: readonly CheckedLine[]): CheckedLine[][] {
  const sorted = lines
    .flatMap(serialOf)
    .toSorted((a, b) => a.length - b.length || compare(a.serial, b.serial))
  const runs: CheckedLine[][] = []
  let before: Numbered | undefined
  for (const one of sorted) {
    const follows = before?.length === one.length && one.serial - before.serial === 1n
    if (follows) runs.at(-1)?.push(one.line)
    else if (before?.length !== one.length || before.serial !== one.serial) runs.push([one.line])
    before = one
  }
  return runs.filter((run) => run.length >= shortestRun)
}

/** The last digit of a card checks the others and does not count on. */
function serialOf(line: CheckedLine): Numbered[] {
  const account = parseAccountNo(line.accountNo)
  if (!account.ok) return []
  const isChecked = account.kind === 'card' && account.luhn
  const digits = isChecked ? account.accountNo.slice(0, -1) : account.accountNo
  return [{ line, length: digits.length, serial: BigInt(digits) }]
}

function compare(a: bigint, b: bigint): number {
  return a < b ? -1 : a > b ? 1 : 0
}

import { readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { makeIdentity } from '../../src-main/crypto/envelope.ts'
import { runJob } from '../../src-main/demonstration/desk-work.ts'
import type { ProgrammeTerms } from '../../src-main/domain/programme-terms.ts'
import { pin, password } from './a-workstation.ts'
import type { AnOffice } from './an-office.ts'
import { listInForce as putListInForce } from './list-in-force.ts'
import { aRollSheet, gantingCode, type RollPerson } from './a-roll-sheet.ts'

export const period = { programmeCode: 'NY01', year: 2026 }
const demo = resolve(import.meta.dirname, '../../resources/demo')
const facts = JSON.parse(await readFile(join(demo, 'demonstration.json'), 'utf8')) as {
  readonly terms: ProgrammeTerms
  readonly settings: Record<string, string>
}
export const terms: ProgrammeTerms = { ...facts.terms, eligibilityDate: '2026-06-30' }
export const settings = facts.settings

/** The list of the period's year, with its programme. */
export function listInForce(office: Pick<AnOffice, 'clerk' | 'reviewer'>, of = period): Promise<void> {
  return putListInForce(office, of)
}

export function termsInForce(office: AnOffice): Promise<void> {
  return putInForce(office, period, terms)
}

/** Entered by one person and put in force by another, for any programme. */
export async function putInForce(
  office: AnOffice,
  of: { readonly programmeCode: string; readonly year: number },
  itsTerms: ProgrammeTerms,
): Promise<void> {
  const { clerk, reviewer } = office
  await listInForce(office, of)
  const { termsId } = await clerk.programme.enterTerms({ ...of, terms: itsTerms })
  await reviewer.programme.activate({ termsId })
}

/** Terms in force, last year's roll imported, rolled forward and checked. */
export async function submitted(
  office: AnOffice,
  people: readonly RollPerson[],
  itsTerms = terms,
): Promise<void> {
  await putInForce(office, period, itsTerms)
  await office.importList({ kind: 'farmland-roll', bytes: aRollSheet(people), year: 2025 })
  await runJob(office.clerk, 'application.roll-forward', { ...period, fromYear: 2025 })
  await runJob(office.reviewer, 'review.check', period)
}

/** The same, approved, with what a notice needs besides. */
export async function readyToPost(office: AnOffice, people: readonly RollPerson[]): Promise<void> {
  await submitted(office, people)
  await runJob(office.reviewer, 'review.approve-clean', period)
  await office.clerk.setting.save({ values: settings })
  await statedFor(office, gantingCode)
}

export async function statedFor({ clerk }: AnOffice, villageCode: string): Promise<void> {
  const statement = { statedOn: '2026-07-01', statement: '逐户核实，签字齐全。', fileToken: null }
  await clerk.verification.record({ ...period, villageCode, ...statement })
}

/** Posted today; answers what the next call has to name. */
export async function posted(office: AnOffice, villageCodes: string[] | null = null) {
  const { publicityIds } = await runJob(office.clerk, 'publicity.freeze', { ...period, villageCodes })
  await runJob(office.clerk, 'publicity.print', { publicityIds })
  const publicityId = publicityIds[0]!
  await post(office, publicityId)
  return { publicityId, version: await versionOf(office, publicityId) }
}

export async function post({ clerk, clock }: AnOffice, publicityId: string, postedOn = dayOf(clock)) {
  const { version } = await clerk.publicity.get({ publicityId })
  const where = { place: '村公示栏', postedBy: '村报账员' }
  return clerk.publicity.recordPosting({ publicityId, version, postedOn, ...where })
}

export async function addPhoto(
  office: AnOffice,
  publicityId: string,
  takenOn = dayOf(office.clock),
): Promise<void> {
  const fileToken = await office.handIn('照片.png', await readFile(join(demo, '张贴照片（演示）.png')))
  const where = { place: '村公示栏', postedBy: '村报账员', takenOn }
  await office.clerk.publicity.addEvidence({
    publicityId,
    kind: 'photo',
    phase: 'start',
    ...where,
    fileToken,
  })
}

export async function concluded(office: AnOffice, villageCodes: string[] | null = null): Promise<string> {
  const { publicityId } = await posted(office, villageCodes)
  await addPhoto(office, publicityId)
  office.clock.move(8 * 24 * 60)
  await office.clerk.publicity.conclude({ publicityId, version: await versionOf(office, publicityId) })
  return publicityId
}

export async function versionOf({ clerk }: AnOffice, publicityId: string): Promise<number> {
  return (await clerk.publicity.get({ publicityId })).version
}

export interface Recipient {
  readonly recipientId: string
  /** What only the recipient holds. */
  readonly identity: string
}

export async function aRecipient({ administrator }: AnOffice): Promise<Recipient> {
  const { recipient, identity } = await makeIdentity()
  const named = { name: '县农业农村局', kind: 'department' as const, ageRecipient: recipient }
  return { ...(await administrator.package.addRecipient(named)), identity }
}

export async function built(office: AnOffice, { recipientId }: Recipient): Promise<string> {
  return (await runJob(office.clerk, 'package.build', { ...period, recipientId })).packageId
}

export function released({ approver }: AnOffice, packageId: string) {
  return runJob(approver, 'package.release', { packageId, pin, password })
}

/** The applications of a village's page, in the order they were entered. */
export async function applicationsOf({ reviewer }: AnOffice) {
  return (await reviewer.review.list(period)).rows
}

export function dayOf(clock: { now(): Date }): string {
  return new Date(clock.now().getTime() + 8 * 3_600_000).toISOString().slice(0, 10)
}

import type { AccountMisfit } from './account-fit.ts'
import type { EventRule } from './household/picture.ts'

/**
 * 问题 — everything the product can refuse to do, as a code with facts. A code is never renamed or reused:
 * a clerk reads it to the help desk over the phone. The sentences live in `wording/`.
 */
export const problemKinds = {
  // correct-input: what was typed or imported is wrong
  'input.invalid': 'correct-input',
  'sign-in.wrong-password': 'correct-input',
  'sign-in.too-many-attempts': 'wait',
  'sign-in.pin-wrong': 'correct-input',
  'sign-in.pin-too-short': 'correct-input',
  'sign-in.password-too-short': 'correct-input',
  'user.name-taken': 'correct-input',
  'user.handover-missing': 'correct-input',
  'recovery.wrong-sheet': 'correct-input',
  'file.not-found': 'correct-input',
  'file.not-a-spreadsheet': 'correct-input',
  'file.is-web-page': 'correct-input',
  'file.is-password-protected': 'correct-input',
  'file.too-large': 'correct-input',
  'file.is-a-bomb': 'correct-input',
  'file.damaged': 'correct-input',
  'file.is-empty': 'correct-input',
  'file.is-lock-file': 'correct-input',
  'file.in-use': 'correct-input',
  'file.timed-out': 'correct-input',
  'file.wrong-kind': 'correct-input',
  'file.dialog-unavailable': 'correct-input',
  'picture.not-a-picture': 'correct-input',
  'picture.too-large': 'correct-input',
  'picture.too-many-pages': 'correct-input',
  'picture.damaged': 'correct-input',
  'list.kind-unknown': 'correct-input',
  'paper.nothing-to-print': 'correct-input',
  'paper.place-reason-missing': 'correct-input',
  'paper.no-such-page': 'correct-input',
  'paper.not-in-round': 'correct-input',
  'gate.pages-missing': 'correct-input',
  'list.no-header': 'correct-input',
  'list.columns-missing': 'correct-input',
  'list.no-rows': 'correct-input',
  'list.not-ready': 'correct-input',
  'list.undo-depends': 'correct-input',
  'list.already-undone': 'refresh',
  'list.already-imported': 'correct-input',
  'list.village-unknown': 'correct-input',
  'register.in-other-household': 'correct-input',
  'register.value-changed': 'refresh',
  'register.id-number-taken': 'correct-input',
  'register.household-no-taken': 'correct-input',
  'household.event-refused': 'correct-input',
  'account.already-there': 'correct-input',
  'account.in-use': 'correct-input',
  'survey.nothing-to-visit': 'correct-input',
  'survey.nothing-to-verify': 'correct-input',
  'survey.round-closed': 'refresh',
  'survey.already-in-round': 'refresh',
  'survey.unfinished': 'correct-input',
  'survey.questions-faulty': 'correct-input',
  'account.misfit': 'correct-input',
  'account.confirmation-differs': 'correct-input',
  'programme.not-active': 'correct-input',
  'programme.standard-missing': 'correct-input',
  'programme.terms-incomplete': 'correct-input',
  'programme.already-active': 'refresh',
  'review.reason-missing': 'correct-input',
  'review.nothing-changed': 'correct-input',
  'review.checks-outdated': 'correct-input',
  'review.has-findings': 'correct-input',
  'publicity.setting-missing': 'correct-input',
  'publicity.nothing-to-post': 'correct-input',
  'publicity.must-not-be-posted': 'correct-input',
  'publicity.not-yet-reviewed': 'wait',
  'publicity.standard-changed': 'correct-input',
  'publicity.evidence-missing': 'correct-input',
  'publicity.not-posted': 'correct-input',
  'publicity.changed-since-frozen': 'stop',
  'publicity.posting-day-in-future': 'correct-input',
  'publicity.holidays-unknown': 'correct-input',
  'gate.verification-missing': 'correct-input',
  'package.nothing-to-send': 'correct-input',
  'package.publicity-open': 'wait',
  'package.totals-differ': 'stop',
  'package.recipient-missing': 'correct-input',
  'package.demonstration-refused': 'stop',
  'machine.not-an-enrolment': 'correct-input',
  'machine.enrolment-changed': 'stop',
  'machine.other-township': 'correct-input',
  'machine.demonstration-differs': 'correct-input',
  'machine.own-file': 'correct-input',
  'machine.for-another': 'correct-input',
  'machine.name-taken': 'correct-input',
  'machine.other-office': 'stop',
  'machine.revoked': 'stop',
  'machine.not-enrolled': 'correct-input',
  'machine.office-only': 'correct-input',
  'machine.field-only': 'correct-input',
  'fieldwork.same-machine': 'correct-input',
  'fieldwork.nothing-to-assign': 'correct-input',
  'fieldwork.nothing-to-return': 'correct-input',
  'fieldwork.conflict-changed': 'refresh',
  'fieldwork.folder-missing': 'correct-input',
  'fieldwork.folder-away': 'retry',
  'fieldwork.not-written': 'retry',
  'package.for-another': 'correct-input',
  'package.sender-not-enrolled': 'stop',
  'package.id-reused': 'stop',
  'package.round-unknown': 'stop',
  'package.task-unknown': 'stop',
  'package.foreign-edits': 'stop',
  'package.account-unconfirmed': 'correct-input',
  'package.wrong-kind': 'correct-input',
  'package.other-township': 'correct-input',
  'package.other-version': 'correct-input',
  'set-up.already-done': 'refresh',
  'set-up.incomplete': 'correct-input',
  'village-book.not-ours': 'correct-input',
  'village-book.unknown': 'correct-input',
  'village-book.no-header': 'correct-input',
  'village-book.nothing-to-send-back': 'correct-input',
  'extract.name-taken': 'correct-input',
  'extract.nothing-found': 'correct-input',
  'extract.too-many-rows': 'correct-input',
  'extract.not-approved': 'wait',
  'extract.approval-expired': 'correct-input',
  'extract.changed-since-asked': 'correct-input',
  'extract.second-person-unfit': 'stop',
  // refresh: somebody was first, or it is at another step
  'record.not-found': 'refresh',
  'record.stale': 'refresh',
  'record.wrong-status': 'refresh',
  'stage.expired': 'refresh',
  'job.not-found': 'refresh',
  'job.cancelled': 'refresh',
  'session.locked': 'refresh',
  'session.missing': 'refresh',
  // wait: not yet
  'publicity.still-open': 'wait',
  'workstation.busy': 'wait',
  // not allowed
  'permission.denied': 'stop',
  'permission.own-entry': 'stop',
  'permission.needs-exception': 'correct-input',
  'permission.own-rights': 'stop',
  'permission.same-person': 'stop',
  // retry: outside is away
  'server.unreachable': 'retry',
  'pdf.unavailable': 'retry',
  // stop: do not go on; call somebody
  'package.bad-signature': 'stop',
  'package.damaged': 'stop',
  'package.malformed': 'stop',
  'package.not-for-us': 'stop',
  'package.unknown-signer': 'stop',
  'package.signer-not-allowed': 'stop',
  'storage.damaged': 'stop',
  'storage.full': 'stop',
  'storage.read-only': 'stop',
  'storage.newer-version': 'stop',
  'storage.in-use': 'stop',
  'storage.unavailable': 'stop',
  'storage.key-slots-damaged': 'stop',
  'storage.network-share': 'stop',
  'audit.chain-broken': 'stop',
  'clock.went-back': 'stop',
  // report: a defect of ours
  'internal.unexpected': 'report',
} as const satisfies Record<string, ProblemKind>

export type ProblemKind = 'correct-input' | 'refresh' | 'wait' | 'retry' | 'stop' | 'report'
export type ProblemCode = keyof typeof problemKinds

/** The facts a sentence needs. Codes not named here carry none. Facts never hold ID or account numbers. */
interface FactsByCode {
  'input.invalid': { readonly fields: readonly { readonly path: string; readonly rule: string }[] }
  'sign-in.too-many-attempts': { readonly waitSeconds: number }
  'user.name-taken': { readonly signInName: string }
  'user.handover-missing': { readonly name: string }
  'file.not-found': { readonly fileName: string }
  'file.not-a-spreadsheet': { readonly fileName: string }
  'file.is-web-page': { readonly fileName: string }
  'file.is-password-protected': { readonly fileName: string }
  'file.too-large': {
    readonly fileName: string
    readonly limit: number
    readonly unit: 'MB' | 'rows' | 'columns'
  }
  'file.is-a-bomb': { readonly fileName: string }
  'file.damaged': { readonly fileName: string }
  'file.is-empty': { readonly fileName: string }
  'file.is-lock-file': { readonly fileName: string }
  'file.in-use': { readonly fileName: string }
  'file.timed-out': { readonly fileName: string; readonly seconds: number }
  'file.wrong-kind': { readonly fileName: string; readonly expected: string }
  'picture.not-a-picture': {
    readonly fileName: string
    readonly found: 'heic' | 'bmp' | 'gif' | 'web-page' | 'office' | 'other'
  }
  'picture.too-large': { readonly fileName: string; readonly limit: number }
  'picture.too-many-pages': { readonly fileName: string; readonly limit: number }
  'picture.damaged': { readonly fileName: string }
  'list.kind-unknown': { readonly fileName: string }
  'paper.nothing-to-print': { readonly kind: string }
  'paper.no-such-page': { readonly serial: string; readonly page: number; readonly pages: number }
  'paper.not-in-round': { readonly householdTail: string }
  'gate.pages-missing': {
    readonly villages: readonly {
      readonly village: string
      readonly missing: number
      readonly printed: boolean
    }[]
  }
  'list.no-header': { readonly fileName: string; readonly wanted: readonly string[] }
  'list.columns-missing': {
    readonly fileName: string
    readonly sheet: string
    readonly missing: readonly string[]
  }
  'list.no-rows': { readonly fileName: string }
  'list.not-ready': { readonly missing: readonly string[] }
  'list.undo-depends': {
    readonly fileName: string
    readonly dependents: readonly { readonly what: string; readonly rows: number }[]
  }
  'list.already-undone': { readonly fileName: string }
  'list.already-imported': { readonly fileName: string; readonly importedOn: string; readonly by: string }
  'list.village-unknown': { readonly village: string }
  'register.in-other-household': { readonly name: string }
  'register.value-changed': { readonly changed: readonly string[] }
  'register.id-number-taken': { readonly name: string }
  'register.household-no-taken': { readonly householdNo: string }
  'household.event-refused': { readonly rule: EventRule }
  'account.already-there': { readonly name: string }
  'account.in-use': { readonly count: number }
  'survey.already-in-round': { readonly round: string }
  'survey.round-closed': { readonly round: string }
  'survey.unfinished': { readonly conflicts: number; readonly drafts: number; readonly unvisited: number }
  'survey.questions-faulty': { readonly questions: readonly string[] }
  'account.misfit': { readonly why: AccountMisfit; readonly name: string; readonly programme: string }
  'programme.not-active': { readonly programme: string; readonly year: number }
  'programme.standard-missing': { readonly programme: string }
  'programme.terms-incomplete': { readonly programme: string; readonly missing: readonly string[] }
  'programme.already-active': { readonly programme: string }
  'review.has-findings': { readonly count: number }
  'publicity.setting-missing': { readonly settings: readonly string[] }
  'publicity.nothing-to-post': { readonly village: string }
  'publicity.must-not-be-posted': { readonly programme: string }
  'publicity.not-yet-reviewed': { readonly village: string; readonly count: number }
  'publicity.standard-changed': { readonly village: string; readonly count: number }
  'publicity.evidence-missing': { readonly serial: string }
  'publicity.not-posted': { readonly serial: string }
  'publicity.changed-since-frozen': { readonly serial: string; readonly lines: readonly number[] }
  'publicity.holidays-unknown': { readonly year: number }
  'publicity.still-open': { readonly serial: string; readonly lastDay: string }
  'gate.verification-missing': { readonly villages: readonly string[] }
  'fieldwork.same-machine': { readonly name: string }
  'fieldwork.folder-away': { readonly folder: string }
  'fieldwork.not-written': { readonly fileName: string }
  'package.for-another': { readonly recipient: string }
  'package.sender-not-enrolled': { readonly fingerprint: string }
  'package.id-reused': { readonly packageId: string }
  'package.task-unknown': { readonly count: number }
  'machine.not-an-enrolment': { readonly wanted: 'request' | 'answer' }
  'machine.other-township': { readonly township: string }
  'machine.for-another': { readonly name: string }
  'machine.name-taken': { readonly name: string }
  'machine.other-office': { readonly name: string }
  'machine.revoked': { readonly name: string }
  'package.publicity-open': { readonly villages: readonly string[] }
  'package.account-unconfirmed': { readonly count: number }
  'package.totals-differ': { readonly where: string; readonly expectedFen: number; readonly foundFen: number }
  'package.recipient-missing': { readonly recipient: string }
  'village-book.not-ours': { readonly fileName: string }
  'village-book.unknown': { readonly fileName: string; readonly identity: string }
  'village-book.no-header': { readonly fileName: string }
  'extract.name-taken': { readonly name: string }
  'extract.too-many-rows': { readonly rows: number; readonly most: number; readonly format: string }
  'extract.approval-expired': { readonly hours: number }
  'extract.changed-since-asked': { readonly asked: number; readonly found: number }
  'record.not-found': { readonly what: string }
  'record.stale': { readonly what: string }
  'record.wrong-status': { readonly status: string; readonly step: string }
  'permission.denied': { readonly needs: string }
  'package.bad-signature': { readonly signature: string }
  'package.damaged': { readonly member: string }
  'package.malformed': { readonly why: string }
  'package.wrong-kind': { readonly kind: string }
  'package.other-township': { readonly township: string }
  'package.other-version': { readonly format: string }
  'package.unknown-signer': { readonly fingerprint: string }
  'package.signer-not-allowed': {
    readonly owner: string
    readonly why: 'role' | 'not-yet-valid' | 'expired' | 'revoked' | 'kind' | 'programme'
  }
  'storage.newer-version': { readonly fileVersion: number; readonly programVersion: number }
  'storage.in-use': { readonly folder: string }
  'storage.full': { readonly needed: string }
  'audit.chain-broken': { readonly seq: number }
  'clock.went-back': { readonly lastSeen: string }
  'internal.unexpected': { readonly number: string }
}

export type ProblemFacts = {
  readonly [C in ProblemCode]: C extends keyof FactsByCode ? FactsByCode[C] : Record<never, never>
}

/** A refused command. Normal failures (a line of a sheet) are values, not Problems. */
export class Problem<C extends ProblemCode = ProblemCode> extends Error {
  readonly code: C
  readonly facts: ProblemFacts[C]

  constructor(code: C, ...facts: C extends keyof FactsByCode ? [FactsByCode[C]] : [])
  constructor(code: C, facts?: ProblemFacts[C]) {
    super(code)
    this.name = 'Problem'
    this.code = code
    this.facts = facts ?? ({} as ProblemFacts[C])
  }
}

import type { AccountMisfit } from './account-fit.ts'
import type { EventRule } from './household/picture.ts'
import type { PolicyLineFault } from './policy-list.ts'

/** What can be wrong with a rule. */
export type RuleFaultKind =
  'syntax' | 'unknown-fact' | 'types' | 'not-a-condition' | 'not-allowed' | 'too-long' | 'no-fact'

/** The facts a sentence needs. Codes not named here carry none. Facts never hold ID or account numbers. */
export interface FactsByCode {
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
  'file.is-bank-feedback': { readonly fileName: string }
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
  'gate.rechecks-open': {
    readonly villages: readonly {
      readonly village: string
      readonly undrawn: number
      readonly open: number
      readonly contradicted: number
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
  'survey.unfinished': {
    readonly conflicts: number
    readonly drafts: number
    readonly unvisited: number
    readonly found: number
  }
  'survey.questions-faulty': { readonly questions: readonly string[] }
  'account.misfit': { readonly why: AccountMisfit; readonly name: string; readonly programme: string }
  'policy.lines-refused': { readonly fileName: string; readonly lines: readonly PolicyLineFault[] }
  'policy.other-year': { readonly fileName: string; readonly said: string; readonly year: number }
  'policy.already-on-list': { readonly programme: string; readonly year: number }
  'policy.empty': { readonly year: number }
  'rule.refused': {
    readonly rule: RuleFaultKind
    readonly line: number
    readonly column: number
    readonly at: string
  }
  'programme.not-on-list': { readonly programme: string; readonly year: number }
  'programme.not-active': { readonly programme: string; readonly year: number }
  'review.already-applied': { readonly name: string; readonly programme: string }
  'review.amount-undecided': { readonly missing: readonly string[] }
  'programme.standard-missing': { readonly programme: string }
  'programme.terms-incomplete': { readonly programme: string; readonly missing: readonly string[] }
  'programme.already-active': { readonly programme: string }
  'review.not-heard': { readonly cut: 'stop' | 'reduce' }
  'review.has-findings': { readonly count: number }
  'review.stop-waits': { readonly count: number }
  'review.found-since': { readonly count: number }
  'publicity.setting-missing': { readonly settings: readonly string[] }
  'publicity.nothing-to-post': { readonly village: string }
  'publicity.must-not-be-posted': { readonly programme: string }
  'publicity.not-yet-reviewed': { readonly village: string; readonly count: number }
  'publicity.standard-changed': { readonly village: string; readonly count: number }
  'publicity.evidence-missing': { readonly serial: string }
  'publicity.objections-open': { readonly serial: string; readonly lines: readonly number[] }
  'objection.not-hanging': { readonly serial: string }
  'objection.must-withdraw': { readonly names: readonly string[] }
  'publicity.not-posted': { readonly serial: string }
  'publicity.changed-since-frozen': { readonly serial: string; readonly lines: readonly number[] }
  'publicity.holidays-unknown': { readonly year: number }
  'publicity.still-open': { readonly serial: string; readonly lastDay: string }
  'gate.verification-missing': { readonly villages: readonly string[] }
  'fieldwork.same-machine': { readonly name: string }
  'fieldwork.found-known': { readonly name: string; readonly place: string }
  'fieldwork.found-registered': { readonly name: string; readonly place: string }
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
  'village-book.event-first': { readonly name: string; readonly presence: string }
  'bulk.too-many': { readonly rows: number; readonly most: number }
  'bulk.lines-wrong': { readonly count: number }
  'bulk.undo-depends': { readonly count: number }
  'form.not-xlsx': { readonly fileName: string }
  'form.no-head': { readonly fileName: string }
  'form.not-fillable': { readonly fileName: string }
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

import type { JobKind } from '../contract/job.ts'
import type { Role } from '../domain/role.ts'
import type { Thing, VerbOf } from './handler-types.ts'

/** `anyone` needs no session, `signed-in` any role; otherwise one of these roles. */
export interface Permission {
  readonly who: 'anyone' | 'signed-in' | readonly Role[]
}

export type ProcedurePath = { [T in Thing]: `${T}.${VerbOf<T>}` }[Thing]

const anyone: Permission = { who: 'anyone' }
const signedIn: Permission = { who: 'signed-in' }
const only = (...who: Role[]): Permission => ({ who })

const clerk = only('clerk')
const administrator = only('administrator')
/** Whoever works on cases, and who audits that work. The administrator sees no case. */
const caseReaders = only('clerk', 'reviewer', 'approver', 'auditor')
/** Whoever works on cases; an auditor reads, and changes nothing. */
const workers = only('clerk', 'reviewer', 'approver')
const overseers = only('administrator', 'auditor')

/** 权限表 — who may call what. A procedure of the contract that is missing here does not compile. */
export const permissions: { readonly [P in ProcedurePath]: Permission } = {
  'workstation.state': anyone,
  'workstation.demonstrationPeople': anyone,
  'workstation.townships': anyone,
  'workstation.setUp': anyone,
  'workstation.recover': anyone,
  'session.open': anyone,
  'session.current': anyone,
  'session.lock': signedIn,
  'session.unlock': signedIn,
  'session.close': signedIn,
  'session.touch': signedIn,
  'session.changePassword': signedIn,

  'user.list': overseers,
  'user.create': administrator,
  'user.setGrants': administrator,
  'user.handover': administrator,
  'user.handoverFile': overseers,
  'user.deactivate': administrator,
  'user.resetPassword': administrator,
  'user.registerException': administrator,
  'user.makeSigningKey': only('approver'),
  'user.exceptions': only('administrator', 'clerk', 'reviewer', 'approver', 'auditor'),

  'signer.list': only('administrator', 'clerk', 'reviewer', 'approver', 'auditor'),
  'signer.add': only('administrator', 'clerk'),
  'signer.end': only('administrator', 'clerk'),

  'division.villages': signedIn,
  'division.past': signedIn,
  'division.addPast': only('administrator', 'clerk'),
  'setting.get': signedIn,
  'setting.save': only('administrator', 'clerk'),
  'file.pick': signedIn,
  'file.pickScans': signedIn,
  'file.pickFolder': signedIn,
  'file.drives': signedIn,
  'file.save': signedIn,

  // A job's own kind decides, see `jobPermissions`; a demonstration is filled before anybody can sign in.
  'job.start': anyone,
  'job.watch': anyone,
  'job.cancel': anyone,
  'job.list': anyone,

  // A staged file shows full numbers to the one who imports it (field-notes 19).
  'list.stage': clerk,
  'list.stageRows': clerk,
  'list.differenceRows': clerk,
  'list.discardStage': clerk,
  'list.rejectFile': clerk,
  'list.imports': caseReaders,
  'list.import': caseReaders,
  'list.goneRows': caseReaders,
  'list.sourceFile': clerk,
  'list.forgetMapping': clerk,

  'register.summary': caseReaders,
  'register.households': caseReaders,
  'register.household': caseReaders,
  'register.history': caseReaders,
  'register.search': caseReaders,
  'register.reveal': only('clerk', 'reviewer'),
  'register.linkHouseholder': clerk,
  'register.joinHousehold': clerk,
  'register.changePerson': clerk,
  'register.changeHousehold': clerk,
  'register.addAccount': clerk,
  'register.authoriseAccount': clerk,
  'register.replaceAccount': clerk,
  // 第二人 — anybody who works on cases, but never who entered or changed it.
  'register.confirmAccount': only('clerk', 'reviewer', 'approver'),
  'register.changeAccount': clerk,
  'register.setAccountStatus': clerk,

  'household.split': clerk,
  'household.merge': clerk,
  'household.changeHouseholder': clerk,
  'household.moveIn': clerk,
  'household.moveOut': clerk,
  'household.recordDeath': clerk,
  'household.takeOver': clerk,
  'household.restore': clerk,
  'household.consequences': caseReaders,
  'household.eventSheet': only('clerk', 'reviewer', 'approver'),

  'land.addParcel': clerk,
  'land.changeParcel': clerk,
  'land.endParcel': clerk,
  'land.addTransfer': clerk,
  'land.endTransfer': clerk,
  'land.books': caseReaders,

  'visitor.show': caseReaders,
  'visitor.slip': workers,
  'visitor.notice': workers,

  'evidence.attach': clerk,
  'evidence.open': only('clerk', 'reviewer', 'approver'),
  'evidence.remove': clerk,

  'programme.list': signedIn,
  'rule.dictionary': caseReaders,
  'rule.read': caseReaders,
  'rule.write': caseReaders,
  'policy.show': caseReaders,
  'policy.saveLine': clerk,
  'policy.dropLine': clerk,
  'policy.putInForce': only('reviewer', 'approver'),
  'policy.withdraw': workers,
  'programme.enterTerms': clerk,
  'programme.activate': only('reviewer', 'approver'),

  'application.correct': clerk,
  'review.overview': caseReaders,
  'review.list': caseReaders,
  'review.record': caseReaders,
  'review.missed': caseReaders,
  'review.rebut': workers,
  'review.decideRebuttal': only('reviewer', 'approver'),
  'review.rebuttalFile': workers,
  'review.rechecks': caseReaders,
  'review.redraw': caseReaders,
  'review.drawRechecks': only('reviewer', 'approver'),
  'review.recordRecheck': workers,
  'review.recheckFile': workers,
  'review.hear': only('clerk', 'reviewer'),
  'review.hearingFile': workers,
  'review.cutNotice': only('clerk', 'reviewer'),
  'review.sameCause': caseReaders,
  'review.explain': only('reviewer'),
  'review.decide': only('reviewer'),
  'survey.rounds': caseReaders,
  'survey.round': caseReaders,
  'survey.questions': caseReaders,
  'survey.saveQuestions': clerk,
  'survey.tasks': caseReaders,
  'survey.task': caseReaders,
  'survey.history': caseReaders,
  // Shows full numbers of one household to whoever enters its visit, and says so in the trace.
  'survey.enter': clerk,
  'survey.warnings': clerk,
  'survey.keepDraft': clerk,
  'survey.discardDraft': clerk,
  'survey.saveVisit': clerk,
  'survey.attach': clerk,
  'survey.addHousehold': clerk,
  'survey.markMustVisit': clerk,
  'survey.closeRound': clerk,

  'paper.list': caseReaders,
  'paper.file': only('clerk', 'reviewer', 'approver'),
  'paper.void': clerk,
  'paper.missing': caseReaders,
  'paper.explainMissing': clerk,
  // A picture shows whole numbers; every look at one leaves a trace.
  'paper.scans': caseReaders,
  'paper.scan': only('clerk', 'reviewer', 'approver'),
  'paper.turn': clerk,
  'paper.assign': clerk,
  'paper.judgeAgain': clerk,
  'paper.setAside': clerk,
  'paper.pagesOf': caseReaders,

  'verification.list': caseReaders,
  'verification.record': clerk,

  'publicity.list': caseReaders,
  'publicity.get': caseReaders,
  'publicity.document': caseReaders,
  'publicity.recordPosting': clerk,
  'publicity.addEvidence': clerk,
  'publicity.conclude': clerk,
  'publicity.withdraw': clerk,

  'package.list': caseReaders,
  'package.get': caseReaders,
  'package.ready': caseReaders,
  'package.recipients': only('administrator', 'clerk', 'reviewer', 'approver', 'auditor'),
  'package.addRecipient': administrator,
  'package.cancel': only('clerk', 'approver'),
  'package.file': only('clerk', 'approver', 'auditor'),
  'package.paperSheet': caseReaders,

  // Keys and machines are the administrator's, on either machine; what is typed into them never is.
  'fieldwork.here': signedIn,
  'fieldwork.machines': only('administrator', 'clerk', 'reviewer', 'approver', 'auditor'),
  'fieldwork.requestFile': administrator,
  'fieldwork.readRequest': administrator,
  'fieldwork.acceptRequest': administrator,
  'fieldwork.answerFile': administrator,
  'fieldwork.readAnswer': administrator,
  'fieldwork.pinOffice': administrator,
  'fieldwork.revoke': administrator,
  'villageBook.list': caseReaders,
  'villageBook.lines': caseReaders,
  'villageBook.decide': clerk,
  'villageBook.numbers': clerk,
  'villageBook.file': only('clerk', 'auditor'),
  'villageBook.returnedFile': clerk,

  'bulk.preview': clerk,
  'bulk.list': caseReaders,
  'bulk.values': caseReaders,

  'form.preview': workers,
  'form.discard': workers,

  'extract.count': caseReaders,
  'extract.rows': caseReaders,
  'extract.definitions': caseReaders,
  'extract.saveDefinition': workers,
  'extract.removeDefinition': workers,
  'extract.fullRequests': caseReaders,
  'extract.decideFull': workers,
  'extract.withdrawFull': workers,
  'extract.secondPeople': workers,
  'extract.ledger': caseReaders,
  'fieldwork.folder': clerk,
  'fieldwork.chooseFolder': clerk,
  'fieldwork.choice': clerk,
  'fieldwork.assignments': caseReaders,
  'fieldwork.takeBack': clerk,
  'fieldwork.outNow': caseReaders,
  'fieldwork.sentFile': clerk,
  'fieldwork.toReturn': caseReaders,
  'fieldwork.incoming': caseReaders,
  'fieldwork.putAway': clerk,
  'fieldwork.conflicts': caseReaders,
  'fieldwork.openConflict': clerk,
  'fieldwork.resolve': clerk,
  'fieldwork.history': caseReaders,
  'fieldwork.addFound': clerk,
  'fieldwork.found': caseReaders,
  'fieldwork.foundHistory': caseReaders,
  'fieldwork.decideFound': clerk,

  'system.audit': overseers,
  'system.backups': overseers,
}

/** 作业权限 — who may start which kind of job. */
export const jobPermissions: { readonly [K in JobKind]: Permission } = {
  'list.stage': clerk,
  'list.remap': clerk,
  'list.preview': clerk,
  'list.commit': clerk,
  'list.undo': clerk,
  'application.roll-forward': clerk,
  'application.recompute': clerk,
  'survey.open-round': clerk,
  'paper.print': clerk,
  'paper.take-in': clerk,
  'survey.verify-by-sheet': clerk,
  'review.check': only('clerk', 'reviewer'),
  'review.check-year': only('clerk', 'reviewer'),
  'review.approve-clean': only('reviewer'),
  'publicity.freeze': clerk,
  'publicity.print': clerk,
  'package.build': clerk,
  'package.release': only('approver'),
  'package.verify': caseReaders,
  // An auditor extracts, masked as everybody does (product.md); whole numbers are asked for by who works on cases.
  'villageBook.issue': clerk,
  'villageBook.read': clerk,
  'villageBook.send-back': clerk,
  'bulk.apply': clerk,
  'bulk.undo': clerk,
  'rule.try': workers,
  'policy.read': clerk,
  'form.read': workers,
  'form.fill': workers,
  'form.ask-full': workers,
  'extract.export': caseReaders,
  'extract.ask-full': workers,
  'extract.make-full': workers,
  'fieldwork.assign': clerk,
  'fieldwork.reissue': clerk,
  'fieldwork.return': clerk,
  'fieldwork.receive': clerk,
  'fieldwork.retry': clerk,
  'fieldwork.decide': clerk,
  'fieldwork.write-out': clerk,
  'backup.make': administrator,
  'audit.verify': only('clerk', 'reviewer', 'approver', 'auditor', 'administrator'),
  'workstation.fill-demonstration': anyone,
}

export function permissionFor(path: readonly string[]): Permission {
  const permission = (permissions as Record<string, Permission>)[path.join('.')]
  if (permission === undefined) throw new Error(`no permission is written down for ${path.join('.')}`)
  return permission
}

import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { contract } from '../../src-main/contract/contract.ts'
import { jobs, type JobKind } from '../../src-main/contract/job.ts'
import { roles, type Role } from '../../src-main/domain/role.ts'
import { jobPermissions } from '../../src-main/host/job-permissions.ts'
import { permissions, type ProcedurePath } from '../../src-main/host/permissions.ts'
import { aWorkstation, signedIn, type Workstation } from '../builders/a-workstation.ts'

type Client = Awaited<ReturnType<typeof signedIn>>
const everyPath = Object.entries(contract).flatMap(([thing, verbs]) =>
  Object.keys(verbs).map((verb) => `${thing}.${verb}` as ProcedurePath),
)
const everyKind = Object.keys(jobs) as JobKind[]

/** Written down again on purpose: who may, in the order C R P A O U (clerk, reviewer, approver, administrator, complaints officer, auditor). */
const letters: Record<Role, string> = {
  clerk: 'C',
  reviewer: 'R',
  approver: 'P',
  administrator: 'A',
  'complaints-officer': 'O',
  auditor: 'U',
}
const everybody = 'CRPAOU'
const mayCall: Record<ProcedurePath, string> = {
  'workstation.state': everybody,
  'workstation.demonstrationPeople': everybody,
  'workstation.townships': everybody,
  'workstation.setUp': everybody,
  'workstation.recover': everybody,
  'session.open': everybody,
  'session.current': everybody,
  'session.lock': everybody,
  'session.unlock': everybody,
  'session.close': everybody,
  'session.touch': everybody,
  'session.changePassword': everybody,
  'user.list': 'AU',
  'user.create': 'A',
  'user.setGrants': 'A',
  'user.handover': 'A',
  'user.handoverFile': 'AU',
  'user.deactivate': 'A',
  'user.resetPassword': 'A',
  'user.registerException': 'A',
  'user.makeSigningKey': 'P',
  'user.exceptions': 'CRPAU',
  'signer.list': 'CRPAU',
  'signer.add': 'CA',
  'signer.end': 'CA',
  'division.villages': everybody,
  'division.past': everybody,
  'division.addPast': 'CA',
  'setting.get': everybody,
  'setting.save': 'CA',
  'file.pick': everybody,
  'file.pickScans': everybody,
  'file.pickFolder': everybody,
  'file.drives': everybody,
  'file.save': everybody,
  'job.start': everybody,
  'job.watch': everybody,
  'job.cancel': everybody,
  'job.list': everybody,
  'list.stage': 'C',
  'list.stageRows': 'C',
  'list.discardStage': 'C',
  'list.differenceRows': 'C',
  'list.rejectFile': 'C',
  'list.imports': 'CRPU',
  'list.import': 'CRPU',
  'list.goneRows': 'CRPU',
  'list.sourceFile': 'C',
  'list.forgetMapping': 'C',
  'register.summary': 'CRPU',
  'register.households': 'CRPU',
  'register.household': 'CRPU',
  'register.history': 'CRPU',
  'register.search': 'CRPU',
  'register.reveal': 'CR',
  'register.linkHouseholder': 'C',
  'register.joinHousehold': 'C',
  'register.changePerson': 'C',
  'register.changeHousehold': 'C',
  'register.addAccount': 'C',
  'register.authoriseAccount': 'C',
  'register.replaceAccount': 'C',
  'register.confirmAccount': 'CRP',
  'register.changeAccount': 'C',
  'register.setAccountStatus': 'C',
  'household.split': 'C',
  'household.merge': 'C',
  'household.changeHouseholder': 'C',
  'household.moveIn': 'C',
  'household.moveOut': 'C',
  'household.recordDeath': 'C',
  'household.takeOver': 'C',
  'household.restore': 'C',
  'household.consequences': 'CRPU',
  'household.eventSheet': 'CRP',
  'land.addParcel': 'C',
  'land.changeParcel': 'C',
  'land.endParcel': 'C',
  'land.addTransfer': 'C',
  'land.endTransfer': 'C',
  'land.books': 'CRPU',
  'visitor.show': 'CRPU',
  'visitor.slip': 'CRP',
  'visitor.notice': 'CRP',
  'evidence.attach': 'C',
  'evidence.open': 'CRP',
  'evidence.remove': 'C',
  'programme.list': everybody,
  'rule.dictionary': 'CRPU',
  'rule.read': 'CRPU',
  'rule.write': 'CRPU',
  'policy.show': 'CRPU',
  'policy.saveLine': 'C',
  'policy.dropLine': 'C',
  'policy.putInForce': 'RP',
  'policy.withdraw': 'CRP',
  'programme.enterTerms': 'C',
  'programme.activate': 'RP',
  'application.correct': 'C',
  'application.amount': 'CRP',
  'application.open': 'C',
  'review.overview': 'CRPU',
  'review.list': 'CRPU',
  'review.record': 'CRPU',
  'review.missed': 'CRPU',
  'review.dropped': 'CRPU',
  'review.explainDropped': 'CR',
  'review.kin': 'CRPU',
  'review.declareKin': 'CRP',
  'review.withdrawKin': 'RP',
  'review.rebut': 'CRP',
  'review.decideRebuttal': 'RP',
  'review.rebuttalFile': 'CRP',
  'review.rechecks': 'CRPU',
  'review.redraw': 'CRPU',
  'review.drawRechecks': 'RP',
  'review.recordRecheck': 'CRP',
  'review.recheckFile': 'CRP',
  'review.hear': 'CR',
  'review.hearingFile': 'CRP',
  'review.cutNotice': 'CR',
  'review.sameCause': 'CRPU',
  'review.explain': 'R',
  'review.decide': 'R',
  'stop.amount': 'CRP',
  'stop.propose': 'CR',
  'stop.decide': 'RP',
  'stop.fix': 'RP',
  'stop.list': 'CRPU',
  'stop.resume': 'CR',
  'stop.recovered': 'CR',
  'stop.file': 'CRP',
  'survey.rounds': 'CRPU',
  'survey.round': 'CRPU',
  'survey.questions': 'CRPU',
  'survey.saveQuestions': 'C',
  'survey.tasks': 'CRPU',
  'survey.task': 'CRPU',
  'survey.history': 'CRPU',
  'survey.enter': 'C',
  'survey.warnings': 'C',
  'survey.keepDraft': 'C',
  'survey.discardDraft': 'C',
  'survey.saveVisit': 'C',
  'survey.attach': 'C',
  'survey.addHousehold': 'C',
  'survey.markMustVisit': 'C',
  'survey.closeRound': 'C',
  'paper.list': 'CRPU',
  'paper.file': 'CRP',
  'paper.void': 'C',
  'paper.missing': 'CRPU',
  'paper.explainMissing': 'C',
  'paper.scans': 'CRPU',
  'paper.scan': 'CRP',
  'paper.turn': 'C',
  'paper.assign': 'C',
  'paper.judgeAgain': 'C',
  'paper.setAside': 'C',
  'paper.pagesOf': 'CRPU',
  'verification.list': 'CRPU',
  'verification.record': 'C',
  'publicity.list': 'CRPOU',
  'publicity.get': 'CRPOU',
  'publicity.document': 'CRPOU',
  'publicity.recordPosting': 'C',
  'publicity.addEvidence': 'C',
  'publicity.statement': 'CRP',
  'publicity.conclude': 'C',
  'publicity.withdraw': 'C',
  'objection.list': 'CRPOU',
  'objection.record': 'CRPO',
  'objection.investigate': 'CRP',
  'objection.decide': 'P',
  'objection.answerSheet': 'CRPO',
  'objection.file': 'CRP',
  'package.list': 'CRPU',
  'package.get': 'CRPU',
  'package.ready': 'CRPU',
  'package.recipients': 'CRPAU',
  'package.addRecipient': 'A',
  'package.cancel': 'CP',
  'package.file': 'CPU',
  'package.paperSheet': 'CRPU',
  'fieldwork.here': everybody,
  'fieldwork.machines': 'CRPAU',
  'fieldwork.requestFile': 'A',
  'fieldwork.readRequest': 'A',
  'fieldwork.acceptRequest': 'A',
  'fieldwork.answerFile': 'A',
  'fieldwork.readAnswer': 'A',
  'fieldwork.pinOffice': 'A',
  'fieldwork.revoke': 'A',
  'villageBook.list': 'CRPU',
  'villageBook.lines': 'CRPU',
  'villageBook.decide': 'C',
  'villageBook.numbers': 'C',
  'villageBook.file': 'CU',
  'villageBook.returnedFile': 'C',
  'bulk.preview': 'C',
  'bulk.list': 'CRPU',
  'bulk.values': 'CRPU',
  'form.preview': 'CRP',
  'form.discard': 'CRP',
  'extract.count': 'CRPU',
  'extract.rows': 'CRPU',
  'extract.definitions': 'CRPU',
  'extract.saveDefinition': 'CRP',
  'extract.removeDefinition': 'CRP',
  'extract.fullRequests': 'CRPU',
  'extract.decideFull': 'CRP',
  'extract.withdrawFull': 'CRP',
  'extract.secondPeople': 'CRP',
  'extract.ledger': 'CRPU',
  'fieldwork.folder': 'C',
  'fieldwork.chooseFolder': 'C',
  'fieldwork.choice': 'C',
  'fieldwork.assignments': 'CRPU',
  'fieldwork.takeBack': 'C',
  'fieldwork.outNow': 'CRPU',
  'fieldwork.sentFile': 'C',
  'fieldwork.toReturn': 'CRPU',
  'fieldwork.incoming': 'CRPU',
  'fieldwork.putAway': 'C',
  'fieldwork.conflicts': 'CRPU',
  'fieldwork.openConflict': 'C',
  'fieldwork.resolve': 'C',
  'fieldwork.history': 'CRPU',
  'fieldwork.addFound': 'C',
  'fieldwork.found': 'CRPU',
  'fieldwork.foundHistory': 'CRPU',
  'fieldwork.decideFound': 'C',
  'system.audit': 'AU',
  'system.backups': 'AU',
}
const mayStart: Record<JobKind, string> = {
  'list.stage': 'C',
  'list.remap': 'C',
  'list.preview': 'C',
  'list.commit': 'C',
  'list.undo': 'C',
  'application.roll-forward': 'C',
  'application.recompute': 'C',
  'survey.open-round': 'C',
  'paper.print': 'C',
  'paper.take-in': 'C',
  'survey.verify-by-sheet': 'C',
  'review.check': 'CR',
  'review.check-year': 'CR',
  'review.approve-clean': 'R',
  'publicity.freeze': 'C',
  'publicity.print': 'C',
  'package.build': 'C',
  'package.release': 'P',
  'package.verify': 'CRPU',
  'villageBook.issue': 'C',
  'villageBook.read': 'C',
  'villageBook.send-back': 'C',
  'bulk.apply': 'C',
  'bulk.undo': 'C',
  'rule.try': 'CRP',
  'policy.read': 'C',
  'form.read': 'CRP',
  'form.fill': 'CRP',
  'form.ask-full': 'CRP',
  'extract.export': 'CRPU',
  'extract.ask-full': 'CRP',
  'extract.make-full': 'CRP',
  'fieldwork.assign': 'C',
  'fieldwork.reissue': 'C',
  'fieldwork.return': 'C',
  'fieldwork.receive': 'C',
  'fieldwork.retry': 'C',
  'fieldwork.decide': 'C',
  'fieldwork.write-out': 'C',
  'backup.make': 'A',
  'audit.verify': 'CRPAU',
  'workstation.fill-demonstration': everybody,
}

test.each(everyPath)('the table says who may call %s', (path) => {
  expect(inLetters(permissions[path].who)).toBe(mayCall[path])
})

test.each(everyKind)('the table says who may start %s', (kind) => {
  expect(inLetters(jobPermissions[kind].who)).toBe(mayStart[kind])
})

test('names every procedure of the contract and no other', () => {
  expect(Object.keys(permissions).sort()).toEqual([...everyPath].sort())
  expect(Object.keys(jobPermissions).sort()).toEqual([...everyKind].sort())
})

test('an auditor changes nothing', () => {
  const changing = everyPath.filter((path) => kindOf(path) !== 'query' && mayCall[path] !== everybody)

  expect(changing.filter((path) => mayCall[path].includes('U'))).toEqual([])
})

test('an administrator sees no case', () => {
  const cases = everyPath.filter((path) =>
    /^(list|register|household|land|evidence|application|review|survey|paper|verification|publicity)\./.test(
      path,
    ),
  )

  expect(cases.filter((path) => mayCall[path].includes('A'))).toEqual([])
})

describe('asked for real', () => {
  let workstation: Workstation
  const clients = new Map<Role, Client>()
  beforeAll(async () => {
    workstation = await aWorkstation()
    for (const role of roles) clients.set(role, await signedIn(workstation, role))
  })
  afterAll(() => workstation.remove())

  // What happens at the door has its own tests: it would sign these people out.
  const asked = everyPath.filter((path) => !/^(workstation|session|job)\./.test(path))

  test.each(asked)('%s refuses everybody who may not call it, whatever they send', async (path) => {
    for (const role of roles) {
      const refusal = await codeOf(call(clients.get(role)!, path))
      expect(`${role} ${refusal === 'permission.denied'}`).toBe(
        `${role} ${!mayCall[path].includes(letters[role])}`,
      )
    }
  })

  test.each(asked)('%s refuses a window where nobody has signed in', async (path) => {
    expect(await codeOf(call(workstation.core.client('nobody'), path))).toBe('session.missing')
  })

  test.each(everyKind)('a job of %s refuses everybody who may not start it', async (kind) => {
    for (const role of roles) {
      const input = jobInputs[kind]
      const refusal = await codeOf(clients.get(role)!.job.start({ kind, input }))
      expect(`${role} ${refusal === 'permission.denied'}`).toBe(
        `${role} ${!mayStart[kind].includes(letters[role])}`,
      )
    }
  })

  test('a denial leaves a trace with the call and the person', async () => {
    await codeOf(clients.get('clerk')!.user.list())
    const audited = workstation.core.connect('any').context.host.door.store.reader
    const rows = await audited
      .selectFrom('auditEntry as a')
      .innerJoin('user as u', 'u.id', 'a.actor')
      .select('u.signInName')
      .where('action', '=', 'permission.denied')
      .where('subject', '=', 'user.list')
      .execute()

    expect(rows.map((row) => row.signInName)).toContain('clerk')
  })
})

const id = '01980a3c-5b7e-7d10-8f2a-3c4d5e6f7081'
const period = { programmeCode: 'NY01', year: 2026 }
const anExtract = {
  definition: { grain: 'person', columns: ['name'], conditions: {} },
  title: '名单',
  format: 'csv',
  reason: '核对',
}
const aFill = {
  ...{ stageId: id, fields: ['name'], way: 'append', grain: 'person', conditions: {} },
}
const jobInputs: Record<JobKind, unknown> = {
  'list.stage': { fileToken: 'x', kind: 'payroll' },
  'list.remap': {
    stageId: id,
    plan: { kind: 'payroll', year: null, month: null, programmeCode: null, asOf: null, sheets: [], said: {} },
  },
  'list.preview': { stageId: id },
  'list.commit': { stageId: id },
  'list.undo': { importId: id, reason: '重来' },
  'application.roll-forward': { ...period, fromYear: 2025 },
  'application.recompute': period,
  'survey.verify-by-sheet': {
    ...{ roundId: id, villageCode: '141024101200', groupName: null, on: '2026-07-01', fileToken: 'x' },
    ...{ visitor: '李娟', signer: '王五', signerRelation: '村民小组长', basis: '签字核实清册' },
  },
  'survey.open-round': {
    ...{ ...period, name: '摸底', fromYear: 2025 },
    ...{ villageCodes: ['141024101200'], households: 'previous' },
  },
  'paper.print': { roundId: id, kind: 'visit-form', villageCodes: ['141024101200'] },
  'paper.take-in': { fileTokens: ['x'] },
  'review.check': period,
  'review.check-year': { year: period.year },
  'review.approve-clean': period,
  'publicity.freeze': period,
  'publicity.print': { publicityIds: [id] },
  'package.build': { ...period, recipientId: id },
  'package.release': { packageId: id, pin: 'x', password: 'x' },
  'package.verify': { packageId: id },
  'villageBook.issue': { roundId: id, villageCodes: ['141024101200'] },
  'villageBook.read': { fileToken: 'x' },
  'villageBook.send-back': { returnId: id },
  'bulk.apply': { source: { kind: 'pasted', text: '姓名' }, reason: '更正', sha256: '' },
  'bulk.undo': { bulkEditId: id, reason: '更正' },
  'rule.try': { ...period, text: 'person.age > 80', asOf: '2026-06-30' },
  'policy.read': { fileToken: 'x', year: 2026 },
  'form.read': { fileToken: 'x' },
  'form.fill': { fill: aFill, reason: '上级要表' },
  'form.ask-full': { fill: aFill, title: '上级要表', reason: '上级要表', recipient: '县农业农村局' },
  'extract.export': anExtract,
  'extract.ask-full': { ...anExtract, recipient: '县农业农村局' },
  'extract.make-full': { requestId: id },
  'fieldwork.assign': { roundId: id, machineId: id, visitors: ['王走访'] },
  'fieldwork.reissue': { assignmentId: id, machineId: id, visitors: ['王走访'], reason: '丢失' },
  'fieldwork.return': { roundId: id },
  'fieldwork.receive': { folder: true },
  'fieldwork.retry': { sha256: 'x' },
  'fieldwork.decide': { packageId: id, take: true, reason: '核实' },
  'fieldwork.write-out': { packageId: id },
  'backup.make': {},
  'audit.verify': {},
  'workstation.fill-demonstration': {},
}

function call(client: Client, path: ProcedurePath): Promise<unknown> {
  const [thing, verb] = path.split('.') as [string, string]
  const things = client as unknown as Record<string, Record<string, (input: unknown) => Promise<unknown>>>
  return things[thing]![verb]!(undefined)
}

async function codeOf(answer: Promise<unknown>): Promise<string | undefined> {
  try {
    await answer
    return undefined
  } catch (error) {
    return (error as { data?: { code?: string } }).data?.code
  }
}

function kindOf(path: ProcedurePath): string {
  const [thing, verb] = path.split('.') as [string, string]
  const procedures = contract as unknown as Record<
    string,
    Record<string, { '~orpc': { meta: { kind: string } } }>
  >
  return procedures[thing]![verb]!['~orpc'].meta.kind
}

function inLetters(who: string | readonly Role[]): string {
  return roles
    .filter((role) => typeof who === 'string' || who.includes(role))
    .map((role) => letters[role])
    .join('')
}

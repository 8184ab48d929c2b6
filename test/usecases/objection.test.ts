import { readFile } from 'node:fs/promises'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { runJob } from '../../src-main/demonstration/desk-work.ts'
import { addPhoto, applicationsOf, period, posted, readyToPost, versionOf } from '../builders/a-period.ts'
import { aRollPerson } from '../builders/a-roll-sheet.ts'
import { aPerson, anOffice, refusalOf, type AnOffice, windowOf } from '../builders/an-office.ts'

let office: AnOffice
let publicityId: string
let other: AnOffice['clerk']

/** Three lines on the wall since today; a second clerk who had no hand in them. */
beforeEach(async () => {
  office = await anOffice()
  await readyToPost(office, [aRollPerson(1), aRollPerson(2), aRollPerson(3)])
  publicityId = (await posted(office)).publicityId
  await addPhoto(office, publicityId)
  await office.administrator.user.create(aPerson('second', 'clerk'))
  other = await windowOf(office.core, 'second')
})
afterEach(() => office.remove())

const today = () => office.clock.now().toISOString().slice(0, 10)
const object = (lineNo = 2, more = {}) =>
  office.clerk.objection.record({
    ...{ publicityId, lineNo, way: 'phone' as const, receivedOn: today() },
    ...{ statement: '他家那块地去年就转给别人种了', objector: '赵六', phone: '13800000000', ...more },
  })
const investigate = (objectionId: string, outcome: 'dismissed' | 'upheld', who = other) =>
  who.objection.investigate({
    ...{ objectionId, outcome, investigators: ['李监督', '王主任'], doneOn: today() },
    finding: '实地看过，对照了流转台账。',
  })
const answer = (objectionId: string, decision: 'confirmed' | 'declined' = 'confirmed') =>
  office.approver.objection.decide({ objectionId, decision, words: '已核实，照此答复。' })
const listed = (who: AnOffice['clerk'] = office.clerk) => who.objection.list({ publicityId })
const statuses = async () => (await applicationsOf(office)).map(({ status }) => status)
const conclude = async () =>
  office.clerk.publicity.conclude({ publicityId, version: await versionOf(office, publicityId) })
const afterItsDays = () => office.clock.move(8 * 24 * 60)

test('one line stands still; dismissed by two others and the approver, it goes on with the notice', async () => {
  const { objectionId } = await object()
  expect((await statuses()).toSorted()).toEqual(['objected', 'publicizing', 'publicizing'])
  afterItsDays()
  expect(await refusalOf(conclude())).toBe('publicity.objections-open')
  expect((await office.clerk.publicity.get({ publicityId })).next).toBe('objection')

  expect(await refusalOf(answer(objectionId))).toBe('objection.not-investigated')
  await investigate(objectionId, 'dismissed')
  await answer(objectionId)
  expect(await statuses()).toEqual(['publicizing', 'publicizing', 'publicizing'])
  await conclude()
  expect(await statuses()).toEqual(['publicized', 'publicized', 'publicized'])
  expect((await office.clerk.publicity.get({ publicityId })).objections).toEqual({
    ...{ open: 0, dismissed: 1, upheld: 0 },
  })
})

test('upheld, the line comes off and back to be corrected, and the others are concluded without it', async () => {
  const { objectionId } = await object(2)
  await investigate(objectionId, 'upheld')
  await answer(objectionId)
  expect((await statuses()).toSorted()).toEqual(['publicizing', 'publicizing', 'returned'])
  afterItsDays()
  await conclude()
  expect((await statuses()).toSorted()).toEqual(['publicized', 'publicized', 'returned'])

  const back = (await applicationsOf(office)).find(({ status }) => status === 'returned')!
  await office.clerk.application.correct({
    ...{ applicationId: back.applicationId, version: back.version, areaCentiMu: 100 },
    reason: '转出的面积减去',
  })
  await runJob(office.reviewer, 'review.check', period)
  const again = (await applicationsOf(office)).find(
    ({ applicationId }) => applicationId === back.applicationId,
  )!
  await office.reviewer.review.decide({
    ...{ applicationId: again.applicationId, version: again.version, decision: 'approve' },
    reason: '已按核查结果更正',
  })
  const { publicityIds, lines } = await runJob(office.clerk, 'publicity.freeze', period)
  expect({ notices: publicityIds.length, lines }).toEqual({ notices: 1, lines: 1 })
})

test('whoever entered or approved the record neither looks into it nor is named among those who did', async () => {
  const { objectionId } = await object()
  expect(await refusalOf(investigate(objectionId, 'dismissed', office.clerk))).toBe('objection.must-withdraw')
  expect(await refusalOf(investigate(objectionId, 'dismissed', office.reviewer))).toBe(
    'objection.must-withdraw',
  )
  const named = other.objection.investigate({
    ...{ objectionId, outcome: 'dismissed', investigators: ['李监督', 'reviewer同志'], doneOn: today() },
    finding: '实地看过，没有问题。',
  })
  expect(await refusalOf(named)).toBe('objection.must-withdraw')
  const [mine, theirs] = [(await listed())[0]!, (await listed(other))[0]!]
  expect({ mine: mine.mayInvestigate, theirs: theirs.mayInvestigate }).toEqual({ mine: false, theirs: true })
  expect(mine.whyNot).toContain('须回避')
})

test('a second objection to the line keeps it where it is; what is sent back is looked into again', async () => {
  const [first, second] = [await object(2), await object(2)]
  await investigate(first.objectionId, 'dismissed')
  await answer(first.objectionId)
  expect((await statuses()).filter((status) => status === 'objected')).toHaveLength(1)

  await investigate(second.objectionId, 'dismissed')
  await answer(second.objectionId, 'declined')
  expect(await refusalOf(answer(second.objectionId))).toBe('objection.not-investigated')
  await investigate(second.objectionId, 'dismissed')
  await answer(second.objectionId)
  expect(await statuses()).toEqual(['publicizing', 'publicizing', 'publicizing'])
  const shown = (await listed()).find(({ objectionId }) => objectionId === second.objectionId)!
  expect(shown.inquiries.map(({ state }) => state)).toEqual(['declined', 'confirmed'])
})

test('a protected objector is known to whoever took it down and to the complaints officer only', async () => {
  await object(1, { isProtected: true })
  await office.administrator.user.create(aPerson('complaints', 'complaints-officer'))
  const officer = await windowOf(office.core, 'complaints')
  const known = async (who: AnOffice['clerk']) => (await listed(who))[0]!.objector?.name ?? null
  expect([await known(office.clerk), await known(officer)]).toEqual(['赵六', '赵六'])
  expect([await known(other), await known(office.approver), await known(office.reviewer)]).toEqual([
    null,
    null,
    null,
  ])
})

test('an auditor never reads who objected, protected or not', async () => {
  await object(1)
  await office.administrator.user.create(aPerson('audit', 'auditor'))
  const [seen] = await listed(await windowOf(office.core, 'audit'))
  expect({ objector: seen!.objector, statement: seen!.statement }).toEqual({
    ...{ objector: null, statement: '他家那块地去年就转给别人种了' },
  })
})

test('a line that is not there, a day before it hung and a notice taken down are refused', async () => {
  expect(await refusalOf(object(9))).toBe('input.invalid')
  expect(await refusalOf(object(1, { receivedOn: '2020-01-01' }))).toBe('input.invalid')
  await object(1)
  const version = await versionOf(office, publicityId)
  await office.clerk.publicity.withdraw({ publicityId, version, reason: '榜被雨淋坏' })
  expect((await statuses()).toSorted()).toEqual(['approved', 'approved', 'returned'])
  expect(await refusalOf(object(1))).toBe('objection.not-hanging')
})

test('the written answer says what was found, without a whole number, and names a protected objector to few', async () => {
  const { objectionId } = await object(2, {
    isProtected: true,
    statement: '他证号 142625196001019011 的地转了',
  })
  const sheet = async (who: AnOffice['clerk']) => {
    const { file } = await who.objection.answerSheet({ objectionId })
    return readFile((await office.core.files.take(file.token)).path, 'utf8')
  }
  expect(await refusalOf(sheet(office.clerk))).toBe('objection.not-answered')
  await investigate(objectionId, 'dismissed')
  await answer(objectionId)
  const [known, unknown] = [await sheet(office.clerk), await sheet(office.approver)]
  for (const html of [known, unknown]) {
    expect(html).toContain('异议不成立。已核实，照此答复。')
    expect(html).toContain('李监督、王主任两人核查：实地看过')
    expect(html).not.toContain('142625196001019011')
    expect(html).not.toContain('13800000000')
  }
  expect(known).toContain('赵六')
  expect(unknown).not.toContain('赵六')
})

test('a concluded notice has its certificate; with objections a statement that names nobody', async () => {
  const { objectionId } = await object(2)
  await investigate(objectionId, 'upheld')
  await answer(objectionId)
  const print = async () => {
    const file = await office.clerk.publicity.statement({ publicityId })
    return { ...file, html: await readFile((await office.core.files.take(file.token)).path, 'utf8') }
  }
  expect(await refusalOf(print())).toBe('record.wrong-status')
  afterItsDays()
  await conclude()
  const { name, html } = await print()
  expect(name).toMatch(/^公示情况说明_甘亭村_2026-001\./)
  for (const said of ['收到异议 1 件', '第 2 行', '异议成立。已核实，照此答复。', '公示期满，异议成立已更正'])
    expect(html.replace(/<!-- -->/g, '')).toContain(said)
  for (const never of ['赵六', '13800000000', '张二', '张三', '张四']) expect(html).not.toContain(never)
})

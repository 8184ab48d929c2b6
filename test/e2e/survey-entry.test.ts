import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { anAccountNo, anIdNumber } from '../builders/an-id-number.ts'
import { nameOf } from '../builders/a-survey.ts'
import { findBarriers } from './pages-of-a-demonstration.ts'
import { aServedSurvey, type ServedSurvey } from './a-served-survey.ts'

const householdNo = '14102410120000001'
const newcomers = [3, 4, 5]
let survey: ServedSurvey

beforeAll(async () => {
  survey = await aServedSurvey([{ householdNo, people: [1, 2] }])
}, 300_000)
afterAll(() => survey.close())

describe('a household of five, with accounts and more than twenty answers, by keyboard alone', () => {
  test('keeps everything up to the last pause when the program is killed between two keystrokes', async () => {
    await countClicks(survey.page())
    await survey.signIn()
    await openTheHousehold(survey.page())
    await typeVisit(survey.page())
    await typePeople(survey.page())
    await typeLine(survey.page())
    const beforeAnswers = await typeAnswers(survey.page(), answers.slice(0, -1))
    await survey.page().waitForTimeout(300)

    expect(await findBarriers(survey.page())).toEqual([])
    const [[, late] = ['', '']] = answers.slice(-1)
    expect(await clicksOn(survey.page())).toBe(0)
    await survey.page().keyboard.type(late.slice(0, 1))
    await survey.killAndRestart()
    await survey.signIn()
    await openTheHousehold(survey.page())

    const kept = survey.page().getByRole('region', { name: '未保存的草稿' })
    await kept.waitFor()
    const text = await kept.innerText()
    for (const order of newcomers) expect(text).toContain(nameOf(order))
    expect(beforeAnswers).toBeGreaterThanOrEqual(20)
    for (const [label] of answers.slice(0, -1)) expect(text).toContain(label)
  })

  test('is taken up where it was left, finished and saved without a mouse', async () => {
    const page = survey.page()
    await page.keyboard.press('Enter')
    await fieldOf(page, '走访情况').waitFor()
    for (const [label, text] of [...answers.slice(0, -1), ...visitAsTyped, ...peopleAsTyped])
      expect([label, await fieldOf(page, label).inputValue()]).toEqual([label, text])
    const [[last, text] = ['', '']] = answers.slice(-1)
    await moveTo(page, last)
    await page.keyboard.type(text)

    await page.keyboard.press('F2')
    await page.getByRole('grid', { name: '走访任务' }).waitFor()

    const { rows } = await survey.client().survey.tasks({ roundId: await roundId() })
    expect(rows).toMatchObject([{ householdNo, state: 'visited', mode: 'on-site', visitor: '张经办' }])
    const entered = await survey.client().survey.enter({ taskId: rows[0]!.taskId })
    expect(entered.draft).toBeNull()
    expect(entered.people.map((one) => one.idNumber).sort()).toEqual(
      [1, 2, 3, 4, 5].map((one) => anIdNumber(one)).sort(),
    )
    expect(entered.accounts.map((one) => one.accountNo).sort()).toEqual(
      [1, 2, 3, 4, 5].map((one) => anAccountNo(one)).sort(),
    )
    expect(entered.values.filter(({ field }) => field.startsWith('q.'))).toHaveLength(answers.length)
    expect(entered.values.filter(({ register }) => register === 'differs')).toEqual([])
  })
})

test('a draft put away leaves the household as it was, and stays readable', async () => {
  const page = survey.page()
  await openTheHousehold(page)
  await moveTo(page, '备注')
  await page.keyboard.type('门牌已换')
  await page.waitForTimeout(300)
  await survey.killAndRestart()
  await survey.signIn()
  await openTheHousehold(survey.page())
  await survey.page().getByRole('region', { name: '未保存的草稿' }).waitFor()

  await survey.page().keyboard.press('Tab')
  await survey.page().keyboard.press('Enter')
  await fieldOf(survey.page(), '走访情况').waitFor()

  expect(await fieldOf(survey.page(), '备注').inputValue()).toBe('')
  const { rows } = await survey.client().survey.tasks({ roundId: await roundId() })
  const { discarded } = await survey.client().survey.history({ taskId: rows[0]!.taskId })
  expect(discarded.map((one) => one.typed).join()).toContain('门牌已换')
})

/** Anything a mouse does to the page from now on is counted. */
async function countClicks(page: Page): Promise<void> {
  await page.evaluate(() => {
    const counted = window as unknown as { clicks: number }
    counted.clicks = 0
    // A key that presses a button makes a click without a pointer; those have no detail.
    addEventListener('click', (event) => (counted.clicks += event.detail > 0 ? 1 : 0), true)
    addEventListener('pointerdown', () => counted.clicks++, true)
  })
}

function clicksOn(page: Page): Promise<number> {
  return page.evaluate(() => (window as unknown as { clicks: number }).clicks)
}

function fieldOf(page: Page, label: string) {
  return page.getByRole('textbox', { name: label, exact: true })
}

async function roundId(): Promise<string> {
  return (await survey.client().survey.rounds())[0]!.roundId
}

/** From wherever one is to the one household of the round, by its links and the list’s own keys. */
async function openTheHousehold(page: Page): Promise<void> {
  await page.getByRole('navigation').getByRole('link', { name: '摸底调查' }).press('Enter')
  await page.getByRole('tab', { name: '走访录入' }).press('Enter')
  await page.getByRole('grid', { name: '走访任务' }).getByText(householdNo).waitFor()
  await page.getByRole('grid', { name: '走访任务' }).press('Enter')
  await page
    .getByRole('region', { name: /入户调查|未保存的草稿/ })
    .first()
    .waitFor()
}

/** Types into the field under the cursor and moves on, after making sure which field that is. */
async function typeAt(page: Page, label: string, text: string): Promise<void> {
  expect(await labelUnderCursor(page)).toBe(label)
  if (text !== '') await page.keyboard.type(text)
  await page.keyboard.press('Enter')
}

function labelUnderCursor(page: Page): Promise<string | null> {
  return page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? null)
}

async function moveTo(page: Page, label: string): Promise<void> {
  for (let steps = 0; steps < 200 && (await labelUnderCursor(page)) !== label; steps++)
    await page.keyboard.press('Enter')
  expect(await labelUnderCursor(page)).toBe(label)
}

async function typeVisit(page: Page): Promise<void> {
  await typeAt(page, '走访情况', '1')
  await typeAt(page, '核实方式', '1')
  await typeAt(page, '日期', '')
  await typeAt(page, '调查员', '')
  await typeAt(page, '个人信息告知', '1')
  await typeAt(page, '答复人', '1')
  await typeAt(page, '与户主关系', '')
  await typeAt(page, '答复人确认', '1')
  await typeAt(page, '备注', '')
  for (const label of ['户主序号', '村民小组', '住址']) await typeAt(page, label, '')
}

async function typePeople(page: Page): Promise<void> {
  await typePerson(page, 1, { presence: '1' })
  await typePerson(page, 2, { presence: '2', accountNo: anAccountNo(2), bank: '洪洞农商行', custody: '2' })
  for (const [at, order] of newcomers.entries())
    await typePerson(page, at + 3, {
      ...{ name: nameOf(order), relation: '子', idNumber: anIdNumber(order), phone: `1390000000${order}` },
      ...{ presence: '1', accountNo: anAccountNo(order), bank: '邮储银行', custody: '1' },
    })
  // The blank line is passed by.
  for (const label of ['姓名', '关系', '身份证号', '电话']) await typeAt(page, `6 ${label}`, '')
}

/** What has to stand there again after the program was killed, beside the answers. */
const visitAsTyped: readonly (readonly [label: string, text: string])[] = [
  ['走访情况', '1'],
  ['核实方式', '1'],
  ['个人信息告知', '1'],
  ['答复人确认', '1'],
  ['申报1 今年面积', '4.80'],
]
const peopleAsTyped = newcomers.flatMap((order, at): (readonly [label: string, text: string])[] => [
  [`${at + 3} 姓名`, nameOf(order)],
  [`${at + 3} 关系`, '子'],
  [`${at + 3} 在户`, '1'],
  [`${at + 3} 开户行`, '邮储银行'],
  [`${at + 3} 卡在谁手里`, '1'],
])

interface TypedPerson {
  readonly name?: string
  readonly relation?: string
  readonly idNumber?: string
  readonly phone?: string
  readonly presence: string
  readonly accountNo?: string
  readonly bank?: string
  readonly custody?: string
}

async function typePerson(page: Page, at: number, person: TypedPerson): Promise<void> {
  await typeAt(page, `${at} 姓名`, person.name ?? '')
  await typeAt(page, `${at} 关系`, person.relation ?? '')
  await typeAt(page, `${at} 身份证号`, person.idNumber ?? '')
  await typeAt(page, `${at} 电话`, person.phone ?? '')
  await typeAt(page, `${at} 在户`, person.presence)
  await typeAt(page, `${at} 账号`, person.accountNo ?? '')
  await typeAt(page, `${at} 开户行`, person.bank ?? '')
  await typeAt(page, `${at} 卡在谁手里`, person.custody ?? '')
}

async function typeLine(page: Page): Promise<void> {
  await typeAt(page, '申报1 今年面积', '4.80')
  await typeAt(page, '申报1 收款账户序号', '')
  await typeAt(page, '申报1 今年申报', '1')
  await typeAt(page, '申报2 享受人序号', '')
  for (const label of ['确权面积', '不予补贴面积', '流转出面积', '代种进面积']) await typeAt(page, label, '')
}

const answers: readonly (readonly [label: string, text: string])[] = [
  ['是否申报', '1'],
  ['谁在种', '2'],
  ['流转面积', '1.2'],
  ['流转对方', '王五'],
  ['书面协议', '1'],
  ['补贴归谁', '1'],
  ['有无撂荒', '1'],
  ['撂荒面积', '0.3'],
  ['改变用途', '1'],
  ['改变面积', '0.4'],
  ['改作什么', '2'],
  ['代种别家', '1'],
  ['代种面积', '0.5'],
  ['代谁耕种', '赵六'],
  ['外村有地', '1'],
  ['哪个村', '士师村 1 亩'],
  ['主要作物', '1'],
  ['上年到账', '2'],
  ['未到账因', '不清楚'],
  ['认可面积', '1'],
  ['村干部', '2'],
  ['财政供养', '2'],
]

/** Answers how many were typed; ends with the cursor in the question after the last. */
async function typeAnswers(page: Page, given: typeof answers): Promise<number> {
  for (const [label, text] of given) await typeAt(page, label, text)
  return given.length
}

import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findBarriers } from './pages-of-a-demonstration.ts'
import { servedLaptops, type ServedLaptops } from './served-laptops.ts'

let served: ServedLaptops

beforeAll(async () => {
  served = await servedLaptops()
}, 300_000)
afterAll(() => served.close())

/** One of the tab's parts, by its name up to the count behind it. */
async function openPart(page: Page, name: string): Promise<void> {
  await page.getByRole('navigation').getByRole('link', { name: '摸底调查' }).click()
  await page.getByRole('tab', { name: '外业笔记本' }).click()
  await page.locator('.ant-segmented-item', { hasText: name }).click()
  await page.waitForLoadState('networkidle')
}

async function isWithoutFault(page: Page): Promise<void> {
  expect(await findBarriers(page)).toEqual([])
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0)
  expect(served.complaints).toEqual([])
}

const tracesOf = async (action: string) =>
  (await served.administrator.system.audit({ limit: 500 })).rows.filter((row) => row.action === action).length

describe('at the office', () => {
  test('every part of the laptops’ page stands without barriers', async () => {
    const page = served.office
    for (const part of ['任务', '收件', '新遇到的户', '冲突']) {
      await openPart(page, part)
      await isWithoutFault(page)
    }
  })

  test('what was not taken says why in plain words, and what came of a revoked laptop waits for a person', async () => {
    const page = served.office
    await openPart(page, '收件')

    const aside = page.getByRole('region', { name: '待处理的文件' })
    const text = await aside.innerText()
    for (const words of ['损坏了，或没有拷全', '里面不是包', '不是给本机或本单位的'])
      expect(text).toContain(words)
    expect(text).not.toMatch(/envelope|undefined|\{|\}/)
    const held = page.getByRole('region', { name: '吊销后到的包' })
    expect(await held.getByRole('button', { name: '收下并合并' }).isDisabled()).toBe(true)
    await held.getByRole('textbox').fill('问过调查员，丢之前录的')
    await held.getByRole('button', { name: '收下并合并' }).click()
    await held.waitFor({ state: 'detached' })
    await page.getByRole('cell', { name: /问过调查员，丢之前录的/ }).waitFor()
  })

  test('a conflict shows who said what on which machine, is decided by one key, and leaves one trace for each', async () => {
    const page = served.office
    const before = await tracesOf('fieldwork.open-conflict')
    await openPart(page, '冲突')
    const detail = page.getByRole('region', { name: '裁定' })
    await detail.getByRole('button', { name: /13900000001.*1 号笔记本/s }).waitFor()
    expect(await detail.innerText()).toContain('登记簿现在是：13800000001')
    expect(await tracesOf('fieldwork.open-conflict')).toBe(before + 1)

    await page.keyboard.press('2')
    await detail.getByRole('button', { name: /村西第三排/ }).waitFor()

    expect(await tracesOf('fieldwork.open-conflict')).toBe(before + 2)
    await page.locator('.ant-segmented-item', { hasText: '冲突 1' }).waitFor()
    await page.getByRole('button', { name: '本户录入沿革' }).click()
    await page.getByRole('dialog').getByText('村西第二排').waitFor()
    await isWithoutFault(page)
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'hidden' })
    expect(await tracesOf('fieldwork.open-conflict')).toBe(before + 2)
  })

  test('a household met at the door by two laptops becomes one', async () => {
    const page = served.office
    await openPart(page, '新遇到的户')
    const detail = page.getByRole('region', { name: '新遇到的户' })
    await detail.getByText('2 台笔记本都遇到了').waitFor()

    await detail.getByLabel('依据').fill('电话问过村报账员')
    await detail.getByRole('button', { name: '收作新户' }).click()
    await page.locator('.ant-segmented-item', { hasText: '新遇到的户 1 户待定' }).waitFor()
    await page.getByRole('grid', { name: '新遇到的户' }).getByText('赵来福').click()
    await detail.getByRole('link', { name: '打开录入' }).click()

    const name = page.getByRole('textbox', { name: '1 姓名', exact: true })
    await name.waitFor()
    expect(await name.inputValue()).toBe('赵来福')
  })

  test('the entry page says before typing that a household is out, and lets one type all the same', async () => {
    const page = served.office
    await page.getByRole('navigation').getByRole('link', { name: '摸底调查' }).click()
    await page.getByRole('tab', { name: '走访录入' }).click()
    await page.getByRole('grid', { name: '走访任务' }).getByText('14102410120000003').dblclick()

    await page.getByRole('note').getByText('1 号笔记本', { exact: true }).waitFor()
    expect(await page.getByRole('note').innerText()).toMatch(/王走访、李村医.*带出/s)
    expect(await page.getByRole('textbox', { name: '走访情况', exact: true }).isEditable()).toBe(true)
    await isWithoutFault(page)
  })
})

describe('on a laptop', () => {
  test('only what the field needs is there', async () => {
    const page = served.laptop
    await page.getByRole('navigation').getByRole('link', { name: '摸底调查' }).click()

    expect(await page.getByRole('tab').allInnerTexts()).toEqual(['走访录入', '外业笔记本'])
    expect(await page.getByRole('navigation').getByRole('link').allInnerTexts()).not.toContain('公示')
    await isWithoutFault(page)
  })

  test('a household met at the door is begun by keys alone and goes back in the package', async () => {
    const page = served.laptop
    await page.getByRole('tab', { name: '走访录入' }).press('Enter')
    await page.getByRole('button', { name: '新遇到一户…' }).press('Enter')
    await page.getByRole('dialog').getByLabel('户主姓名').waitFor()
    await isWithoutFault(page)
    await page.locator('#name:focus').waitFor()
    await page.keyboard.type('钱多多')
    await page.keyboard.press('Tab')
    await page.keyboard.type('14262519600101000')
    await page.keyboard.press('Enter')
    await page
      .getByRole('dialog')
      .getByText(/身份证号应为 18 位/)
      .waitFor()
    for (const _ of '14262519600101000') await page.keyboard.press('Backspace')
    await page.keyboard.press('Enter')

    const name = page.getByRole('textbox', { name: '1 姓名', exact: true })
    await name.waitFor()
    expect(await name.inputValue()).toBe('钱多多')
    await page.keyboard.press('Escape')
    await page.getByRole('grid', { name: '走访任务' }).getByText('钱多多').waitFor()
    await page.getByRole('tab', { name: '外业笔记本' }).press('Enter')
    await page.getByRole('button', { name: '做返回包' }).press('Enter')
    await page.getByText(/返回包“摸底返回_1 号笔记本.*已做好/).waitFor()
    await isWithoutFault(page)
  })
})

import type { ReactNode } from 'react'
import { formatMu } from '../domain/area.ts'
import { linesIn, type Piece } from './fill-pages.ts'
import { FormRow, type Cell, type FormPart, type FormSection } from './form-table.tsx'
import type { FormQuestion, FormQuestions, VisitForm } from './visit-form-document.ts'

type Part = Piece<FormPart>

const rowMm = 6.8
const lineMm = 7.8
const fewestPeople = 6
const spareRows = 1
const mostAnswers = 10

/** 住址 and 必访原因, on the first sheet. */
export function placeParts({ household, mustVisit }: VisitForm): readonly Part[] {
  const row = (
    <p className="line">
      住址 <Filled text={household?.address} widthMm={80} />
      {mustVisit.length > 0 && <strong>　必访：{mustVisit.join('；')}</strong>}
    </p>
  )
  return [textPart({ title: '', hint: '', columns: [] }, row, lineMm)]
}

/** A value on a line, or the line alone. */
export function Filled({ text, widthMm }: { readonly text: string | undefined; readonly widthMm: number }) {
  return (
    <span className="blank" style={{ minWidth: `${widthMm}mm` }}>
      {text || '\u00a0'}
    </span>
  )
}

export function familyParts({ people }: VisitForm): readonly Part[] {
  const blank = Math.max(fewestPeople - people.length, spareRows)
  const rows = [
    ...people.map((one, index) => [
      index + 1,
      one.name,
      one.relation,
      one.idTail,
      one.age ?? '',
      one.note,
      '',
      '',
    ]),
    ...Array.from({ length: blank }, (_, index) => [people.length + index + 1, '', '', '', '', '', '', '']),
  ]
  return rows.map((cells) => tableRow(family, cells))
}

const family: FormSection = {
  title: '家庭成员',
  hint: '在户：1在户 2外出 3迁出 4死亡 5查无此人。看身份证核对后四位，不符的在备注写全号。',
  columns: columnsOf(
    ['序号', 11],
    ['姓名', 26],
    ['关系', 19],
    ['证号后四位', 22],
    ['年龄', 12],
    ['系统提示', 32],
    ['在户', 13],
    ['备注', 35],
  ),
}

export function landParts(form: VisitForm, perMu: boolean): readonly Part[] {
  if (!perMu) return []
  const { land, former } = form
  const area = (centiMu: number | undefined) => (centiMu === undefined ? '' : formatMu(centiMu))
  const lines = former.length > 0 ? former : [undefined]
  return [
    tableRow(landSection, [
      '台账',
      area(land?.confirmedCentiMu),
      area(land?.nonEligibleCentiMu),
      area(land?.transferredOutCentiMu),
      area(land?.farmedForOthersCentiMu),
      former.length > 0 ? formatMu(former.reduce((sum, line) => sum + line.areaCentiMu, 0)) : '',
    ]),
    tableRow(landSection, ['本次核实', '', '', '', '', '']),
    ...lines.map((line) =>
      tableRow(lineSection, [
        line?.name ?? '',
        area(line?.areaCentiMu),
        line ? line.accountTail : '',
        '',
        '',
        '',
      ]),
    ),
  ]
}

const landSection: FormSection = {
  title: '承包地（亩）',
  hint: '流转、代耕的，在备注写明对方姓名和补贴归谁。',
  columns: columnsOf(
    ['', 22],
    ['确权面积', 30],
    ['不予补贴', 28],
    ['流转出', 28],
    ['代耕代种进', 30],
    ['上年补贴面积', 32],
  ),
}
const lineSection: FormSection = {
  title: '今年申报',
  hint: '今年申报：1继续 2不再申报（写原因）。',
  columns: columnsOf(
    ['享受人', 28],
    ['上年面积', 26],
    ['账号后四位', 26],
    ['今年申报', 22],
    ['今年面积', 28],
    ['原因', 40],
  ),
}

export function accountParts({ accounts }: VisitForm): readonly Part[] {
  const rows = accounts.map((one) => [one.holder, one.kind, one.accountTail, one.bankName, '', ''])
  const blank = ['', '', '', '', '', '']
  return [...rows, blank].map((cells) => tableRow(accountSection, cells))
}

const accountSection: FormSection = {
  title: '收款账户',
  hint: '看卡核对后四位。卡在谁手里：1本人 2家人 3村干部 4其他人。账户：1正常 2已销户。',
  columns: columnsOf(
    ['户名', 28],
    ['卡折', 16],
    ['后四位', 20],
    ['开户行', 62],
    ['卡在谁手里', 24],
    ['账户', 20],
  ),
}

export function questionParts({ household, person }: FormQuestions, people: number): readonly Part[] {
  const each = personQuestions(Math.min(mostAnswers, Math.max(fewestPeople, people + 1)))
  return [
    ...household.map((question) => questionRow(householdQuestions, question)),
    ...person.map((question) => questionRow(each, question)),
  ]
}

const householdQuestions: FormSection = {
  title: '问本户',
  hint: '有编码的填编码，没有的填数字或文字；带※的必须问。',
  columns: columnsOf(['号', 9], ['问题', 80], ['编码', 57], ['答', 24]),
}

function personQuestions(count: number): FormSection {
  const answers = Array.from({ length: count }, (_, index) => [String(index + 1), 8] as const)
  return {
    title: '逐人问',
    hint: '右边的号是家庭成员的序号。',
    columns: columnsOf(['号', 9], ['问题', 161 - 42 - 8 * count], ['编码', 42], ...answers),
  }
}

function questionRow(section: FormSection, question: FormQuestion): Part {
  const [, textWidth, choiceWidth] = section.columns.map((column) => column.widthMm) as [
    number,
    number,
    number,
  ]
  const text = `${question.required ? '※' : ''}${question.text}${question.askIf && `（${question.askIf}）`}`
  const lines = Math.max(linesIn(text, textWidth - 2, 10.5), linesIn(question.choices, choiceWidth - 2, 9.5))
  const answers = section.columns.slice(3).map(() => '')
  const cells: Cell[] = [question.no, { long: text }, { long: question.choices, small: true }, ...answers]
  return tableRow(section, cells, Math.max(rowMm, lines * 4.4 + 1.4))
}

export function closingParts({ modes, states }: FormQuestions): readonly Part[] {
  return [
    textPart(told, <p className="told">{toldText}</p>, 22),
    ...[
      <>
        　被调查人已听清以上告知：{boxes(['已告知'])}　　走访情况：{boxes(states)}
      </>,
      <>核实方式：{boxes(modes)}</>,
      <>
        代签人 {blank(24)} 与户主关系 {blank(20)} 代签原因 {blank(44)}
      </>,
      <>
        被调查人（签字、手印）{blank(34)} 与户主关系 {blank(20)} 电话 {blank(30)}
      </>,
      <>
        调查员（签字）{blank(32)}、{blank(32)} 调查日期　　　　年　　　月　　　日
      </>,
      <>
        下次走访　　　月　　　日　照片编号 {blank(24)} 备注 {blank(66)}
      </>,
    ].map((row, index): Part => ({
      ...textPart(signing, <p className="line">{row}</p>, lineMm),
      withPrevious: index > 0,
    })),
  ]
}

const told: FormSection = { title: '告知', hint: '读给被调查人听，听清后打勾。', columns: [] }
const signing: FormSection = { title: '签字', hint: '', columns: [] }

/** 个人信息保护法 35 条 — what a public body must say before it asks. */
const toldText =
  '根据《中华人民共和国个人信息保护法》第三十五条告知：为核实惠民惠农补贴的对象、面积和收款账户，乡镇人民政府依照法定职责收集您和家庭成员的姓名、身份证号、' +
  '银行账户、承包地以及本表所列情况，只用于补贴的审核、公示、发放和监督检查，向县级主管部门、财政部门和代理银行提供办理所必需的部分；' +
  '公示时不公开身份证号和账号。您有权查阅、复制、更正自己的信息，可向村委会或乡镇人民政府提出。'

function tableRow(section: FormSection, cells: readonly Cell[], heightMm = rowMm): Part {
  return {
    heightMm,
    value: { section, row: <FormRow cells={cells} columns={section.columns} heightMm={heightMm} /> },
  }
}

function textPart(section: FormSection, row: ReactNode, heightMm: number): Part {
  return {
    heightMm,
    value: { section, row: <div style={{ height: `${heightMm}mm`, overflow: 'hidden' }}>{row}</div> },
  }
}

function boxes(labels: readonly string[]): ReactNode {
  return labels.map((label) => (
    <span key={label}>
      <span className="box" />
      {label}
    </span>
  ))
}

function blank(widthMm: number): ReactNode {
  return (
    <span className="blank" style={{ width: `${widthMm}mm` }}>
      &nbsp;
    </span>
  )
}

function columnsOf(...pairs: readonly (readonly [label: string, widthMm: number])[]): FormSection['columns'] {
  return pairs.map(([label, widthMm]) => ({ label, widthMm }))
}

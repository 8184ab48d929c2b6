import type { ExtractConditions } from '../domain/extract-definition.ts'
import { formatMu } from '../domain/area.ts'
import { formatYuan } from '../domain/money.ts'
import { choiceLabel } from '../domain/survey-choice.ts'
import { presenceChoices } from '../domain/survey-field.ts'
import { personStatusLabels, sexLabels, visitStateLabels } from './extract-labels.ts'
import { listed, type SentencesOf } from './sentence.ts'
import { statusLabels } from './status-labels.ts'

/** Names for what conditions hold as codes. */
export interface ConditionNames {
  village(code: string): string
  programme(code: string): string
}

/** 条件 in words, as the ledger and the file's foot say them. */
export function conditionsText(asked: ExtractConditions, names: ConditionNames): string {
  const { villages, group, name, sex, personStatus, statuses, survey } = asked
  const parts = [
    villages === undefined ? '全部可见的村' : `村：${listed(villages.map((code) => names.village(code)))}`,
    ...part(group, (text) => `组含“${text}”`),
    ...part(name, (text) => `姓名含“${text}”`),
    ...part(sex, (value) => sexLabels[value]),
    ...part(
      rangeText(asked.ageFrom, asked.ageTo, (age) => `${String(age)} 周岁`),
      (range) => `年龄 ${range}`,
    ),
    ...part(personStatus, (status) => `人员状态${personStatusLabels[status]}`),
    ...part(asked.hasAccount, (has) => (has ? '有账户' : '没有账户')),
    ...part(asked.hasPhone, (has) => (has ? '有电话' : '没有电话')),
    ...part(asked.onDeceasedList, (on) => (on ? '在死亡名单上' : '不在死亡名单上')),
    ...part(asked.programmeCode, (code) => takesPartText(names.programme(code), asked)),
    ...part(statuses, (some) => `状态：${some.map((status) => statusLabels[status]).join('、')}`),
    ...part(
      rangeText(asked.areaFromCentiMu, asked.areaToCentiMu, (mu) => `${formatMu(mu)} 亩`),
      (range) => `面积 ${range}`,
    ),
    ...part(
      rangeText(asked.amountFromFen, asked.amountToFen, (fen) => `${formatYuan(fen)} 元`),
      (range) => `金额 ${range}`,
    ),
    ...part(survey?.state, (state) => `走访情况${visitStateLabels[state]}`),
    ...part(survey?.field, () => `摸底答案为“${survey?.value ?? ''}”`),
  ]
  return parts.join('；')
}

function takesPartText(programme: string, { takesPart, year }: ExtractConditions): string {
  const period = year === undefined ? programme : `${String(year)}年${programme}`
  return takesPart === false ? `没有${period}` : period
}

function rangeText<T>(from: T | undefined, to: T | undefined, say: (value: T) => string): string | undefined {
  if (from === undefined && to === undefined) return undefined
  if (to === undefined) return `${say(from as T)}以上`
  return from === undefined ? `${say(to)}以下` : `${say(from)}至 ${say(to)}`
}

function part<T>(value: T | undefined, say: (value: T) => string): string[] {
  return value === undefined ? [] : [say(value)]
}

/** Tables for others. */
export const extractSentences: SentencesOf<'extract' | 'village-book'> = {
  'village-book.not-ours': ({ fileName }) => ({
    what: `“${fileName}”里没有一个行码，不是村级工作簿，没有读。`,
    now: '请选村里交回的那份核对表；名册请到“数据导入”导入。',
  }),
  'village-book.unknown': ({ fileName, identity }) => ({
    what: `“${fileName}”不是本工作站发出的工作簿，或不归您经办，没有读${identity === '' ? '' : `（表头写的是：${identity}）`}。`,
    now: '请核对是不是别的乡镇、别的村的表；确是本站发的，请由经办该村的人来读。',
  }),
  'village-book.nothing-to-send-back': () => ({
    what: '没有不采的行，也没有不见的行，没有要退回的。',
    now: '请先把不采的行写明原因，再出退回件。',
  }),
  'village-book.event-first': ({ name, presence }) => ({
    what: `表里说${name}${choiceLabel(presenceChoices, presence)}，登记簿里还不是。死亡、迁出、恢复要办家庭事件，才分得清由谁承接。`,
    now: '请到该户的页面“家庭事件”里办好，再来采这一行；其他格子要先采的，把“在户情况”勾为不采。',
  }),
  'village-book.no-header': ({ fileName }) => ({
    what: `“${fileName}”的列名行找不到了，不知道哪一列是什么。`,
    now: '请在表里把列名行（行码、组、户序号、户主、姓名……）补回原样，再读。',
  }),
  'extract.name-taken': ({ name }) => ({
    what: `已有别人存了叫“${name}”的取数方案。`,
    now: '请换一个名字再存。',
  }),
  'extract.nothing-found': () => ({
    what: '按这些条件一行也没有，没有出表。',
    now: '请放宽条件，看到条数后再出表。',
  }),
  'extract.too-many-rows': ({ rows, most, format }) => ({
    what: `有 ${String(rows)} 行，一个 ${format} 最多 ${String(most)} 行。`,
    now: '请分村出表，或改出 csv。',
  }),
  'extract.not-approved': () => ({
    what: '这份全号导出还没有第二人同意。',
    now: '请另一位审核人或负责人用本人密码确认。',
  }),
  'extract.approval-expired': ({ hours }) => ({
    what: `同意已超过 ${String(hours)} 小时，过期了。`,
    now: '请重新申请，由第二人再确认。',
  }),
  'extract.changed-since-asked': ({ asked, found }) => ({
    what: `申请时是 ${String(asked)} 行，现在内容变了（${String(found)} 行），与第二人看过的不一样。`,
    now: '请重新申请，由第二人再确认。',
  }),
  'extract.second-person-unfit': () => ({
    what: '这位同志不能作第二人：须是审核人或负责人，且授权范围覆盖所导出的村和项目。',
    now: '请换一位有权限的审核人或负责人确认。',
  }),
}

import type { BookDoubt, BookRule } from '../domain/village-book-row.ts'
import { fieldRuleText } from './field-rules.ts'

/** 填写说明 — what a village has to know, in the order it needs it. */
const instructions: readonly string[] = [
  '一、只填黄色和绿色的格子；灰色、白色的格子不要改。绿色格子是“新号”：号没有变的不要填，变了才把新号完整填进去。',
  '二、证号、账号、电话在表里只印后四位，是为了防止外泄。请拿本人证件和卡当面核对后四位；对不上的，把本人现在的全号填到新号格子里。',
  '三、每行最前面的“行码”是认行用的，不要改、不要删、不要把别的行的行码复制过来。排序、加列都不要紧，行码跟着人走就行。',
  '四、没有变化的格子空着就行。“今年面积”空着表示没有核；与上年一样的请填上年的数。',
  '五、人去世或迁走的：在“在户情况”里选，再填日期。不要把这一行删掉：删掉的行，镇里分不清是有意还是误删。',
  '六、表里没有的人，写在最后的空行里：写明户主或户序号、姓名、关系，证号填到“新证号”。',
  '七、填完在第 3 行写上填表人和日期，存成原来的格式，用 U 盘交回。不要用微信、QQ 传。',
  '八、填完的表仍含群众信息，交回后把村里的电子件删掉，纸件锁好。',
]

/** 登记簿核对 — the name a workbook without a round goes by. */
export const registerBookName = '登记簿核对'

/** The instructions of one workbook: without a round nobody is asked for this year's area. */
export function bookInstructions(isOfRound: boolean): readonly string[] {
  return instructions.map((line) => (isOfRound ? line : line.replace(/“今年面积”.*$/, '')))
}

const doubtTexts: { readonly [D in BookDoubt]: string } = {
  'not-whose-row': '行码和姓名、证号后四位对不上，像是行码与人错开了；已按姓名和后四位认行，请核对',
  'row-twice': '同一行码在表里出现了两次，内容不一样，请看准再采',
  'row-code-lost': '行码没有了，按姓名、证号后四位和户序号认的行，请核对',
  'locked-changed': '改了不该改的格子，那一格不采；确有错的请在人口与账户里改',
  emptied: '原来有的内容被清空了，请核对是不是误删',
  'row-missing': '交回的表里没有这一行，分不清是有意删的还是误删',
  'household-unknown': '没写清是哪一户的人，请选定户再采',
  'same-name-there': '这一户里已有同名的人，请核对是不是同一个人',
  'remark-not-taken': '备注只在户主那一行才随走访记录保存，这一行的备注请看后自行处理',
  'number-missing': '没有填证号',
  'answers-of-another': '问答表里这一行的户主与行码对不上，这一行的答案没有采',
  'taken-before': '上次交回时这一行已采过，内容不一样，请核对是不是改了主意',
}

export function bookDoubtText(doubt: BookDoubt): string {
  return doubtTexts[doubt]
}

const ruleTexts: { readonly [R in BookRule]?: string } = {
  'locked-changed': '这一格不能在表里改',
  'not-here': '这一行没有这一项，填了不采',
  'day-without-presence': '填了日期，没有选死亡或迁出',
  required: '没有填',
}

export function bookRuleText(rule: BookRule): string {
  return ruleTexts[rule] ?? fieldRuleText(rule)
}

/** What a returned file was like, as a whole. */
export const bookNotes = {
  olderEdition: (edition: number, newest: number) =>
    `这是第 ${String(edition)} 版，之后已发过第 ${String(newest)} 版；照样读入，请留意两版都交回的行。`,
  otherBooks: (rows: number) => `表里另有 ${String(rows)} 行是别的工作簿的，没有读；请分开交。`,
  missingColumns: (headers: readonly string[]) => `这些列不见了，按没有填处理：${headers.join('、')}。`,
  identityGone: '表头的识别行不见了，按行码认的工作簿。',
  checkDiffers: '表头的识别行被改过，按行码认的工作簿。',
  severalSheets: (names: readonly string[]) => `几张工作表里都有本表的行，一并读了：${names.join('、')}。`,
  noAnswers: '没有问答表（存成 csv 或只交了一张表），答案按没有填处理。',
  answersLost: (rows: number) => `问答表里有 ${String(rows)} 行没有行码，不知道是哪一户的，没有读。`,
  partial: '这是退回件交回，只看表里有的行，没有的行不算删。',
  fewRows: '表里只有少数行，没有的行没有算作删除。',
} as const

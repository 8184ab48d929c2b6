import type { BulkRule } from '../domain/bulk-change.ts'
import { fieldRuleText } from './field-rules.ts'
import type { SentencesOf } from './sentence.ts'

const rules: { readonly [R in BulkRule | 'custody-unknown']: string } = {
  'person-unknown': '您经办的村里没有这个人，请核对证号、姓名和村组',
  'several-people': '对得上不止一个人，请加上完整证号，或村、组、户编号',
  'name-differs': '姓名和证号对不上同一个人，请核对',
  'needs-name': '只有证号后四位认不出人，请加上姓名',
  'nobody-named': '这一行没有写是谁',
  'not-registered': '这个人已死亡、迁出或注销，不能批量改',
  'no-household': '这个人还没有归户，改不了户的内容',
  'no-account': '这个人没有启用的账户，请到户页登记',
  'several-accounts': '这个人有不止一个启用的账户，请到户页一个一个改',
  'account-twice': '这个人已有一个同号的账户',
  'in-package': '这个账户已随报送包报出，要改请走更正',
  'said-above': '同一户或同一账户，上面的行已经改了',
  'said-otherwise': '前面的行给了不一样的值，请只留一个',
  'custody-unknown': '请写：本人、家属、村干部或其他人',
}

export function bulkRuleText(rule: string): string {
  return Object.hasOwn(rules, rule) ? rules[rule as BulkRule] : fieldRuleText(rule)
}

export const bulkSentences: SentencesOf<'bulk'> = {
  'bulk.nothing-pasted': () => ({
    what: '没有粘贴到内容。',
    now: '请在 Excel 或 WPS 里选中表格（连同表头）复制，再粘贴到框里。',
  }),
  'bulk.too-many': ({ rows, most }) => ({
    what: `粘贴了 ${String(rows)} 行，一次最多 ${String(most)} 行。`,
    now: '请分几次粘贴；整本花名册请用“数据导入”。',
  }),
  'bulk.changed-since-preview': () => ({
    what: '预览以后，库里有的值变了，没有改任何内容。',
    now: '请重新预览，看过新的对照再改。',
  }),
  'bulk.lines-wrong': ({ count }) => ({
    what: `有 ${String(count)} 行有错，没有改任何内容。`,
    now: '请改好后重新粘贴，或勾选“有错的行不改”。',
  }),
  'bulk.nothing-to-change': () => ({
    what: '没有要改的值：要么和库里一样，要么有错。',
    now: '请核对粘贴的内容。',
  }),
  'bulk.already-undone': () => ({
    what: '这次批量改已经撤销过了。',
    now: '不用再撤销。',
  }),
  'bulk.undo-depends': ({ count }) => ({
    what: `其中 ${String(count)} 个值后来又有人改过或核对过，不能整批撤销。`,
    now: '请到户页逐个改回。',
  }),
}

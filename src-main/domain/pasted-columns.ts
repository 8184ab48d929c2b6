import type { BulkColumn } from './bulk-change.ts'
import type { ListField } from './list-field.ts'
import { group, headName, personId, personName, village, words } from './list-field.ts'
import { fieldsOfRegister } from './register-list-fields.ts'

interface PastedField extends Omit<ListField, 'key'> {
  readonly key: BulkColumn
}

const known = (key: string): ListField => {
  const field = fieldsOfRegister.find((one) => one.key === key)
  if (field === undefined) throw new Error(`the register has no column ${key}`)
  return field
}
const as = (key: BulkColumn, field: ListField, label = field.label): PastedField => ({
  ...field,
  key,
  label,
  required: false,
  aliases: [...field.aliases, ...[field.label, ...field.aliases.slice(0, 3)].flatMap(asNew)],
})
/** 新电话、电话（新）、改后电话 mean the same column. */
const asNew = (name: string): string[] => [
  `新${name}`,
  `改后${name}`,
  `更正后${name}`,
  `现${name}`,
  `${name}新`,
]

/** 粘贴来的列 — the register's own names for columns; 组 alone says where somebody lives, 新组 where they are moved to. */
export const pastedFields: readonly PastedField[] = [
  {
    ...personId,
    key: 'idNumber',
    required: false,
    aliases: [...personId.aliases, '证号后四位', '身份证后四位'],
  },
  {
    ...personName,
    key: 'name',
    required: false,
    aliases: [...personName.aliases, ...headName.aliases],
  },
  { ...known('householdNo'), key: 'householdNo', aliases: [...known('householdNo').aliases, '户序号'] },
  { ...village, key: 'village', label: '村' },
  { ...group, key: 'group', label: '组' },
  as('phone', known('phone')),
  as('relation', known('relation')),
  as('ethnicity', known('ethnicity')),
  as('hukouKind', known('hukouKind')),
  as('remark', known('remark')),
  {
    key: 'groupName',
    label: '新组',
    required: false,
    aliases: words('新组 新村民小组 改后组 现组 调整后组 新组别 更正后组 并入组'),
  },
  as('address', known('address'), '住址'),
  as('bankName', known('bankName'), '开户行'),
  {
    key: 'custody',
    label: '卡在谁手里',
    required: false,
    aliases: words('卡在谁手里 持卡人 卡片保管 卡由谁保管'),
  },
  as('accountNo', known('accountNo'), '账号'),
]

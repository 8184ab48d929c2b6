import { fieldLabel } from './register-labels.ts'
import { listed, type SentencesOf } from './sentence.ts'

type Things = 'register' | 'account'

/** People, households and accounts. */
export const registerSentences: SentencesOf<Things> = {
  'register.in-other-household': ({ name }) => ({
    what: `${name}已经在另一户里。`,
    now: '请先核对是不是同一个人；确实要调整的，先在原户办理迁出或分户。',
  }),
  'register.value-changed': ({ changed }) => ({
    what: `${listed(changed.map(fieldLabel))}刚刚被别人改过，您的改动没有保存。`,
    now: '请刷新，看过新的内容再改；别的栏目不受影响。',
  }),
  'register.id-number-taken': ({ name }) => ({
    what: `这个身份证号已经登记在${name}名下。`,
    now: '请照证件核对号码；两条记录确是同一个人的，请在本户办理，不要另建。',
  }),
  'register.household-no-taken': ({ householdNo }) => ({
    what: `户编号 ${householdNo} 已经有另一户在用。`,
    now: '请照户口簿核对后改一个编号。',
  }),
  'account.already-there': ({ name }) => ({
    what: `${name}名下已经登记过这个账号。`,
    now: '请直接在那一条上修改；已停用的，可以重新启用。',
  }),
  'account.in-use': ({ count }) => ({
    what: `还有 ${String(count)} 笔在办的申报要付到这个账户，不能停用。`,
    now: '请办“换卡”：登记新账户，在办的申报随着改到新账户。',
  }),
}

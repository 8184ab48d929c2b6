import type { AccountMisfit } from '../domain/account-fit.ts'
import type { EventRule } from '../domain/household/picture.ts'
import { fieldLabel } from './register-labels.ts'
import { listed, type SentencesOf } from './sentence.ts'

type Things = 'register' | 'account' | 'household'

/** Why a household event cannot be. */
const eventRules: { readonly [R in EventRule]: string } = {
  'household-has-ended': '这一户已经销户或整户迁出。',
  'nobody-chosen': '没有选人。',
  'everybody-chosen': '全户的人都选上了：分户须有人留在原户，整户走的请办迁出。',
  'not-a-member': '选的人里有不是本户在册成员的。',
  'not-registered': '这个人不在册，不能办这件事。',
  'same-household': '两边是同一户。',
  'householder-not-a-member': '指定的户主不是这一户的在册成员。',
  'householder-is-already': '指定的人已经是户主。',
  'new-householder-missing': '新立的户须从迁入的人里指定户主。',
  'person-is-dead': '这个人已经登记死亡。',
  'already-a-member': '这个人已经是本户的在册成员。',
  'already-registered': '这个人本来就在册，不用恢复。',
  'successor-not-householder': '原来的人还在册：只有现任户主才能承接，请先办户主变更。',
}

/** Why an account cannot be paid to. */
const misfits: { readonly [W in AccountMisfit]: (name: string, programme: string) => string } = {
  closed: () => '这个账户已经停用。',
  'of-somebody-else': (name) => `这个账户不是${name}名下的。`,
  'holder-differs': (name) => `账户的户名与${name}的姓名不一致，只能付本人账户。`,
  'guardian-not-allowed': (_, programme) => `“${programme}”的政策条款不允许付监护人账户。`,
  'guardian-not-proven': () => '监护证明没有登记，或已经到期。',
  'organisation-not-allowed': (_, programme) => `“${programme}”的政策清单没有标明组织对象，不能付对公账户。`,
}

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
  'household.event-refused': ({ rule }) => ({
    what: Object.hasOwn(eventRules, rule) ? eventRules[rule] : '这件事现在不能办。',
    now: '请刷新本户，核对人员和选项后再办；什么也没有改动。',
  }),
  'account.already-there': ({ name }) => ({
    what: `${name}名下已经登记过这个账号。`,
    now: '请直接在那一条上修改；已停用的，可以重新启用。',
  }),
  'account.misfit': ({ why, name, programme }) => ({
    what: Object.hasOwn(misfits, why) ? misfits[why](name, programme) : '这个账户不能用来收这笔补贴。',
    now: '请换一个合用的账户，或先补齐证明再办；什么也没有改动。',
  }),
  'account.confirmation-differs': () => ({
    what: '两次输入的账号不一样，没有记为核对过。',
    now: '请照卡面或存折再看一遍；登记错了的，由经办人改正后再核对。',
  }),
  'account.in-use': ({ count }) => ({
    what: `还有 ${String(count)} 笔在办的申报要付到这个账户，不能停用。`,
    now: '请办“换卡”：登记新账户，在办的申报随着改到新账户。',
  }),
}

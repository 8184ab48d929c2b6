import { listed, type SentencesOf } from './sentence.ts'
import { labelOf } from './status-labels.ts'

type Things = 'input' | 'sign-in' | 'user' | 'recovery' | 'set-up' | 'session' | 'permission'

/** Signing in, setting up, and what a person may do. */
export const entrySentences: SentencesOf<Things> = {
  'input.invalid': ({ fields }) => ({
    what: `填写的内容有 ${fields.length} 处不符合要求。`,
    now: '请按标红处的提示改正，再提交一次；已填的其他内容不会丢。',
  }),
  'sign-in.wrong-password': () => ({
    what: '登录名或密码不对。',
    now: '请检查大小写和输入法后重试；忘记密码的，请管理员重设。',
  }),
  'sign-in.too-many-attempts': ({ waitSeconds }) => ({
    what: '连续多次输错，登录已暂停。',
    now: `请等 ${waitSeconds} 秒再试；忘记密码的，请管理员重设。`,
  }),
  'sign-in.pin-wrong': () => ({
    what: '签名 PIN 不对，没有签名。',
    now: '请重新输入本人的签名 PIN。PIN 无法找回，忘记的须吊销旧签名钥、另发新钥。',
  }),
  'sign-in.pin-too-short': () => ({
    what: '签名 PIN 少于 8 位。',
    now: '请设 8 位以上，不要与登录密码相同。',
  }),
  'sign-in.password-too-short': () => ({
    what: '密码少于 8 位。',
    now: '请设 8 位以上的密码。',
  }),
  'user.name-taken': ({ signInName }) => ({
    what: `登录名“${signInName}”已经有人用了。`,
    now: '请换一个登录名。',
  }),
  'user.handover-missing': ({ name }) => ({
    what: `还没有给${name}做离任交接单，不能停用。`,
    now: '请先填接收人和移交的介质，打印交接单并由双方签字，再停用。',
  }),
  'recovery.wrong-sheet': () => ({
    what: '恢复纸上的内容与本工作站对不上，数据没有打开。',
    now: '请核对两半恢复纸是否都属于本工作站、有没有抄错，再输入一次。',
  }),
  'set-up.already-done': () => ({
    what: '本工作站已经初始化过了。',
    now: '请刷新后直接登录。',
  }),
  'set-up.incomplete': () => ({
    what: '初始化还没有完成，暂不能办理业务。',
    now: '请先选定乡镇，建立管理员和至少一名办理人员。',
  }),
  'session.locked': () => ({
    what: '屏幕已锁定。',
    now: '请输入密码解锁后继续，刚才的内容还在。',
  }),
  'session.missing': () => ({
    what: '登录已失效。',
    now: '请重新登录后再办理。',
  }),
  'permission.denied': ({ needs }) => ({
    what: `您没有办理这一步的权限，需要：${listed(needs.split(/[、,]\s*/).map(labelOf))}。`,
    now: '请由有权限的人办理；确属您的职责的，请管理员授权。',
  }),
  'permission.own-entry': () => ({
    what: '这一笔是您自己录入或改过账户的，不能由您审核。',
    now: '请换一位审核人办理，这一条规定不能关闭。',
  }),
  'permission.own-kin': () => ({
    what: '您申报过这一户是您的近亲属（或本人所在户），不能由您决定。',
    now: '请换一位审核人办理，这一条规定不能关闭。申报有误的，由另一位审核人或负责人撤销。',
  }),
  'permission.needs-exception': () => ({
    what: '一个人同时担任两个以上岗位，须先有在有效期内的一人多岗备案。',
    now: '请先在“一人多岗备案”里登记岗位、期限、原因和依据，再授权；或者只给一个岗位。',
  }),
  'permission.own-rights': () => ({
    what: '不能给自己授权或办理备案。',
    now: '请由另一位系统管理员办理；只有一位管理员的，请先按规定增设。',
  }),
  'permission.same-person': () => ({
    what: '前一步是您本人办的，这一步须由另一个人办。',
    now: '请换一位有权限的人办理。',
  }),
}

import { labelOf } from '../../src-main/wording/status-labels.ts'

const actions: Readonly<Record<string, string>> = {
  'application.correct-values': '改正申报内容',
  'application.open': '开始申报',
  'application.roll-forward': '滚入申报',
  'backup.make': '备份',
  deny: '拒绝',
  'list.commit': '导入清单',
  'list.reject-file': '下载退回件',
  'package.add-recipient': '登记收件单位',
  'package.build': '生成报送包',
  'package.cancel': '作废报送包',
  'package.release': '签发报送包',
  'permission.denied': '越权被拒',
  'programme.activate-terms': '启用政策条款',
  'programme.enter-terms': '录入政策条款',
  'publicity.add-evidence': '补充张贴证据',
  'publicity.conclude': '公示办结',
  'publicity.freeze': '冻结公示名单',
  'publicity.post': '登记张贴',
  'publicity.print': '生成公示件',
  'publicity.withdraw': '撤下公示',
  'register.join-household': '并入户',
  'register.link-householder': '关联户主',
  'register.reveal': '查看全号',
  'review.check': '运行检查',
  'session.close': '退出登录',
  'session.lock': '锁定',
  'session.open': '登录',
  'session.open-failed': '登录失败',
  'session.unlock': '解锁',
  'setting.save': '改异议渠道和落款',
  'signer.add': '登记村签字人',
  'signer.end': '村签字人离任',
  'user.create': '新增人员',
  'user.deactivate': '停用人员',
  'user.handover': '制作离任交接单',
  'user.set-grants': '改授权',
  'verification.record': '登记核实说明',
  'workstation.recover': '用恢复纸恢复',
  'workstation.set-up': '建立工作站',
}

/** What an entry of the trace did, in words; the code stays for what has none yet. */
export function auditText(action: string): string {
  const known = actions[action]
  if (known !== undefined) return known
  const [thing, step] = action.split('.')
  return thing === 'application' && step !== undefined ? `申报${labelOf(step)}` : action
}

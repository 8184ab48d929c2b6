import { LoadingOutlined } from '@ant-design/icons'
import { useEffect, type ReactNode } from 'react'
import type { JobKind } from '../../src-main/contract/job.ts'
import { resumeJobs } from '../api/job-shelf.ts'
import { useRunningJobs } from '../api/use-job.ts'

const labels: Record<JobKind, string> = {
  'list.stage': '读取清单',
  'list.remap': '重新核对清单',
  'list.preview': '整理核对表',
  'list.commit': '导入清单',
  'list.undo': '撤销导入',
  'application.roll-forward': '滚入申报',
  'application.recompute': '按现行标准重算',
  'survey.open-round': '开摸底轮次',
  'paper.print': '打印纸件',
  'paper.take-in': '收扫描件',
  'survey.verify-by-sheet': '登记签字清册',
  'review.check': '检查',
  'review.check-year': '检查全部项目',
  'review.approve-clean': '批量通过',
  'publicity.freeze': '冻结公示名单',
  'publicity.print': '打印公示件',
  'package.build': '生成报送包',
  'package.release': '签发报送包',
  'package.verify': '验证报送包',
  'villageBook.issue': '发村级工作簿',
  'villageBook.read': '读村级工作簿',
  'villageBook.send-back': '出退回件',
  'bulk.apply': '批量改',
  'bulk.undo': '撤销批量改',
  'rule.try': '试算资格规则',
  'policy.read': '读入政策清单',
  'form.read': '读取对方的表',
  'form.fill': '套表',
  'form.ask-full': '准备全号套表申请',
  'extract.export': '出表',
  'extract.ask-full': '准备全号导出申请',
  'extract.make-full': '生成全号件',
  'fieldwork.assign': '派发外业任务',
  'fieldwork.reissue': '转派外业任务',
  'fieldwork.return': '写出摸底返回包',
  'fieldwork.receive': '接收摸底包',
  'fieldwork.retry': '再试一次',
  'fieldwork.decide': '处理吊销后到的包',
  'fieldwork.write-out': '写到 U 盘',
  'backup.make': '备份',
  'audit.verify': '核验操作留痕',
  'workstation.fill-demonstration': '准备演示数据',
}

/** What is running now, also when its own page is not open. */
export function RunningJobs(): ReactNode {
  const kinds = useRunningJobs()
  useEffect(() => void resumeJobs(), [])
  if (kinds.length === 0) return null
  return (
    <span className="running" role="status">
      <LoadingOutlined /> 正在{kinds.map((kind) => labels[kind]).join('、')}
    </span>
  )
}

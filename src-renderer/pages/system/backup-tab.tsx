import { useQuery } from '@tanstack/react-query'
import { Button, Table } from 'antd'
import type { ReactNode } from 'react'
import { useHasRole } from '../../app/who.tsx'
import { calls } from '../../api/calls.ts'
import { problemOf } from '../../api/problem-of.ts'
import { useJob } from '../../api/use-job.ts'
import { JobProgress } from '../../components/job-progress.tsx'
import { ProblemAlert } from '../../components/problem-alert.tsx'
import { sizeText } from '../../format/amount.ts'
import { instantText } from '../../format/instant.ts'

/** 备份 — made on closing by itself, and now on demand. */
export function BackupTab(): ReactNode {
  const backups = useQuery(calls.system.backups.queryOptions())
  const make = useJob('backup.make')
  const mayMake = useHasRole('administrator')
  if (backups.isError) return <ProblemAlert problem={problemOf(backups.error)} />
  return (
    <>
      <div className="buttons">
        {mayMake && (
          <Button type="primary" loading={make.isRunning} onClick={() => make.start({})}>
            现在备份
          </Button>
        )}
        <span className="quiet">
          退出程序时自动备份，照片和扫描件也在内。备份是加密的，要用密码或恢复纸打开；请定期把 backups
          文件夹整个拷到另一块硬盘。
        </span>
      </div>
      <JobProgress title="正在备份" view={make.view} onCancel={make.cancel} onClose={make.clear} />
      <Table
        rowKey="name"
        loading={backups.isPending}
        pagination={false}
        dataSource={backups.data ?? []}
        locale={{ emptyText: '还没有备份' }}
        columns={[
          { title: '备份', dataIndex: 'name' },
          { title: '时间', width: 160, render: (_, row) => instantText(row.madeAt) },
          { title: '大小', width: 110, align: 'right', render: (_, row) => sizeText(row.size) },
          {
            title: '核验',
            width: 100,
            render: (_, row) => (
              <span className={row.verified ? 'ties' : 'ties-not'}>{row.verified ? '已核验' : '未通过'}</span>
            ),
          },
          {
            title: '照片和扫描件',
            width: 130,
            render: (_, row) => (
              <span className={row.missingFiles === 0 ? 'ties' : 'ties-not'}>
                {row.missingFiles === 0 ? '齐全' : `缺 ${row.missingFiles} 件`}
              </span>
            ),
          },
        ]}
      />
    </>
  )
}

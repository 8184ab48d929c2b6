import { useQuery } from '@tanstack/react-query'
import { Button, Table } from 'antd'
import type { ReactNode } from 'react'
import { batchNumberOf } from '../../../src-main/domain/batch-number.ts'
import { useHasRole } from '../../app/who.tsx'
import { calls, client, type Outputs } from '../../api/calls.ts'
import { problemOf } from '../../api/problem-of.ts'
import { useFileDownload } from '../../api/use-file-download.ts'
import { useJob } from '../../api/use-job.ts'
import { CopiedText } from '../../components/copied-text.tsx'
import { CountLine } from '../../components/count-line.tsx'
import { JobProgress } from '../../components/job-progress.tsx'
import { ProblemAlert } from '../../components/problem-alert.tsx'
import { countText, muText, sizeText, yuanText } from '../../format/amount.ts'
import { instantText } from '../../format/instant.ts'
import { CancelPackage } from './cancel-package.tsx'
import { PaperSignOff } from './paper-sign-off.tsx'
import { PackageStatus } from './package-status.tsx'
import { ReleaseForm } from './release-form.tsx'
import { VerificationResult } from './verification-result.tsx'

type PackageView = Outputs['package']['get']

export function PackageDetail({ packageId }: { readonly packageId: string }): ReactNode {
  const found = useQuery(calls.package.get.queryOptions({ input: { packageId } }))
  if (found.isError) return <ProblemAlert problem={problemOf(found.error)} />
  if (found.isPending) return <p className="quiet">正在打开…</p>
  const view = found.data
  return (
    <>
      <dl className="facts">
        <dt>状态</dt>
        <dd>
          <PackageStatus status={view.status} /> {view.supplementary ? '补报' : '首批'}
          {view.demonstration && <span className="explain"> 演示件，正式收件单位会拒收</span>}
        </dd>
        <dt>批次号</dt>
        <dd>{batchNumberOf(view.packageId)}</dd>
        <dt>收件单位</dt>
        <dd>{view.recipientName}</dd>
        <dt>合计</dt>
        <dd>
          <CountLine label="" totals={view.totals} />
        </dd>
        <dt>生成</dt>
        <dd>
          {instantText(view.builtAt)} {view.builtBy}
        </dd>
        {view.releasedBy !== null && (
          <>
            <dt>签发</dt>
            <dd>
              {instantText(view.releasedAt)} {view.releasedBy}，第 {view.sequence} 号，
              {sizeText(view.size ?? 0)}
            </dd>
          </>
        )}
        {view.paperSignOff !== null && (
          <>
            <dt>线下签批</dt>
            <dd>
              <PaperSignOff packageId={view.packageId} paper={view.paperSignOff} />
            </dd>
          </>
        )}
        {view.tagmanifestSha256 !== null && (
          <>
            <dt>包校验码</dt>
            <dd>
              <CopiedText text={view.tagmanifestSha256} />
            </dd>
          </>
        )}
      </dl>
      {view.status === 'built' && <ReleaseForm view={view} />}
      <Released view={view} />
      {view.status === 'built' && <CancelPackage packageId={view.packageId} />}
      <ByVillage view={view} />
    </>
  )
}

function Released({ view }: { readonly view: PackageView }): ReactNode {
  const save = useFileDownload(client.package.file)
  const verify = useJob('package.verify')
  const maySave = useHasRole('clerk', 'approver', 'auditor')
  if (view.status !== 'released') return null
  return (
    <>
      <div className="buttons">
        {maySave && (
          <Button
            type="primary"
            loading={save.isPending}
            onClick={() => save.mutate({ packageId: view.packageId })}
          >
            另存报送包
          </Button>
        )}
        <Button loading={verify.isRunning} onClick={() => verify.start({ packageId: view.packageId })}>
          验证此包
        </Button>
      </div>
      {save.isError && <ProblemAlert problem={problemOf(save.error)} />}
      <JobProgress title="正在验证" view={verify.view} onCancel={verify.cancel} onClose={verify.clear} />
      {verify.result?.packageId === view.packageId && <VerificationResult result={verify.result} />}
    </>
  )
}

const right = 'right' as const

function tiesText({ tiesOut, byVillage }: PackageView): string {
  const isPosted = byVillage.some(({ serial }) => serial !== null)
  if (!tiesOut) return isPosted ? '与公示件不一致，请勿签发' : '与合计不一致，请勿签发'
  return isPosted ? '与公示件逐村一致' : '本项目不公示，各村之和与合计一致'
}

/** 勾稽 — each village in the package against its publicity, to the fen. */
function ByVillage({ view }: { readonly view: PackageView }): ReactNode {
  return (
    <section>
      <h3 className="line">
        分村勾稽 <span className={view.tiesOut ? 'ties' : 'ties-not'}>{tiesText(view)}</span>
      </h3>
      <Table
        rowKey="villageCode"
        pagination={false}
        dataSource={view.byVillage}
        columns={[
          { title: '村', dataIndex: 'villageName' },
          { title: '公示编号', className: 'number', render: (_, row) => row.serial ?? '不公示' },
          { title: '行', align: right, width: 60, render: (_, row) => countText(row.totals.rows) },
          { title: '面积（亩）', align: right, render: (_, row) => muText(row.totals.areaCentiMu) },
          { title: '金额（元）', align: right, render: (_, row) => yuanText(row.totals.amountFen) },
          {
            title: '公示金额',
            align: right,
            render: (_, row) => (
              <span
                className={
                  row.publicityFen === null || row.publicityFen === row.totals.amountFen ? '' : 'must'
                }
              >
                {row.publicityFen === null ? '—' : yuanText(row.publicityFen)}
              </span>
            ),
          },
        ]}
      />
    </section>
  )
}

import { useQuery } from '@tanstack/react-query'
import { Button, Select } from 'antd'
import { useEffect, useState, type ReactNode } from 'react'
import { ProgrammeChoice } from '../../app/programme-choice.tsx'
import { useProgramme } from '../../app/use-programme.ts'
import { useHasRole, useWho } from '../../app/who.tsx'
import { calls, type Outputs } from '../../api/calls.ts'
import { problemOf } from '../../api/problem-of.ts'
import { useJob } from '../../api/use-job.ts'
import { JobProgress } from '../../components/job-progress.tsx'
import { Panel } from '../../components/panel.tsx'
import { ProblemAlert } from '../../components/problem-alert.tsx'
import { countText, muText, yuanText } from '../../format/amount.ts'

type Ready = Outputs['package']['ready']

/** 生成报送包 — the villages whose publicity is through, to one recipient. */
export function BuildPackage({ onBuilt }: { onBuilt(packageId: string): void }): ReactNode {
  const { year } = useWho()
  const programme = useProgramme()
  const { programmeCode } = programme
  const ready = useQuery(calls.package.ready.queryOptions({ input: { programmeCode, year } }))
  const recipients = useQuery(calls.package.recipients.queryOptions())
  const [recipientId, setRecipientId] = useState<string>()
  const build = useJob('package.build')
  const mayBuild = useHasRole('clerk')
  const builtId = build.result?.packageId
  useEffect(() => {
    if (builtId === undefined) return
    build.clear()
    onBuilt(builtId)
    // eslint-disable-next-line react-hooks/exhaustive-deps -- shows the package once, when it is there
  }, [builtId])
  const villageCodes = ready.data?.villages.map((village) => village.villageCode) ?? []
  const chosen = recipientId ?? recipients.data?.[0]?.recipientId
  return (
    <Panel
      title={
        <>
          待报送 · <ProgrammeChoice programme={programme} />
        </>
      }
      className="build-package"
    >
      {ready.isError && <ProblemAlert problem={problemOf(ready.error)} />}
      {ready.data && <ReadyLine ready={ready.data} />}
      {mayBuild && (
        <div className="line">
          <label>
            收件单位{' '}
            <Select
              style={{ width: 220 }}
              placeholder={recipients.data?.length === 0 ? '请管理员先登记收件单位' : '选择'}
              value={chosen ?? null}
              onChange={(to: string | null) => setRecipientId(to ?? undefined)}
              options={(recipients.data ?? []).map((recipient) => ({
                value: recipient.recipientId,
                label: recipient.name,
              }))}
            />
          </label>
          <Button
            type="primary"
            disabled={chosen === undefined || villageCodes.length === 0}
            loading={build.isRunning}
            onClick={() => chosen && build.start({ programmeCode, year, villageCodes, recipientId: chosen })}
          >
            生成报送包
          </Button>
          <span className="quiet">生成后由负责人用本人 PIN 签发。</span>
        </div>
      )}
      <JobProgress title="正在生成" view={build.view} onCancel={build.cancel} onClose={build.clear} />
    </Panel>
  )
}

function ReadyLine({ ready }: { readonly ready: Ready }): ReactNode {
  const sum = (value: (totals: Ready['villages'][number]['totals']) => number): number =>
    ready.villages.reduce((total, village) => total + value(village.totals), 0)
  const area = sum((totals) => totals.areaCentiMu)
  return (
    <p className="line">
      {ready.villages.length === 0 ? (
        <span className="quiet">
          {ready.posted ? '没有公示期满、还没打包的村。' : '本项目不公示；没有初审通过、还没打包的村。'}
        </span>
      ) : (
        <span title={ready.villages.map((village) => village.villageName).join('、')}>
          {ready.posted ? '公示期满' : '本项目不公示，初审通过'} <b>{ready.villages.length}</b> 村 ·{' '}
          <b>{countText(sum((totals) => totals.rows))}</b> 行 ·
          {area > 0 && (
            <>
              面积 <b>{muText(area)}</b> 亩 ·{' '}
            </>
          )}
          金额 <b>{yuanText(sum((totals) => totals.amountFen))}</b> 元
        </span>
      )}
      {ready.open.length > 0 && <span className="quiet">还在公示或未公示：{ready.open.join('、')}</span>}
    </p>
  )
}

import { RotateLeftOutlined, RotateRightOutlined } from '@ant-design/icons'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState, type ReactNode } from 'react'
import { trayReasonLabels } from '../../../src-main/wording/paper-labels.ts'
import { client } from '../../api/calls.ts'
import { problemOf } from '../../api/problem-of.ts'
import { useCommand } from '../../api/use-command.ts'
import { useHasRole } from '../../app/who.tsx'
import { ProblemAlert } from '../../components/problem-alert.tsx'
import { AssignScan } from './assign-scan.tsx'
import type { ScanRow } from './paper-row.ts'
import { SetScanAside } from './set-scan-aside.tsx'

const timeTexts = { taken: '拍摄', stated: '自述', imported: '' } as const

/** 看图归位 — the picture, what is known of it, and where it can be laid. */
export function ScanView({ row, roundId }: { readonly row: ScanRow; readonly roundId: string }): ReactNode {
  const [isLarge, setLarge] = useState(false)
  const mayOpen = useHasRole('clerk', 'reviewer', 'approver')
  const isClerk = useHasRole('clerk')
  const queryKey = ['scan-picture', row.scanId]
  const isKnown = useQueryClient().getQueryData(queryKey) !== undefined
  // Every look leaves a trace: one that was had is not asked for again when something else has changed.
  const picture = useQuery({
    queryKey,
    queryFn: () => client.paper.scan({ scanId: row.scanId }),
    enabled: mayOpen && !isKnown,
    staleTime: Infinity,
  })
  const turn = useCommand(client.paper.turn)
  const again = useCommand(client.paper.judgeAgain)
  const turnBy = (degrees: number): void => {
    const turned = ((row.turned + degrees + 360) % 360) as ScanRow['turned']
    turn.mutate({ scanId: row.scanId, version: row.version, turned })
  }
  const failed = [picture, turn, again].find((one) => one.isError)
  return (
    <section className="scan-view" aria-label="扫描件">
      <div className="scan-facts">
        {row.state === 'tray' && row.why !== null && <p className="explain">{trayReasonLabels[row.why]}</p>}
        <p>
          {row.placeText !== '' && <b>{row.placeText}　</b>}
          <span className="quiet">{factsOf(row)}</span>
        </p>
        {isClerk && (
          <div className="buttons">
            <Button onClick={() => setLarge(!isLarge)}>{isLarge ? '缩小' : '放大'}</Button>
            <Button icon={<RotateLeftOutlined />} aria-label="向左转" onClick={() => turnBy(-90)} />
            <Button icon={<RotateRightOutlined />} aria-label="向右转" onClick={() => turnBy(90)} />
            <AssignScan row={row} roundId={roundId} />
            {row.state !== 'attached' && row.codeTitle !== '' && (
              <Button
                loading={again.isPending}
                onClick={() => again.mutate({ scanId: row.scanId, version: row.version })}
              >
                按码重新归位
              </Button>
            )}
            {row.state !== 'set-aside' && <SetScanAside row={row} />}
          </div>
        )}
        {failed && <ProblemAlert problem={problemOf(failed.error)} />}
      </div>
      <div className={isLarge ? 'scan-picture large' : 'scan-picture'}>
        {picture.data ? (
          <img
            src={picture.data.picture}
            alt={`${row.fileName} 第${row.filePage}页`}
            style={{ transform: `rotate(${row.turned}deg)` }}
          />
        ) : (
          <p className="quiet">{mayOpen ? '正在读图…' : '审计员不看原图；打开记录见系统留痕。'}</p>
        )}
      </div>
    </section>
  )
}

function factsOf(row: ScanRow): string {
  const day = row.onDay === null ? '没有拍摄时间，以收件日为准' : `${row.onDay} ${timeTexts[row.timeSource]}`
  return [row.codeTitle && `码：${row.codeTitle}`, day, `${row.addedBy} 收`]
    .filter((part) => part !== '')
    .join(' · ')
}

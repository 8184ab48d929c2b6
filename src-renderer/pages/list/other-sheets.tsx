import { Button } from 'antd'
import type { ReactNode } from 'react'
import type { Outputs } from '../../api/calls.ts'
import { StagingProgress } from './staging-progress.tsx'
import { useStaging } from './use-staging.ts'

/** A workbook with several sheets: which one is shown, and the way to the others (the file is handed in once more). */
export function OtherSheets({ stage }: { readonly stage: Outputs['list']['stage'] }): ReactNode {
  const staging = useStaging()
  const others = stage.sheets.filter((sheet) => sheet.name !== stage.sheet)
  return (
    <>
      <div className="line">
        <span className="explain">文件里还有别的表，需要时改读（会请您再选一次同一文件）：</span>
        {others.map((sheet) => (
          <Button
            key={sheet.name}
            disabled={staging.isRunning}
            onClick={() => staging.choose({ kind: stage.kind, sheet: sheet.name })}
          >
            {sheet.name}（{sheet.rows} 行{sheet.hidden ? '，隐藏' : ''}）
          </Button>
        ))}
      </div>
      <StagingProgress staging={staging} />
    </>
  )
}

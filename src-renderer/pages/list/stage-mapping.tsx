import { Button } from 'antd'
import type { ReactNode } from 'react'
import { JobProgress } from '../../components/job-progress.tsx'
import { MappingSettings } from './mapping-settings.tsx'
import { MappingSheets } from './mapping-sheets.tsx'
import { MappingTable } from './mapping-table.tsx'
import { MappingWords } from './mapping-words.tsx'
import type { Stage } from './stage.ts'
import { useMapping } from './use-mapping.ts'

/** 对应关系 — how the file was understood, for the clerk to put right; judged again at once, the file is not asked for. */
export function StageMapping({ stage }: { readonly stage: Stage }): ReactNode {
  const mapping = useMapping(stage)
  const { remap, isChanged } = mapping
  return (
    <>
      <div className="line mapping-actions">
        <Button
          type={isChanged ? 'primary' : 'default'}
          disabled={!isChanged}
          loading={remap.isRunning}
          onClick={mapping.apply}
        >
          按新的对应重新核对
        </Button>
        <Button disabled={!isChanged || remap.isRunning} onClick={mapping.reset}>
          放弃改动
        </Button>
        <span className="quiet">
          {isChanged
            ? '改动还没有核对。'
            : '可以改种类、表、表头行、每一列认作什么；改定并导入后，同样表头的文件下次照此办理。'}
        </span>
      </div>
      <JobProgress title="正在重新核对" view={remap.view} onCancel={remap.cancel} onClose={remap.clear} />
      <MappingSettings stage={stage} mapping={mapping} />
      {stage.sheets.length > 1 && <MappingSheets stage={stage} mapping={mapping} />}
      {stage.tables.map((table, at) => (
        <MappingTable key={table.sheet} stage={stage} mapping={mapping} at={at} />
      ))}
      {stage.words.length > 0 && <MappingWords stage={stage} mapping={mapping} />}
    </>
  )
}

import type { ReactNode } from 'react'
import { useHasRole } from '../../app/who.tsx'
import { Panel } from '../../components/panel.tsx'
import { ImportLog } from './import-log.tsx'
import { StageForm } from './stage-form.tsx'
import './list.css'

/** 数据导入 — choose a list; what was imported before stays listed below with its counts. */
export function ListPage(): ReactNode {
  const mayImport = useHasRole('clerk')
  return (
    <div className="column">
      {mayImport && <StageForm />}
      <Panel title="导入记录">
        <ImportLog />
      </Panel>
    </div>
  )
}

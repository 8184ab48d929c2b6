import { useQuery } from '@tanstack/react-query'
import { Drawer, Tag } from 'antd'
import type { ReactNode } from 'react'
import { standingLabels } from '../../../../src-main/wording/fieldwork-labels.ts'
import { calls } from '../../../api/calls.ts'
import { problemOf } from '../../../api/problem-of.ts'
import { ProblemAlert } from '../../../components/problem-alert.tsx'
import { instantText } from '../../../format/instant.ts'

interface Props {
  /** A task, or found households that are one together; closed where there is none. */
  readonly of: { readonly taskId: string } | { readonly taskIds: readonly string[] } | undefined
  onClose(): void
}

const colors = { current: 'success', rival: 'error', former: 'default' } as const

/** 录入沿革 — every value anybody gave of the household, from which machine, and whether it counts now. */
export function EditHistory({ of, onClose }: Props): ReactNode {
  const taskId = of && 'taskId' in of ? of.taskId : undefined
  const taskIds = of && 'taskIds' in of ? of.taskIds : undefined
  const ofTask = useQuery({
    ...calls.fieldwork.history.queryOptions({ input: { taskId: taskId ?? '' } }),
    enabled: taskId !== undefined,
  })
  const ofFound = useQuery({
    ...calls.fieldwork.foundHistory.queryOptions({ input: { taskIds: [...(taskIds ?? [])] } }),
    enabled: taskIds !== undefined,
  })
  const history = taskIds === undefined ? ofTask : ofFound
  return (
    <Drawer
      open={of !== undefined}
      size={620}
      title="本户录入沿革（证号、账号、电话只显示后四位）"
      onClose={onClose}
    >
      {history.isError && <ProblemAlert problem={problemOf(history.error)} />}
      {history.data?.length === 0 && <p className="quiet">还没有人录过。</p>}
      {history.data?.map((field) => (
        <section key={field.subjectLabel + field.fieldLabel} className="history-field">
          <h3>
            {field.subjectLabel} · {field.fieldLabel}
          </h3>
          {field.entries.map((entry) => (
            <p key={entry.editId} className="history-entry">
              <Tag color={colors[entry.standing]}>{standingLabels[entry.standing]}</Tag>
              <b className="number">{entry.text}</b>
              <span className="quiet">
                {entry.by} · {entry.machineName} · {instantText(entry.at)}
                {entry.receivedAt !== null && `，${instantText(entry.receivedAt)} 收到`}
              </span>
            </p>
          ))}
        </section>
      ))}
    </Drawer>
  )
}

import { useQuery } from '@tanstack/react-query'
import { Button, Input, Popconfirm, Popover, Select } from 'antd'
import { useState, type ReactNode } from 'react'
import { useHasRole } from '../../app/who.tsx'
import { calls, client } from '../../api/calls.ts'
import { problemOf } from '../../api/problem-of.ts'
import { useCommand } from '../../api/use-command.ts'
import { ProblemAlert } from '../../components/problem-alert.tsx'
import type { DefinitionChoice } from './use-definition.ts'

/** 取数方案 — kept under a name for everybody; each finds what its user may see. */
export function KeptDefinitions({ choice }: { readonly choice: DefinitionChoice }): ReactNode {
  const kept = useQuery(calls.extract.definitions.queryOptions())
  const mayKeep = useHasRole('clerk', 'reviewer', 'approver')
  const remove = useCommand(client.extract.removeDefinition)
  const [chosenId, setChosen] = useState<string | null>(null)
  const chosen = kept.data?.find((one) => one.definitionId === chosenId)
  const use = (definitionId: string | null | undefined): void => {
    const found = kept.data?.find((one) => one.definitionId === definitionId)
    setChosen(found?.definitionId ?? null)
    if (found) choice.adopt(found.definition)
  }
  return (
    <div className="line">
      <Select
        allowClear
        aria-label="取数方案"
        placeholder="用存过的方案…"
        style={{ flex: 1, minWidth: 150 }}
        showSearch={{ optionFilterProp: 'label' }}
        value={chosen?.definitionId ?? null}
        onChange={use}
        options={(kept.data ?? []).map((one) => ({
          value: one.definitionId,
          label: one.isOwn ? one.name : `${one.name}（${one.savedBy}）`,
        }))}
      />
      {mayKeep && <KeepAs choice={choice} suggested={chosen?.isOwn ? chosen.name : ''} />}
      {chosen?.isOwn && (
        <Popconfirm
          title={`删除方案“${chosen.name}”？`}
          okText="删除"
          cancelText="不删"
          onConfirm={() => remove.mutate({ definitionId: chosen.definitionId })}
        >
          <Button>删除</Button>
        </Popconfirm>
      )}
      {remove.isError && <ProblemAlert problem={problemOf(remove.error)} />}
    </div>
  )
}

interface KeepProps {
  readonly choice: DefinitionChoice
  readonly suggested: string
}

function KeepAs({ choice, suggested }: KeepProps): ReactNode {
  const [isOpen, setOpen] = useState(false)
  const save = useCommand(client.extract.saveDefinition)
  const keep = (name: string): void => {
    if (name.trim().length < 2) return
    save.mutate({ name, definition: choice.definition }, { onSuccess: () => setOpen(false) })
  }
  return (
    <Popover
      open={isOpen}
      onOpenChange={setOpen}
      trigger="click"
      title="把现在的列和条件存成方案"
      content={
        <>
          {save.isError && <ProblemAlert problem={problemOf(save.error)} />}
          <Input.Search
            key={suggested}
            defaultValue={suggested}
            maxLength={40}
            style={{ width: 280 }}
            placeholder="方案名，如“八十岁以上无账户”"
            enterButton="存"
            loading={save.isPending}
            onSearch={keep}
          />
        </>
      }
    >
      <Button>存方案…</Button>
    </Popover>
  )
}

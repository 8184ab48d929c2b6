import { useQuery } from '@tanstack/react-query'
import { Button, Modal, Select } from 'antd'
import { useDeferredValue, useState, type ReactNode } from 'react'
import { calls, client } from '../../api/calls.ts'
import { problemOf } from '../../api/problem-of.ts'
import { useCommand } from '../../api/use-command.ts'
import { ProblemAlert } from '../../components/problem-alert.tsx'

interface Props {
  readonly roundId: string
  onAdded(taskId: string): void
}

/** 加户 — one that last year's list did not have: somebody of it is looked up, and its entry opens. */
export function AddHousehold({ roundId, onAdded }: Props): ReactNode {
  const [isOpen, setOpen] = useState(false)
  const [text, setText] = useState('')
  const [householdId, setHouseholdId] = useState<string | null>(null)
  const wanted = useDeferredValue(text.trim())
  const found = useQuery(
    calls.register.search.queryOptions({ input: { text: wanted, limit: 20 }, enabled: wanted !== '' }),
  )
  const add = useCommand(client.survey.addHousehold)
  const hits = wanted === '' ? [] : (found.data?.hits.filter((hit) => hit.householdId !== null) ?? [])
  return (
    <>
      <Button onClick={() => setOpen(true)}>加户…</Button>
      <Modal
        open={isOpen}
        title="把一户加进本轮"
        okText="加入并录入"
        cancelText="取消"
        okButtonProps={{ disabled: householdId === null, loading: add.isPending }}
        onCancel={() => setOpen(false)}
        onOk={() =>
          householdId !== null &&
          add.mutate({ roundId, householdId }, { onSuccess: ({ taskId }) => onAdded(taskId) })
        }
      >
        <p>上年清册上没有的户：新迁入、分户、漏报的。登记簿里没有的，先在“人口与账户”建户。</p>
        <Select
          autoFocus
          aria-label="查找户内任何一人"
          style={{ width: '100%' }}
          placeholder="姓名、拼音首字母、证号或卡号后几位"
          showSearch={{ filterOption: false, onSearch: setText }}
          value={householdId}
          notFoundContent={wanted === '' ? '输入后查找' : '没有找到'}
          options={hits.map((hit) => ({
            value: hit.householdId ?? '',
            key: hit.personId,
            label: `${hit.name} ${hit.idMasked} ${hit.villageName}${hit.groupName} ${hit.relation}`,
          }))}
          onChange={setHouseholdId}
        />
        {add.isError && <ProblemAlert problem={problemOf(add.error)} />}
      </Modal>
    </>
  )
}

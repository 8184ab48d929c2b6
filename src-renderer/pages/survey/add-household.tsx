import { useQuery } from '@tanstack/react-query'
import { Button, Modal, type RefSelectProps, Select } from 'antd'
import { useDeferredValue, useRef, useState, type ReactNode } from 'react'
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
  const find = useRef<RefSelectProps>(null)
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
        afterOpenChange={(shown) => shown && find.current?.focus()}
        onCancel={() => setOpen(false)}
        onOk={() =>
          householdId !== null &&
          add.mutate({ roundId, householdId }, { onSuccess: ({ taskId }) => onAdded(taskId) })
        }
      >
        <p>
          上年清册上没有的户：新迁入、分户、漏报的。登记簿里没有的：分出来的先在原户办“分户”；外面来的，在外业笔记本上登记“新遇到一户”带回来，或随户籍册导入。
        </p>
        <Select
          ref={find}
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

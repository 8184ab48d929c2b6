import { PrinterOutlined } from '@ant-design/icons'
import { useMutation } from '@tanstack/react-query'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { client } from '../../api/calls.ts'
import { saveFile } from '../../api/files.ts'
import { problemOf } from '../../api/problem-of.ts'
import { ProblemAlert } from '../../components/problem-alert.tsx'
import { whyNotYet } from './asker-fields.tsx'
import type { Asker, Visitor } from './visitor.ts'

interface Props {
  readonly visitor: Visitor
  readonly asker: Asker
}

/** 查询单 — masked, entered into the ledger as it is made. */
export function PrintSlip({ visitor: { personId }, asker }: Props): ReactNode {
  const print = useMutation({
    mutationFn: async () => {
      const made = await client.visitor.slip({ personId, asker })
      await saveFile(made.file)
      return made.serial
    },
  })
  const why = whyNotYet(asker)
  return (
    <>
      <div className="line">
        <Button
          icon={<PrinterOutlined />}
          loading={print.isPending}
          disabled={why !== null}
          onClick={() => print.mutate()}
        >
          打印查询单
        </Button>
        <span className="quiet" role="status">
          {print.isSuccess
            ? `查询单 ${print.data} 已生成，请打印后交给来人签字。`
            : (why ?? '只印本人各项，证号、账号留后四位；记入导出台账')}
        </span>
      </div>
      {print.isError && <ProblemAlert problem={problemOf(print.error)} />}
    </>
  )
}

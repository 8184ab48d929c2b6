import { PrinterOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Button, Checkbox, Form, InputNumber, Modal, Radio, Select } from 'antd'
import { useState, type ReactNode } from 'react'
import { paperKindLabels } from '../../../src-main/wording/paper-labels.ts'
import { paperKinds, type PaperKind } from '../../../src-main/domain/paper-kind.ts'
import { calls } from '../../api/calls.ts'
import { useJob } from '../../api/use-job.ts'
import type { RoundRow } from '../survey/use-round.ts'
import { PrintedPapers } from './printed-papers.tsx'

interface Typed {
  readonly kind: PaperKind
  readonly villageCodes: string[]
  readonly filled: 'filled' | 'blank'
  readonly blankForms: number
  readonly again: boolean
}

/** 打印 — one PDF a village; afterwards each is saved by itself. */
export function PrintPaper({ round }: { readonly round: RoundRow }): ReactNode {
  const [isOpen, setOpen] = useState(false)
  const print = useJob('paper.print')
  return (
    <>
      <Button
        type="primary"
        icon={<PrinterOutlined />}
        loading={print.isRunning}
        onClick={() => setOpen(true)}
      >
        打印…
      </Button>
      {print.result && <PrintedPapers result={print.result} onClose={print.clear} />}
      {isOpen && (
        <PrintForm
          round={round}
          onClose={() => setOpen(false)}
          onPrint={({ filled, blankForms, ...typed }) => {
            setOpen(false)
            const isBlank = typed.kind === 'visit-form' && filled === 'blank'
            print.start({ roundId: round.roundId, ...typed, blankForms: isBlank ? blankForms : 0 })
          }}
        />
      )}
    </>
  )
}

interface FormProps {
  readonly round: RoundRow
  onClose(): void
  onPrint(typed: Typed): void
}

function PrintForm({ round, onClose, onPrint }: FormProps): ReactNode {
  const [form] = Form.useForm<Typed>()
  const detail = useQuery(calls.survey.round.queryOptions({ input: { roundId: round.roundId } }))
  const villages = detail.data?.byVillage ?? []
  const kind = Form.useWatch('kind', form)
  const filled = Form.useWatch('filled', form)
  const all = villages.map((one) => one.villageCode)
  return (
    <Modal
      open
      title={`打印纸件 · ${round.name}`}
      width={620}
      okText="打印"
      cancelText="取消"
      onCancel={onClose}
      onOk={() => form.submit()}
    >
      <Form<Typed>
        form={form}
        labelCol={{ flex: '76px' }}
        requiredMark={false}
        initialValues={{
          kind: 'visit-form',
          villageCodes: [],
          filled: 'filled',
          blankForms: 20,
          again: false,
        }}
        onFinish={onPrint}
      >
        <Form.Item name="kind" label="纸件">
          <Radio.Group options={paperKinds.map((value) => ({ value, label: paperKindLabels[value] }))} />
        </Form.Item>
        <Form.Item label="村" required>
          <Form.Item
            name="villageCodes"
            noStyle
            rules={[{ required: true, type: 'array', min: 1, message: '请选村' }]}
          >
            <Select
              aria-label="村"
              mode="multiple"
              maxTagCount={8}
              placeholder="选一个或几个村"
              showSearch={{ optionFilterProp: 'label' }}
              options={villages.map((one) => ({
                value: one.villageCode,
                label: `${one.villageName}（${one.tasks} 户）`,
              }))}
            />
          </Form.Item>
          <Button type="link" onClick={() => form.setFieldValue('villageCodes', all)}>
            全部 {villages.length} 个村
          </Button>
        </Form.Item>
        {kind === 'visit-form' && (
          <Form.Item name="filled" label="内容">
            <Radio.Group
              options={[
                { value: 'filled', label: '按户预填' },
                { value: 'blank', label: '空白表' },
              ]}
            />
          </Form.Item>
        )}
        {kind === 'visit-form' && filled === 'blank' ? (
          <Form.Item name="blankForms" label="每村份数">
            <InputNumber min={1} max={300} precision={0} />
          </Form.Item>
        ) : (
          kind !== 'meeting-record' && (
            <Form.Item name="again" label="重印" valuePropName="checked">
              <Checkbox>作废旧件，按现在的内容重印（已收回的页仍留着）</Checkbox>
            </Form.Item>
          )
        )}
      </Form>
      <p className="quiet">
        每页都有二维码，写明编号和页码，不含个人信息；同页多人，证号和账号只印后四位。要再要一份原件的，在清单里“取件”即可，不必重印。
      </p>
    </Modal>
  )
}

import { PrinterOutlined } from '@ant-design/icons'
import { useMutation } from '@tanstack/react-query'
import { Button, Checkbox, Input } from 'antd'
import { useState, type ReactNode } from 'react'
import { bringItems, type BringItem } from '../../../src-main/domain/open-point.ts'
import { bringShort } from '../../../src-main/wording/visitor-sentences.ts'
import { useHasRole } from '../../app/who.tsx'
import { client } from '../../api/calls.ts'
import { saveFile } from '../../api/files.ts'
import { problemOf } from '../../api/problem-of.ts'
import { DayInput } from '../../components/day-input.tsx'
import { Panel } from '../../components/panel.tsx'
import { ProblemAlert } from '../../components/problem-alert.tsx'
import { whyNotYet } from './asker-fields.tsx'
import { PointList } from './point-list.tsx'
import { chosenAtFirst, itemsOf, type Asker, type Visitor } from './visitor.ts'

interface Props {
  readonly visitor: Visitor
  readonly asker: Asker
}

/** 未了事项和一次性告知单 — ticked points bring the papers they need; more can be ticked, and one line written. */
export function NoticePanel({ visitor, asker }: Props): ReactNode {
  const { points } = visitor
  const [chosen, setChosen] = useState(() => chosenAtFirst(points))
  const [items, setItems] = useState(() => itemsOf(points, chosen))
  const [note, setNote] = useState('')
  const [until, setUntil] = useState<string>()
  const mayPrint = useHasRole('clerk', 'reviewer', 'approver')
  const choose = (next: readonly string[]): void => {
    const before = itemsOf(points, chosen)
    const after = itemsOf(points, next)
    setChosen(next)
    setItems([
      ...new Set([...items.filter((item) => !before.includes(item) || after.includes(item)), ...after]),
    ])
  }
  return (
    <Panel title={`还没办完的 ${String(points.length)} 件`} className="visitor-open">
      <PointList points={points} chosen={chosen} onChoose={mayPrint ? choose : undefined} />
      {mayPrint && (
        <>
          <Items chosen={items} onChoose={setItems} />
          <label className="visitor-field">
            <span>其他说明</span>
            <Input
              maxLength={200}
              placeholder="一句话，会印在告知单上"
              value={note}
              onChange={({ target }) => setNote(target.value)}
            />
          </label>
          <div className="visitor-field">
            <label htmlFor="notice-until">请在此前来办</label>
            <DayInput
              id="notice-until"
              {...(until === undefined ? {} : { value: until })}
              onChange={setUntil}
            />
          </div>
          <PrintNotice visitor={visitor} asker={asker} wanted={{ points: chosen, items, note, until }} />
        </>
      )}
    </Panel>
  )
}

interface ItemsProps {
  readonly chosen: readonly BringItem[]
  onChoose(items: readonly BringItem[]): void
}

function Items({ chosen, onChoose }: ItemsProps): ReactNode {
  return (
    <fieldset className="visitor-items">
      <legend>要带的材料（按勾选的事项预选，可增减）</legend>
      <Checkbox.Group<BringItem>
        value={[...chosen]}
        onChange={onChoose}
        options={bringItems.map((value) => ({ value, label: bringShort[value] }))}
      />
    </fieldset>
  )
}

interface PrintProps extends Props {
  readonly wanted: {
    readonly points: readonly string[]
    readonly items: readonly BringItem[]
    readonly note: string
    readonly until: string | undefined
  }
}

function PrintNotice({ visitor: { personId }, asker, wanted }: PrintProps): ReactNode {
  const print = useMutation({
    mutationFn: async () => {
      const { points, items, note, until = null } = wanted
      const made = await client.visitor.notice({
        ...{ personId, asker, points: [...points], items: [...items], note, until },
      })
      await saveFile(made.file)
      return made.serial
    },
  })
  const isEmpty = wanted.points.length + wanted.items.length === 0 && wanted.note.trim() === ''
  const why = whyNotYet(asker) ?? (isEmpty ? '没有要告知的事' : null)
  return (
    <>
      <div className="line">
        <Button
          type="primary"
          icon={<PrinterOutlined />}
          loading={print.isPending}
          disabled={why !== null}
          onClick={() => print.mutate()}
        >
          打印一次性告知单
        </Button>
        <span className="quiet" role="status">
          {print.isSuccess ? `告知单 ${print.data} 已生成，一式两份。` : why}
        </span>
      </div>
      {print.isError && <ProblemAlert problem={problemOf(print.error)} />}
    </>
  )
}

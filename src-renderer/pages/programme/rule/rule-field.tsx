import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Button, Input, Segmented } from 'antd'
import { useRef, useState, type ReactNode } from 'react'
import { ruleFaultText } from '../../../../src-main/wording/rule-sentences.ts'
import { calls, client } from '../../../api/calls.ts'
import { useDelayed } from '../../../api/use-delayed.ts'
import { RuleConditions } from './rule-conditions.tsx'
import { firstCondition, type RuleForm, type RuleReading } from './rule.ts'
import { RuleTry } from './rule-try.tsx'

interface Props {
  readonly programmeCode: string
  readonly id?: string
  readonly value?: string
  onChange?(text: string): void
}

/** 资格规则 — condition by condition, or as a text where it says more; always shown in plain words. */
export function RuleField({ programmeCode, id, value = '', onChange }: Props): ReactNode {
  const [way, setWay] = useState<'form' | 'text'>('form')
  const dictionary = useQuery(calls.rule.dictionary.queryOptions())
  const asked = useDelayed(value, 300)
  const read = useQuery(
    calls.rule.read.queryOptions({
      input: { text: asked },
      enabled: asked.trim() !== '',
      placeholderData: keepPreviousData,
    }),
  )
  const reading = value.trim() === '' ? undefined : read.data
  // what was just chosen stands at once: the text follows, and a second change must not wait for it
  const [chosen, setChosen] = useState<RuleForm>()
  const newest = useRef(0)
  const write = async (form: RuleForm): Promise<void> => {
    setChosen(form)
    const order = (newest.current += 1)
    const { text } = await client.rule.write({ form })
    if (order === newest.current) onChange?.(text)
  }
  const leaveForm = (text: string): void => {
    newest.current += 1
    setChosen(undefined)
    onChange?.(text)
  }
  const facts = dictionary.data ?? []
  const form = chosen ?? reading?.form
  const fitsForm = form !== null
  const [first] = facts
  if (value.trim() === '' && chosen === undefined && way === 'form')
    return (
      <div className="line">
        <Button onClick={() => first && void write({ join: 'all', conditions: [firstCondition(first)] })}>
          加资格规则
        </Button>
        <Button type="link" onClick={() => setWay('text')}>
          直接写
        </Button>
        <span className="quiet">没有规则的由人按政策判断。</span>
      </div>
    )
  return (
    <div className="rule-field">
      <div className="line">
        <Segmented<'form' | 'text'>
          size="small"
          value={fitsForm ? way : 'text'}
          onChange={setWay}
          options={[
            { value: 'form', label: '条件表', disabled: !fitsForm },
            { value: 'text', label: '文字' },
          ]}
        />
        <Button type="link" onClick={() => (setWay('form'), leaveForm(''))}>
          不要规则
        </Button>
      </div>
      {way === 'form' && form ? (
        <RuleConditions form={form} facts={facts} onChange={(changed) => void write(changed)} />
      ) : (
        <Input.TextArea
          id={id}
          aria-label="资格规则文字"
          autoSize={{ minRows: 2 }}
          className="rule-text"
          value={value}
          onChange={({ target }) => leaveForm(target.value)}
          placeholder='如 person.age >= 80 && person.status == "在册"'
        />
      )}
      <Said reading={reading} />
      {reading?.fault === null && <RuleTry programmeCode={programmeCode} text={value} />}
    </div>
  )
}

function Said({ reading }: { readonly reading: RuleReading | undefined }): ReactNode {
  if (reading === undefined) return null
  if (reading.fault !== null)
    return (
      <p className="explain" role="alert">
        {ruleFaultText(reading.fault)}
      </p>
    )
  return (
    <p className="quiet" role="status">
      要：{reading.said}
    </p>
  )
}

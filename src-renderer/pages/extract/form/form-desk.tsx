import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Radio, Select } from 'antd'
import { useState, type ReactNode } from 'react'
import { extractGrains, type ExtractGrain } from '../../../../src-main/domain/extract-field.ts'
import { grainLabels } from '../../../../src-main/wording/extract-labels.ts'
import { calls } from '../../../api/calls.ts'
import { problemOf } from '../../../api/problem-of.ts'
import { useDelayed } from '../../../api/use-delayed.ts'
import type { Job } from '../../../api/use-job.ts'
import { ProblemAlert } from '../../../components/problem-alert.tsx'
import { countText } from '../../../format/amount.ts'
import { instantText } from '../../../format/instant.ts'
import { ConditionFields } from '../condition-fields.tsx'
import { useFormChoice } from '../use-definition.ts'
import { FillActions } from './fill-actions.tsx'
import { FormColumns } from './form-columns.tsx'
import { FormPlace } from './form-place.tsx'
import { FormPreview } from './form-preview.tsx'
import type { FormFill, FormView } from './form.ts'

interface Props {
  readonly view: FormView
  readonly read: Job<'form.read'>
}

/** The form as it is understood at the left with who goes into it; what it will say at the right. */
export function FormDesk({ view, read }: Props): ReactNode {
  const choice = useFormChoice(view.grain)
  const [fields, setFields] = useState(() => view.columns.map(({ field }) => field))
  const [way, setWay] = useState(view.way)
  const { grain, conditions } = choice.definition
  const fill: FormFill = { stageId: view.stageId, fields, way, grain, conditions }
  const asked = useDelayed(fill, 300)
  return (
    <div className="extract-table">
      <div className="extract-choice">
        {view.remembered && (
          <p className="explain">
            按{view.remembered.by}上次（{instantText(view.remembered.at)}）的填法对好了，请看一眼。
          </p>
        )}
        <FormPlace view={view} read={read} />
        <label className="line">
          一行是
          <Select<ExtractGrain>
            style={{ width: 230 }}
            value={grain}
            onChange={choice.chooseGrain}
            options={extractGrains.map((value) => ({ value, label: grainLabels[value] }))}
          />
        </label>
        <FormColumns view={view} grain={grain} fields={fields} onChange={setFields} />
        <Radio.Group
          className="stacked"
          aria-label="怎么填"
          value={way}
          onChange={({ target }) => setWay(target.value as FormFill['way'])}
          options={[
            { value: 'append', label: '把符合条件的人逐行填进去' },
            {
              value: 'match',
              label: `只补表里已有的 ${countText(view.rows)} 行（按证号或姓名对人，有字的格子不动）`,
              disabled: view.rows === 0,
            },
          ]}
        />
        <ConditionFields choice={choice} />
      </div>
      <div className="column">
        <Previewed fill={asked} view={view} />
      </div>
    </div>
  )
}

function Previewed({ fill, view }: { readonly fill: FormFill; readonly view: FormView }): ReactNode {
  const preview = useQuery(
    calls.form.preview.queryOptions({ input: { fill }, placeholderData: keepPreviousData }),
  )
  if (preview.isError) return <ProblemAlert problem={problemOf(preview.error)} />
  if (preview.data === undefined) return <p className="quiet">正在取…</p>
  const { total, people, added, unmatched } = preview.data
  return (
    <>
      <p className="line" role="status">
        <span>
          填 <b>{countText(total)}</b> 行 · <b>{countText(people)}</b> 人
        </span>
        {added > 0 && (
          <span className="quiet">空行不够，会照样子加 {countText(added)} 行，合计和下面的内容顺下去</span>
        )}
        <span className="quiet">证号、账号只留后四位</span>
      </p>
      {unmatched.length > 0 && (
        <p className="explain">
          有 {countText(unmatched.length)} 行没填：
          {unmatched
            .slice(0, 12)
            .map(
              ({ line, text, several }) =>
                `第 ${String(line)} 行${text}${several ? '（不止一笔）' : '（没找到）'}`,
            )
            .join('、')}
          {unmatched.length > 12 && '……'}
        </p>
      )}
      <FillActions fill={fill} fileName={view.fileName} />
      <FormPreview view={view} rows={preview.data.rows} total={total} />
    </>
  )
}

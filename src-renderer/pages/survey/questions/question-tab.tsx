import { useQuery } from '@tanstack/react-query'
import { Button, Select, Tag } from 'antd'
import { useState, type ReactNode } from 'react'
import type { SurveyQuestion } from '../../../../src-main/domain/survey-question.ts'
import { programmeCode as farmland } from '../../../app/use-step-counts.ts'
import { useHasRole, useWho } from '../../../app/who.tsx'
import { calls, client, type Outputs } from '../../../api/calls.ts'
import { problemOf } from '../../../api/problem-of.ts'
import { useCommand } from '../../../api/use-command.ts'
import { DataGrid, type GridColumn } from '../../../components/data-grid.tsx'
import { ProblemAlert } from '../../../components/problem-alert.tsx'
import { QuestionForm } from './question-form.tsx'
import { conditionText, rangeText, typeLabels } from './question-text.ts'

type SetView = Outputs['survey']['questions']

/** 问卷 — what a programme asks; changed here it becomes a new version, and rounds that are open keep theirs. */
export function QuestionTab(): ReactNode {
  const { year } = useWho()
  const [programmeCode, setProgrammeCode] = useState(farmland)
  const programmes = useQuery(calls.programme.list.queryOptions({ input: { year } }))
  const questions = useQuery(calls.survey.questions.queryOptions({ input: { programmeCode } }))
  return (
    <>
      <div className="round-line">
        <Select
          aria-label="补贴项目"
          style={{ width: 300 }}
          showSearch={{ optionFilterProp: 'label' }}
          value={programmeCode}
          options={programmes.data?.map((one) => ({ value: one.programmeCode, label: one.name })) ?? []}
          onChange={setProgrammeCode}
        />
        {questions.data && (
          <span className="quiet">
            {questions.data.title} · 第 {Math.max(1, questions.data.version)} 版
            {questions.data.enteredBy && ` · ${questions.data.enteredBy}`} · 依据：{questions.data.source}
          </span>
        )}
      </div>
      {questions.isError && <ProblemAlert problem={problemOf(questions.error)} />}
      {questions.data && (
        <QuestionList key={`${programmeCode}-${String(questions.data.version)}`} set={questions.data} />
      )}
    </>
  )
}

function QuestionList({ set }: { readonly set: SetView }): ReactNode {
  const [questions, setQuestions] = useState<readonly SurveyQuestion[]>(set.questions)
  const [chosen, setChosen] = useState<string>()
  const [edited, setEdited] = useState<number | 'new'>()
  const save = useCommand(client.survey.saveQuestions)
  const mayChange = useHasRole('clerk')
  const at = questions.findIndex(({ key }) => key === chosen)
  const isChanged = questions !== set.questions
  const move = (step: 1 | -1): void => {
    const to = at + step
    if (at < 0 || to < 0 || to >= questions.length) return
    setQuestions(
      questions.with(at, questions[to] as SurveyQuestion).with(to, questions[at] as SurveyQuestion),
    )
  }
  const keep = (question: SurveyQuestion): void => {
    setQuestions(typeof edited === 'number' ? questions.with(edited, question) : [...questions, question])
    setChosen(question.key)
    setEdited(undefined)
  }
  const { questionSetId: _, version: __, enteredBy: ___, enteredAt: ____, programmeCode, ...rest } = set
  return (
    <>
      {mayChange && (
        <div className="buttons">
          <Button onClick={() => setEdited('new')}>加一题…</Button>
          <Button disabled={at < 0} onClick={() => setEdited(at)}>
            改这一题…
          </Button>
          <Button disabled={at < 0} onClick={() => setQuestions(questions.toSpliced(at, 1))}>
            删这一题
          </Button>
          <Button disabled={at < 1} onClick={() => move(-1)}>
            上移
          </Button>
          <Button disabled={at < 0 || at === questions.length - 1} onClick={() => move(1)}>
            下移
          </Button>
          <Button
            type="primary"
            disabled={!isChanged}
            loading={save.isPending}
            onClick={() => save.mutate({ programmeCode, set: { ...rest, questions: [...questions] } })}
          >
            存为新版
          </Button>
          {isChanged && <span className="explain">有改动，还没有存</span>}
          <span className="quiet">进行中的轮次仍用开轮时的版本</span>
        </div>
      )}
      {save.isError && <ProblemAlert problem={problemOf(save.error)} />}
      <DataGrid
        label="题目"
        columns={columnsOf(questions)}
        rows={questions}
        total={questions.length}
        empty="这个项目没有专门的题目，只核对成员、账户和走访情况。"
        rowKey={(question) => question.key}
        selectedKey={chosen}
        onSelect={(question) => setChosen(question.key)}
        onOpen={(question) => mayChange && setEdited(questions.indexOf(question))}
      />
      {edited !== undefined && (
        <QuestionForm
          question={edited === 'new' ? undefined : questions[edited]}
          before={edited === 'new' ? questions : questions.slice(0, edited)}
          taken={questions.flatMap(({ key }, index) => (index === edited ? [] : [key]))}
          onKeep={keep}
          onClose={() => setEdited(undefined)}
        />
      )}
    </>
  )
}

function columnsOf(questions: readonly SurveyQuestion[]): readonly GridColumn<SurveyQuestion>[] {
  return [
    { key: 'no', title: '题', width: '40px', align: 'right', cell: (_, index) => index + 1 },
    { key: 'label', title: '题名', width: '110px', cell: (one) => one.label },
    { key: 'text', title: '怎样问', width: 'minmax(220px, 1.4fr)', cell: (one) => one.text },
    { key: 'per', title: '问谁', width: '60px', cell: (one) => (one.per === 'household' ? '户' : '每人') },
    { key: 'type', title: '类型', width: '96px', cell: (one) => typeLabels[one.type] },
    {
      key: 'choices',
      title: '选项、范围',
      width: 'minmax(140px, 1fr)',
      cell: (one) => one.choices?.map(({ code, label }) => `${code} ${label}`).join(' ') ?? rangeText(one),
    },
    {
      key: 'askIf',
      title: '何时问',
      width: 'minmax(140px, 1fr)',
      cell: (one) => (one.askIf === undefined ? '' : conditionText(one.askIf, questions)),
    },
    { key: 'required', title: '必答', width: '50px', cell: (one) => (one.required ? '是' : '') },
    {
      key: 'confirmed',
      title: '依据',
      width: '76px',
      cell: (one) => (
        <span title={one.source}>
          {one.confirmed ? <Tag color="success">已确认</Tag> : <Tag>未确认</Tag>}
        </span>
      ),
    },
  ]
}

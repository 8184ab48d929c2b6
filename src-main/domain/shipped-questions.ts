import type { QuestionSet } from './survey-question.ts'
import { verificationModes } from './verification-mode.ts'

/** 随程序带出的问卷 — as in `resources/reference`; what it leaves out is as everywhere. */
export interface ShippedSet extends Omit<QuestionSet, 'modes'> {
  readonly programmeCode: string
  readonly twoVisitors: boolean
}

export function questionSetOf(shipped: ShippedSet): QuestionSet {
  const { title, source, households, perMu, questions, hints, twoVisitors } = shipped
  const modes = verificationModes.map((mode) =>
    twoVisitors && mode.mode === 'on-site' ? { ...mode, visitors: 2 as const } : mode,
  )
  return { title, source, households, perMu, questions, hints, modes }
}

/** 通用问卷 — for a programme nobody has written questions for: people, accounts and the visit itself. */
export function plainQuestionSet(programme: { readonly name: string; readonly unit: string }): QuestionSet {
  return {
    title: `${programme.name}入户核实`,
    source: '通用问卷，无专门题目',
    households: 'previous',
    perMu: programme.unit === '亩',
    questions: [],
    modes: verificationModes,
    hints: [],
  }
}

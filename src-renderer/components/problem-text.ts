import type { ProblemCode } from '../../src-main/domain/problem.ts'
import { sentences, type Sentence } from '../../src-main/wording/problem-sentences.ts'

/** A refusal as it comes over the wire. */
export interface ProblemLike {
  readonly code: string
  readonly facts: Readonly<Record<string, unknown>>
}

const noAnswer: Sentence = {
  what: '工作站没有回应。',
  now: '请稍等几秒再试；仍不行就关闭本程序重新打开，已保存的内容不会丢。',
}

/** The sentence for a refusal; a code this page does not know is still read out to the help desk. */
export function problemText(problem: ProblemLike): Sentence {
  if (problem.code === 'connection.no-answer') return noAnswer
  if (!Object.hasOwn(sentences, problem.code))
    return { what: `出现未知问题（${problem.code}）。`, now: '请把括号里的代码告诉技术支持。' }
  const sentence = sentences[problem.code as ProblemCode] as (facts: unknown) => Sentence
  return sentence(problem.facts)
}

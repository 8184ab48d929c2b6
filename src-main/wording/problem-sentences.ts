import type { Problem, ProblemCode, ProblemFacts } from '../domain/problem.ts'
import { bulkSentences } from './bulk-sentences.ts'
import { entrySentences } from './entry-sentences.ts'
import { extractSentences } from './extract-sentences.ts'
import { fieldworkSentences } from './fieldwork-sentences.ts'
import { formSentences } from './form-sentences.ts'
import { listSentences } from './list-sentences.ts'
import { machineSentences } from './machine-sentences.ts'
import { packageSentences } from './package-sentences.ts'
import { registerSentences } from './register-sentences.ts'
import { paperSentences } from './paper-sentences.ts'
import { policySentences } from './policy-sentences.ts'
import { ruleSentences } from './rule-sentences.ts'
import type { Sentence } from './sentence.ts'
import { storageSentences } from './storage-sentences.ts'
import { surveySentences } from './survey-sentences.ts'
import { workSentences } from './work-sentences.ts'

export type { Sentence } from './sentence.ts'

/** Words for every problem: a code without them does not compile. */
export const sentences: { readonly [C in ProblemCode]: (facts: ProblemFacts[C]) => Sentence } = {
  ...bulkSentences,
  ...entrySentences,
  ...extractSentences,
  ...formSentences,
  ...listSentences,
  ...registerSentences,
  ...surveySentences,
  ...policySentences,
  ...ruleSentences,
  ...workSentences,
  ...packageSentences,
  ...paperSentences,
  ...machineSentences,
  ...fieldworkSentences,
  ...storageSentences,
}

/** What a person is told about a problem. */
export function sentenceOf({ code, facts }: Pick<Problem, 'code' | 'facts'>): Sentence {
  const say = sentences[code] as (facts: ProblemFacts[ProblemCode]) => Sentence
  return say(facts)
}

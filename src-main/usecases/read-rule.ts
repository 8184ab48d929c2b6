import { Problem } from '../domain/problem.ts'
import { compileRule, isRule, type Rule } from '../rules/compile-rule.ts'
import { describeRule } from '../rules/describe-rule.ts'
import { factDictionary } from '../rules/fact-dictionary.ts'
import { formOfText, type RuleForm, textOfForm } from '../rules/rule-form.ts'

/** 事实字典 for whoever types a rule. */
export function showFacts() {
  return factDictionary.map(({ key, type, label, unit, options, from }) => ({
    ...{ key, type, label, unit, from },
    options: [...(options ?? [])],
  }))
}

/** What a text says as a rule, or what is wrong with it and where. */
export function readRule({ text }: { readonly text: string }) {
  const made = compileRule(text)
  if (!isRule(made)) return { text, said: '', form: null, fault: made }
  return { text, said: describeRule(made.ast), form: formOfText(text) ?? null, fault: null }
}

export function writeRule({ form }: { readonly form: RuleForm }) {
  return readRule({ text: textOfForm(form) })
}

/** The rule a text is; one that cannot be read is refused with its place. */
export function getRule(text: string): Rule {
  const made = compileRule(text)
  if (!isRule(made)) throw new Problem('rule.refused', made)
  return made
}

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compileRule, isRule, type Rule } from '../../src-main/rules/compile-rule.ts'
import { decideRule, factsUsed } from '../../src-main/rules/decide-rule.ts'
import { describeRule } from '../../src-main/rules/describe-rule.ts'
import { factDictionary, type FactValue } from '../../src-main/rules/fact-dictionary.ts'
import { formOfText, type RuleCondition, textOfForm } from '../../src-main/rules/rule-form.ts'

const oldAge = 'person.age >= 80 && person.status == "在册" && !person.onPayroll'

describe('a rule', () => {
  test('decides by the facts it reads, and names what is missing where they do not settle it', () => {
    const known = { 'person.age': 85, 'person.status': '在册' }
    expect(decide(oldAge, { ...known, 'person.onPayroll': false }).outcome).toBe('met')
    expect(decide(oldAge, { ...known, 'person.onPayroll': true }).outcome).toBe('not-met')
    expect(decide(oldAge, known)).toMatchObject({ outcome: 'undecided', missing: ['person.onPayroll'] })
    expect(decide(oldAge, { 'person.age': 70 })).toMatchObject({ outcome: 'not-met', missing: [] })
    expect(decide(oldAge, {})).toMatchObject({
      outcome: 'undecided',
      missing: ['person.age', 'person.status', 'person.onPayroll'],
    })
  })

  test('tells each of its conditions apart, and keeps the facts it has used', () => {
    const facts = { 'person.age': 85, 'person.status': '迁出', 'household.size': 3 }
    expect(decide(oldAge, facts).conditions.map(({ outcome }) => outcome)).toEqual([
      'met',
      'not-met',
      'undecided',
    ])
    expect(factsUsed(aRule(oldAge), new Map(Object.entries(facts)))).toEqual({
      'person.age': 85,
      'person.status': '迁出',
    })
  })

  test.each([
    ['person.age >= 80 && !person.onPayroll', '年龄不小于 80 周岁，并且不是财政供养人员'],
    ['disability.level in [1, 2] || relief.lowIncome', '残疾等级是 1 级、 2 级之一，或者在享低保'],
    [
      '18 <= person.age && (person.sex == "女" || relief.destitute)',
      '年龄不小于 18 周岁，并且（性别是女，或者在享特困供养）',
    ],
    ['application.areaMu <= land.capMu', '申报面积不大于可补面积上限（亩）'],
    [
      'person.sex == "女" ? person.age >= 49 : person.age >= 60',
      '如果性别是女，就要年龄不小于 49 周岁，不然要年龄不小于 60 周岁',
    ],
    ['land.confirmedMu * 2.0 > 3.0', 'land.confirmedMu * 2.0 > 3.0'],
  ])('%s is said so that a clerk understands', (text, said) => {
    expect(describeRule(aRule(text).ast)).toBe(said)
  })
})

describe('a text is refused with the place and the reason:', () => {
  test.each([
    ['person.age >=', 'syntax', 1, 14],
    ['person.age >= 80 &&\n  person.agee < 90', 'unknown-fact', 2, 3],
    ['salary > 3', 'unknown-fact', 1, 1],
    ['person', 'unknown-fact', 1, 1],
    ['person.__proto__ == 1', 'unknown-fact', 1, 1],
    ['person.constructor.name == "x"', 'unknown-fact', 1, 1],
    ['person.age >= "80"', 'types', 1, 1],
    ['person.age', 'not-a-condition', 1, 1],
    ['true', 'no-fact', 1, 1],
    ['has(person.age)', 'not-allowed', 1, 1],
    ['person.sex.matches("(a+)+$")', 'not-allowed', 1, 1],
    ['[1, 2].exists(x, x == person.age)', 'not-allowed', 1, 1],
    ['person.age == null', 'not-allowed', 1, 15],
    ['年龄 >= 80', 'syntax', 1, 1],
    ['', 'syntax', 1, 1],
  ])('%s', (text, rule, line, column) => {
    expect(compileRule(text)).toMatchObject({ rule, line, column })
  })

  test('one that is long or deep beyond reason, at once', () => {
    const long = Array.from({ length: 400 }, () => 'person.age > 1').join(' && ')
    const deep = `${'('.repeat(100)}person.age > 1${')'.repeat(100)}`
    for (const text of [long, deep, long.slice(0, 1_900)]) expect(isRule(compileRule(text))).toBe(false)
  })

  test('or read, whatever it is: never a crash', () => {
    const pieces = fc.constantFrom(
      'person',
      '.',
      'age',
      '>=',
      '80',
      '&&',
      '(',
      ')',
      '"',
      '!',
      '[',
      ']',
      'in',
      '?',
      ':',
      '\n',
      '\\',
      '{',
    )
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(pieces).map((some) => some.join(' ')),
        ),
        (text) => {
          const made = compileRule(text)
          if (!isRule(made)) expect(made.line).toBeGreaterThan(0)
        },
      ),
      { numRuns: 2_000 },
    )
  })
})

describe('whatever the rule,', () => {
  test('what it decides on some facts it decides the same whatever the missing ones are', () => {
    fc.assert(
      fc.property(aText(), someFacts(), allFacts(), (text, some, all) => {
        const [partly, wholly] = [decide(text, some), decide(text, { ...all, ...some })]
        if (partly.outcome !== 'undecided') expect(partly.outcome).toBe(wholly.outcome)
        else expect(partly.missing.length).toBeGreaterThan(0)
        expect(wholly.outcome).not.toBe('undecided')
      }),
      { numRuns: 3_000 },
    )
  })

  test('asking twice says the same, and facts it does not read change nothing', () => {
    fc.assert(
      fc.property(aText(), someFacts(), allFacts(), (text, some, others) => {
        const rule = aRule(text)
        const unread = Object.entries(others).filter(([key]) => !rule.facts.includes(key))
        expect(decide(text, some)).toEqual(decide(text, some))
        expect(decide(text, { ...Object.fromEntries(unread), ...some })).toEqual(decide(text, some))
      }),
    )
  })

  test('a form becomes a text that is read back as that form', () => {
    const form = fc.record({
      join: fc.constantFrom('all' as const, 'any' as const),
      conditions: fc.array(aCondition(), { minLength: 2, maxLength: 5 }),
    })
    fc.assert(
      fc.property(form, (made) => {
        expect(isRule(compileRule(textOfForm(made)))).toBe(true)
        expect(formOfText(textOfForm(made))).toEqual(made)
      }),
    )
  })

  test('a text that says more than a form can is left a text', () => {
    for (const text of [
      'person.age > 3 && (person.sex == "女" || relief.lowIncome)',
      'person.sex == "女" ? person.age >= 49 : person.age >= 60',
      'application.areaMu <= land.capMu',
      '!(person.age > 3)',
    ])
      expect(formOfText(text)).toBeUndefined()
  })
})

function aRule(text: string): Rule {
  const made = compileRule(text)
  if (!isRule(made)) throw new Error(`${text}: ${JSON.stringify(made)}`)
  return made
}

function decide(text: string, facts: Readonly<Record<string, FactValue>>) {
  return decideRule(aRule(text), new Map(Object.entries(facts)))
}

function aValue(key: string): fc.Arbitrary<FactValue> {
  const fact = factDictionary.find((one) => one.key === key)!
  if (fact.type === 'bool') return fc.boolean()
  if (fact.type === 'string')
    return fc.constantFrom(...(fact.options?.length ? fact.options : ['户主', '"引号"\\']))
  if (fact.type === 'int') return fc.integer({ min: 0, max: 120 })
  return fc.integer({ min: 0, max: 9_000 }).map((hundredths) => hundredths / 100)
}

function aCondition(): fc.Arbitrary<RuleCondition> {
  return fc.constantFrom(...factDictionary).chain((fact) => {
    const operators =
      fact.type === 'bool'
        ? (['=='] as const)
        : fact.type === 'string'
          ? (['==', '!=', 'in'] as const)
          : (['>=', '>', '<=', '<', '==', '!=', 'in'] as const)
    return fc.record({
      fact: fc.constant(fact.key),
      operator: fc.constantFrom(...operators),
      values: fc.tuple(aValue(fact.key)),
    })
  })
}

function aText(): fc.Arbitrary<string> {
  const leaf = aCondition().map((condition) => textOfForm({ join: 'all', conditions: [condition] }))
  const { tree } = fc.letrec<{ tree: string }>((tie) => ({
    tree: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      leaf,
      fc
        .tuple(tie('tree'), fc.constantFrom('&&', '||'), tie('tree'))
        .map(([a, op, b]) => `(${a}) ${op} (${b})`),
      tie('tree').map((inner) => `!(${inner})`),
    ),
  }))
  return tree.filter((text) => isRule(compileRule(text)))
}

function allFacts(): fc.Arbitrary<Record<string, FactValue>> {
  return fc.record(Object.fromEntries(factDictionary.map(({ key }) => [key, aValue(key)])))
}

function someFacts(): fc.Arbitrary<Record<string, FactValue>> {
  const model = Object.fromEntries(factDictionary.map(({ key }) => [key, aValue(key)]))
  return fc.record(model, { requiredKeys: [] }) as fc.Arbitrary<Record<string, FactValue>>
}

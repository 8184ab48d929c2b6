import { expect, test } from 'vitest'
import { listKinds, listKindTerms } from '../../src-main/domain/list-kind.ts'
import { normalizeHeader } from '../../src-main/domain/normalize-header.ts'

test.each([
  ['面积（亩）', '面积'],
  ['补贴金额(元)', '补贴金额'],
  ['姓　名', '姓名'],
  ['身份证\n号码：', '身份证号码'],
  ['*账号', '账号'],
  ['【必填】卡号', '卡号'],
  ['（1）户主姓名', '户主姓名'],
  ['１．户主姓名', '户主姓名'],
])('the header %s is compared as %s', (header, plain) => expect(normalizeHeader(header)).toBe(plain))

test.each(listKinds)('no header of the kind %s means two of its columns', (kind) => {
  const aliases = listKindTerms[kind].fields.flatMap(({ label, aliases }) => [
    ...new Set([label, ...aliases].map(normalizeHeader)),
  ])

  expect(aliases.filter((alias, at) => aliases.indexOf(alias) !== at)).toEqual([])
})

test.each(listKinds)('every alias of the kind %s is written as it is compared', (kind) => {
  const aliases = listKindTerms[kind].fields.flatMap(({ aliases }) => aliases)

  expect(aliases.filter((alias) => normalizeHeader(alias) !== alias)).toEqual([])
})
